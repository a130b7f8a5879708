import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#adapters/http/app.ts';
import { fileAppeal } from '#core/appeal/file-appeal.ts';
import { tenantContext } from '#core/ports/services.ts';
import { storeSegment } from '#core/recording/segment-store.ts';
import { ReportDocument } from '#core/report/report-document.ts';
import {
  fullAnswers,
  openReportGround,
  type ReportGround,
  type StaffMember,
  thinAnswers,
} from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let hr: StaffMember;
let other: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-files-'));
  ground = await openReportGround({ dataDir: folder });
  hr = await ground.staff('hr', '周敏');
  other = await ground.staff('hr', '何伟');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const app = (id: string, rest = '') => `/api/v1/applications/${id}${rest}`;

/** An answer as the server sends it, unread. */
async function raw(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const { services } = ground.ground.installation;
  const server = createApp({ services, assets: {}, version: 'test' });
  return server.request(path, { headers: { cookie: hr.cookie, ...headers } });
}

test('markup in an answer and in a name is text in the exported file, which asks nothing of any server', async () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  const { applicationId } = await ground.handedIn({
    name: `"><script>alert(3)</script>`,
    answers: [`${fullAnswers[0]}${hostile}`],
    questions: 1,
  });

  const response = await raw(app(applicationId, '/report.html?lang=zh'));
  const html = await response.text();

  expect(html).not.toMatch(/<(script|img)\b/);
  expect(html).toContain('&lt;script&gt;');
  expect(html).toContain('&lt;img src=x onerror=');
  // The only addresses are names of XML namespaces.
  const addresses = [...html.matchAll(/(?:https?:)?\/\/[a-z0-9.-]+[^"'\s<)]*/gi)].map(([found]) => found);
  expect(new Set(addresses.map((found) => new URL(found, 'http://x').host))).toEqual(new Set(['www.w3.org']));
  expect(html).not.toMatch(/<link|@import|url\(|<iframe|<object/);
  expect(html).toContain('<svg');
  expect(html).toContain('name="AIGC"');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(response.headers.get('content-disposition')).toContain('attachment');
});

test('the exported file reads in English too', async () => {
  const { applicationId } = await ground.handedIn({ questions: 1 });

  const html = await (await raw(app(applicationId, '/report.html?lang=en&zone=Europe/Berlin'))).text();
  const bad = await raw(app(applicationId, '/report.html?zone=Nowhere/City'));

  expect(html).toContain('<html lang="en-US">');
  expect(html).toContain('Limits of this result');
  expect(bad.status).toBe(400);
});

test('the JSON export keeps to its documented form and is recorded', async () => {
  const { applicationId } = await ground.handedIn({ questions: 1 });

  const { body } = await hr.client.get(app(applicationId, '/report.json'));

  expect(body.format).toBe('jinji.report/1');
  expect(Value.Check(ReportDocument, body)).toBe(true);
  const rows = await ground.ground.owner.store.audit.list({ subjectId: applicationId, limit: 20 });
  expect(rows.find(({ action }) => action === 'report.exported')?.data).toMatchObject({ format: 'json' });
});

test('feedback with unfit wording is named and not released; released feedback cannot be changed', async () => {
  const { applicationId } = await ground.handedIn();
  const path = app(applicationId, '/feedback');
  const draft = (await hr.client.get(path)).body;
  const edit = {
    summary: draft.summary,
    strengths: draft.strengths.map(({ dimension, text }: { dimension: string; text: string }) => ({
      dimension,
      text,
    })),
    improvements: [],
    tip: '您比其他候选人更内向',
  };

  const saved = await hr.client.call('PUT', path, { body: edit });
  const refused = await hr.client.post(`${path}/release`, {});
  await hr.client.call('PUT', path, { body: { ...edit, tip: '先说结论再分点展开' } });
  const released = await hr.client.post(`${path}/release`, {});
  const late = await hr.client.call('PUT', path, { body: edit });

  expect(saved.body.faults.map(({ kind }: { kind: string }) => kind)).toEqual(['comparison', 'personality']);
  expect(refused.status).toBe(422);
  expect(released.body).toMatchObject({ state: 'released', releasedBy: '周敏' });
  expect(released.body.meUrl).toContain('/me/');
  expect(late.body.code).toBe('STATE_CONFLICT');
  const { body } = await hr.client.get(app(applicationId, '/report'));
  expect(body.document.interview.state).toBe('released');
});

test('feedback speaks only of dimensions that were scored', async () => {
  const { applicationId } = await ground.handedIn();

  const stray = await hr.client.call('PUT', app(applicationId, '/feedback'), {
    body: { summary: '谢谢', strengths: [{ dimension: 'XNONE', text: '很好' }], improvements: [], tip: '' },
  });

  expect(stray.status).toBe(422);
});

test('a recording plays whole and by range, and each playback is recorded', async () => {
  const { interviewId } = await ground.handedIn({ questions: 1 });
  const { owner } = ground.ground;
  const { services, store, tenantId } = owner;
  const id = services.ids.next('rec');
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
  const now = services.clock.now().toISOString();
  await store.commit([
    store.recordings.add({
      id,
      interviewId,
      questionId: 'q',
      turn: 0,
      attempt: 0,
      mediaType: 'audio/webm',
      state: 'complete',
      segmentCount: 1,
      objectKey: null,
      bytes: bytes.length,
      durationMs: 1000,
      transcriptState: 'none',
      transcript: null,
      createdAt: now,
      completedAt: now,
      erasedAt: null,
    }),
  ]);
  async function* body() {
    yield bytes;
  }
  const sha256 = await services.digest.sha256(bytes);
  const kept = await storeSegment(services.objects(tenantId), id, {
    position: 0,
    bytes: bytes.length,
    sha256,
    body: body(),
  });
  await store.commit([store.recordings.addSegment({ ...kept, recordingId: id, storedAt: now })]);
  const path = `/api/v1/recordings/${id}/content`;

  const whole = await raw(path);
  const part = await raw(path, { range: 'bytes=200-299' });
  const beyond = await raw(path, { range: 'bytes=5000-' });
  const stranger = await raw(path, { cookie: 'jinji=nobody' });

  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes);
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe('bytes 200-299/1000');
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(200, 300));
  expect([beyond.status, stranger.status]).toEqual([416, 401]);
  const played = await store.audit.list({ subjectId: id, limit: 10 });
  expect(played.filter(({ action }) => action === 'recording.played')).toHaveLength(1);
});

test('a corrected transcript keeps the original, is scored anew and leaves the earlier run beside', async () => {
  const { applicationId, interviewId } = await ground.handedIn({ questions: 1, answers: thinAnswers });
  const { store } = ground.ground.owner;
  const answer = (await store.answers.ofInterview(interviewId)).find(({ turn }) => turn === 0);
  const typed = await hr.client.call('PUT', app(applicationId, `/answers/${answer?.id}/transcript`), {
    body: { text: '改过的话' },
  });
  await store.commit([
    store.answers.setText(answer?.id ?? '', {
      text: thinAnswers[0] ?? '',
      originalText: null,
      asrConfidence: 0.9,
      textSource: 'transcript',
    }),
  ]);

  const { body } = await hr.client.call('PUT', app(applicationId, `/answers/${answer?.id}/transcript`), {
    body: { text: fullAnswers[0] },
  });

  expect(typed.status).toBe(422);
  expect(body.changed).toBe(true);
  const { document } = body.view;
  expect(document.questions[0].turns[0].originalText).toBe(thinAnswers[0]);
  expect(document.scoreRuns.map(({ used }: { used: boolean }) => used)).toEqual([false, true]);
  expect(document.result.number).toBe(2);
});

test('equal candidates of one job version share a group, and few candidates get no places', async () => {
  const first = await ground.handedIn({ name: '甲', questions: 2 });
  await ground.handedIn({ name: '乙', beside: first.applicationId });
  await ground.handedIn({ name: '丙', beside: first.applicationId, answers: thinAnswers });
  const { body } = await hr.client.get(app(first.applicationId, '/report'));

  const compared = await hr.client.get(
    `/api/v1/reports/comparison?jobVersionId=${body.document.job.versionId}`,
  );

  const groups = Object.fromEntries(
    compared.body.candidates.map((one: { candidateName: string; group: number }) => [
      one.candidateName,
      one.group,
    ]),
  );
  expect(groups).toMatchObject({ 甲: 0, 乙: 0 });
  expect(groups.丙).not.toBe(0);
  expect(compared.body.candidates.every(({ rank }: { rank: unknown }) => rank === null)).toBe(true);
});

test('an appeal is answered by somebody who took no part in the result, and may open the decision again', async () => {
  const { applicationId, interviewId } = await ground.handedIn({ answers: thinAnswers });
  const { document } = (await hr.client.get(app(applicationId, '/report'))).body;
  await hr.client.post(app(applicationId, '/decisions'), {
    outcome: 'reject',
    reasonCode: 'below_requirements',
    reportId: document.result.reportId,
  });
  const { services, tenantId } = ground.ground.owner;
  const candidate = tenantContext(services, tenantId, { kind: 'candidate', id: interviewId }, 'zh');
  const appeal = await fileAppeal(candidate, interviewId, '第二题我说得太简单，希望再看一次。');

  const listed = await hr.client.get('/api/v1/appeals?state=open');
  const own = await hr.client.post(`/api/v1/appeals/${appeal.id}/answer`, {
    outcome: 'kept',
    answer: '维持',
  });
  const answered = await other.client.post(`/api/v1/appeals/${appeal.id}/answer`, {
    outcome: 'changed',
    answer: '我们会重新评估您的回答。',
  });

  expect(listed.body.items.find(({ id }: { id: string }) => id === appeal.id)).toMatchObject({
    mayAnswer: false,
    nobodyMay: false,
  });
  expect(own.body.code).toBe('REVIEWER_IS_DECIDER');
  expect(answered.status).toBe(200);
  const after = await hr.client.get(app(applicationId, '/report'));
  expect(after.body.document.application.status).toBe('scored');
});
