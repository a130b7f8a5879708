import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportDocument } from '#core/report/report-document.ts';
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
let one: StaffMember;
let two: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-quality-'));
  ground = await openReportGround({ dataDir: folder });
  hr = await ground.staff('hr', '周敏');
  one = await ground.staff('interviewer', '许静');
  two = await ground.staff('interviewer', '郑凯');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the machine gave, read past blind mode. */
async function machineScores(interviewId: string): Promise<ReadonlyMap<string, number>> {
  const runs = await ground.ground.owner.store.reports.runs(interviewId);
  const items = runs.find(({ kind }) => kind === 'embedded')?.data.items ?? [];
  return new Map(
    items.flatMap(({ questionId, dimension, result }) =>
      result.score === null ? [] : [[`${questionId}|${dimension}`, result.score] as const],
    ),
  );
}

/** Rates everything a step beside what the machine gave. */
async function rateBeside(
  who: StaffMember,
  held: { readonly applicationId: string; readonly interviewId: string },
  step: number,
): Promise<void> {
  const scores = await machineScores(held.interviewId);
  const { body } = await who.client.get(`/api/v1/applications/${held.applicationId}/report`);
  const document: ReportDocument = body.document;
  const ratings = document.questions.flatMap((question) =>
    question.dimensions.map((dimension) => {
      const raw = scores.get(`${question.id}|${dimension}`);
      const score = raw === undefined ? null : Math.min(5, Math.max(1, Math.round((raw + step) * 2) / 2));
      return { questionId: question.id, dimension, score, note: '' };
    }),
  );
  const answer = await who.client.post(`/api/v1/applications/${held.applicationId}/ratings`, { ratings });
  expect(answer.status).toBe(201);
}

test('blind ratings show who is lenient, and a map fitted on them changes only versions published later', async () => {
  const blind = { interview: { humanRatesFirst: true } };
  const first = await ground.handedIn({ name: '甲', ...blind });
  const held = [first];
  for (let i = 0; i < 9; i += 1) {
    const answers = i % 2 === 0 ? thinAnswers : [fullAnswers[i % 4] ?? '', ...fullAnswers];
    held.push(await ground.handedIn({ name: `候选人${i}`, answers, beside: first.applicationId }));
  }
  for (const interview of held) {
    await rateBeside(one, interview, 1);
    await rateBeside(two, interview, 0.5);
  }

  const { status, body } = await hr.client.get('/api/v1/quality');

  expect(status).toBe(200);
  expect(body.interviews).toBe(10);
  const [mild, strict] = ['许静', '郑凯'].map((name) =>
    body.raters.find((rater: { name: string }) => rater.name === name),
  );
  expect(mild.people.bias.difference).toBeGreaterThan(0.2);
  expect(strict.people.bias.difference).toBeLessThan(-0.2);
  expect(body.pairs[0].agreement.pairs).toBe(mild.blind);
  const proposal = body.proposals.find((p: { adoptable: boolean }) => p.adoptable);
  expect(proposal.errorThen).toBeLessThan(proposal.errorNow);

  const adopted = await hr.client.post('/api/v1/quality/calibrations', { version: proposal.map.version });
  expect(adopted.status).toBe(201);
  expect(adopted.body.calibrations[0]).toMatchObject({ adoptedBy: '周敏', retiredAt: null });

  const before = await ground.handedIn({ name: '旧版本', beside: first.applicationId });
  const after = await ground.handedIn({ name: '新版本' });
  const runOf = async (interviewId: string) =>
    (await ground.ground.owner.store.reports.runs(interviewId))[0]?.data.items ?? [];
  expect((await runOf(before.interviewId)).every(({ result }) => result.raw === undefined)).toBe(true);
  const moved = (await runOf(after.interviewId)).filter(({ result }) => result.raw !== undefined);
  expect(moved.length).toBeGreaterThan(0);
  for (const { result } of moved) {
    expect(result.score).toBeGreaterThanOrEqual(result.raw ?? 6);
    expect(result.scorer.calibration).toBe(proposal.map.version);
  }
  const report = await hr.client.get(`/api/v1/applications/${after.applicationId}/report`);
  expect(report.body.document.result.scorers[0].calibration).toBe(proposal.map.version);

  const id = adopted.body.calibrations[0].id;
  const retired = await hr.client.post(`/api/v1/quality/calibrations/${id}/retire`, {});
  expect(retired.body.calibrations[0].retiredBy).toBe('周敏');
  const last = await ground.handedIn({ name: '停用之后' });
  expect((await runOf(last.interviewId)).every(({ result }) => result.raw === undefined)).toBe(true);
});

test('a map that nobody was shown is refused, and an interviewer may neither measure nor calibrate', async () => {
  const unknown = await hr.client.post('/api/v1/quality/calibrations', { version: 'cal-unknown' });
  const read = await one.client.get('/api/v1/quality');
  const write = await one.client.post('/api/v1/quality/calibrations', { version: 'cal-unknown' });

  expect(unknown.body.code).toBe('CONFLICT');
  expect([read.status, write.status]).toEqual([403, 403]);
});

test('a practice keeps the levels to itself until it is handed in, belongs to one person, and is counted once', async () => {
  const { status, body: practice } = await one.client.post('/api/v1/rating-practices', {});
  expect(status).toBe(201);
  expect(practice.items).toHaveLength(6);
  expect(practice.items.every((item: { written: unknown }) => item.written === null)).toBe(true);
  const path = `/api/v1/rating-practices/${practice.id}`;

  const short = await one.client.post(`${path}/levels`, { levels: [3] });
  const foreign = await two.client.get(path);
  const done = await one.client.post(`${path}/levels`, { levels: [1, 2, 3, 4, 5, 3] });
  const again = await one.client.post(`${path}/levels`, { levels: [5, 5, 5, 5, 5, 5] });

  expect(short.body.code).toBe('VALIDATION');
  expect(foreign.status).toBe(404);
  expect(done.body.result.agreement.pairs).toBe(6);
  expect(done.body.items.map((item: { written: number }) => item.written).sort()).toEqual([1, 1, 3, 3, 5, 5]);
  expect(again.body.items[0].given).toBe(1);
  const quality = await hr.client.get('/api/v1/quality');
  const rater = quality.body.raters.find((r: { name: string }) => r.name === '许静');
  expect(rater.practice.qwk).toBeCloseTo(done.body.result.agreement.qwk);
});
