import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportDocument } from '#core/report/report-document.ts';
import {
  openReportGround,
  type ReportGround,
  type StaffMember,
  thinAnswers,
} from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let hr: StaffMember;
let other: StaffMember;
let interviewer: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-reports-'));
  ground = await openReportGround({ dataDir: folder });
  hr = await ground.staff('hr', '周敏');
  other = await ground.staff('hr', '何伟');
  interviewer = await ground.staff('interviewer', '许静');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const reportPath = (id: string) => `/api/v1/applications/${id}/report`;
const decisionPath = (id: string) => `/api/v1/applications/${id}/decisions`;

/** A complete rating form, all items at one score. */
function formOf(document: ReportDocument, score: number | null) {
  return document.questions.flatMap((question) =>
    question.dimensions.map((dimension) => ({ questionId: question.id, dimension, score, note: '按回答' })),
  );
}

async function actionsOf(subjectId: string): Promise<string[]> {
  const rows = await ground.ground.owner.store.audit.list({ subjectId, limit: 50 });
  return rows.map(({ action }) => action);
}

test('a report shows quotes at their place, its scorer and its limits, and opening it is recorded', async () => {
  const { applicationId } = await ground.handedIn();

  const { status, body } = await hr.client.get(reportPath(applicationId));

  expect(status).toBe(200);
  const document: ReportDocument = body.document;
  expect(document.result?.scorers[0]?.kind).toBe('embedded');
  expect(document.limits.zh).toContain('单次面试');
  const evidence = document.questions.flatMap((question) =>
    question.evidence.map((one) => ({ one, turn: question.turns.find((t) => t.answerId === one.turnId) })),
  );
  expect(evidence.length).toBeGreaterThan(5);
  for (const { one, turn } of evidence) expect(turn?.text.slice(one.start, one.end)).toBe(one.quote);
  expect(await actionsOf(applicationId)).toContain('report.viewed');
});

test('nobody is rejected before the person who rejects has opened the report', async () => {
  const { applicationId } = await ground.handedIn({ answers: thinAnswers });
  const rejection = { outcome: 'reject', reasonCode: 'below_requirements' };

  const unread = await hr.client.post(decisionPath(applicationId), rejection);
  await other.client.get(reportPath(applicationId));
  const readByAnother = await hr.client.post(decisionPath(applicationId), rejection);
  const { body } = await hr.client.get(reportPath(applicationId));
  const reportId = body.document.result.reportId;
  const read = await hr.client.post(decisionPath(applicationId), { ...rejection, reportId });

  expect(unread.body.code).toBe('REPORT_NOT_VIEWED');
  expect(readByAnother.body.code).toBe('REPORT_NOT_VIEWED');
  expect(read.status).toBe(201);
  const after = await hr.client.get(reportPath(applicationId));
  expect(after.body.document.application.status).toBe('rejected');
  expect(after.body.document.decisions[0]).toMatchObject({ by: { name: '周敏' }, outcome: 'reject' });
  expect(await actionsOf(applicationId)).toContain('decision.made');
});

test('a rejection against the recommendation needs words of its own', async () => {
  const { applicationId } = await ground.handedIn();
  const { body } = await hr.client.get(reportPath(applicationId));
  expect(body.document.result.suggestion).toBe('advance');

  const bare = await hr.client.post(decisionPath(applicationId), {
    outcome: 'reject',
    reasonCode: 'other_candidate_fits_better',
  });
  const reasoned = await hr.client.post(decisionPath(applicationId), {
    outcome: 'reject',
    reasonCode: 'other_candidate_fits_better',
    note: '另一位候选人有五年宴会经验',
  });

  expect(bare.status).toBe(422);
  expect(bare.body.remedy).toContain('理由');
  expect(reasoned.status).toBe(201);
});

test('a decision on an older report is refused, and a reason of another outcome too', async () => {
  const { applicationId } = await ground.handedIn();
  const before = await hr.client.get(reportPath(applicationId));
  await other.client.post(`/api/v1/applications/${applicationId}/ratings`, {
    ratings: formOf(before.body.document, 3),
  });

  const stale = await hr.client.post(decisionPath(applicationId), {
    outcome: 'advance',
    reasonCode: 'strong_evidence',
    reportId: before.body.document.result.reportId,
  });
  const wrongReason = await hr.client.post(decisionPath(applicationId), {
    outcome: 'advance',
    reasonCode: 'position_closed',
  });

  expect(stale.body.code).toBe('CONFLICT');
  expect(wrongReason.body.code).toBe('VALIDATION');
});

test('in blind mode nothing of a score leaves the server before the person has rated', async () => {
  const { applicationId } = await ground.handedIn({
    name: '宋雨',
    interview: { humanRatesFirst: true },
  });

  const blind = await interviewer.client.get(reportPath(applicationId));
  const text = JSON.stringify(blind.body);
  const list = await hr.client.get('/api/v1/reports');
  const row = list.body.items.find((item: { applicationId: string }) => item.applicationId === applicationId);
  const closed = await Promise.all(
    ['.json', '.html', '/chart.svg'].map((end) => interviewer.client.get(reportPath(applicationId) + end)),
  );
  const decided = await hr.client.post(decisionPath(applicationId), {
    outcome: 'hold',
    reasonCode: 'other',
    note: '先看看',
  });

  expect(blind.body.document).toMatchObject({ hidden: true, result: null, candidate: { name: null } });
  expect(text).not.toContain('宋雨');
  expect(blind.body.document.questions[0].evidence).toEqual([]);
  for (const dimension of blind.body.document.dimensions) expect(dimension.score10).toBeNull();
  expect(row).toMatchObject({ task: 'rate', score10: null, suggestion: null, candidateName: null });
  for (const answer of closed) expect(answer.status).toBe(409);
  expect(decided.body.code).toBe('RATE_FIRST');

  const rated = await interviewer.client.post(`/api/v1/applications/${applicationId}/ratings`, {
    ratings: formOf(blind.body.document, 3),
  });
  expect(rated.body.document).toMatchObject({ hidden: false, candidate: { name: '宋雨' } });
  expect(rated.body.document.ratings[0]).toMatchObject({ blind: true, by: { name: '许静' } });
  const someoneElse = await hr.client.get(reportPath(applicationId));
  expect(someoneElse.body.document).toMatchObject({ hidden: true, ratings: [] });
  const card = await hr.client.get(`/api/v1/applications/${applicationId}`);
  const candidates = await hr.client.get('/api/v1/applications');
  expect(card.body).toMatchObject({ score10: null, suggestion: null });
  expect(candidates.body.items.find((item: { id: string }) => item.id === applicationId)).toMatchObject({
    score10: null,
    suggestion: null,
  });
});

test('an interview without consent to AI is rated by a person and then reported', async () => {
  const { applicationId } = await ground.handedIn({ aiScoring: false });
  const before = await hr.client.get(reportPath(applicationId));
  expect(before.body.document).toMatchObject({ hidden: false, result: null });

  const early = await hr.client.post(decisionPath(applicationId), {
    outcome: 'advance',
    reasonCode: 'strong_evidence',
  });
  const rated = await hr.client.post(`/api/v1/applications/${applicationId}/ratings`, {
    ratings: formOf(before.body.document, 4),
  });

  expect(early.body.code).toBe('RATE_FIRST');
  expect(rated.body.document.result).toMatchObject({ suggestion: 'advance', scorers: [] });
  expect(rated.body.document.dimensions[0].parts.map((part: { kind: string }) => part.kind)).toEqual([
    'human',
  ]);
});

test('an incomplete rating names the gap; the same rating twice is one run; a revision keeps the first', async () => {
  const { applicationId } = await ground.handedIn();
  const { document } = (await hr.client.get(reportPath(applicationId))).body;
  const path = `/api/v1/applications/${applicationId}/ratings`;

  const partial = await hr.client.post(path, { ratings: formOf(document, 3).slice(1) });
  await hr.client.post(path, { ratings: formOf(document, 3) });
  await hr.client.post(path, { ratings: formOf(document, 3) });
  const revised = await hr.client.post(path, { ratings: formOf(document, 2.5) });

  expect(partial.body).toMatchObject({ code: 'VALIDATION' });
  const { ratings } = revised.body.document;
  expect(ratings.map((rating: { counts: boolean }) => rating.counts)).toEqual([false, true]);
});

test('scoring again without a change makes nothing new', async () => {
  const { applicationId } = await ground.handedIn();

  const again = await hr.client.post(`/api/v1/applications/${applicationId}/rescore`, {});

  expect(again.body.changed).toBe(false);
  expect(again.body.view.document.scoreRuns).toHaveLength(1);
});

test('a point to verify is set aside with a reason, stays in the report and can be put back', async () => {
  const { applicationId } = await ground.handedIn();
  const { document } = (await hr.client.get(reportPath(applicationId))).body;
  const point = document.pointsToVerify[0];
  const path = `/api/v1/applications/${applicationId}/dismissals`;

  const set = await hr.client.post(path, { key: point.key, reason: '电话里问过，有具体事例' });
  const unknown = await hr.client.post(path, { key: 'nothing', reason: '没有' });
  const back = await hr.client.post(`${path}/undo`, { key: point.key });

  const dismissal = set.body.document.pointsToVerify.find(
    (one: { key: string }) => one.key === point.key,
  ).dismissal;
  expect(dismissal).toMatchObject({ by: '周敏', reason: '电话里问过，有具体事例' });
  expect(set.body.document.result.score10).toBe(document.result.score10);
  expect(unknown.status).toBe(404);
  expect(
    back.body.document.pointsToVerify.every((one: { dismissal: unknown }) => one.dismissal === null),
  ).toBe(true);
});

test('an interviewer reads and rates, and neither decides nor releases', async () => {
  const { applicationId } = await ground.handedIn();

  const decision = await interviewer.client.post(decisionPath(applicationId), {
    outcome: 'advance',
    reasonCode: 'strong_evidence',
  });
  const feedback = await interviewer.client.get(`/api/v1/applications/${applicationId}/feedback`);

  expect([decision.status, feedback.status]).toEqual([403, 403]);
});

test('whoever asked to talk with a person is on the list, is rated after the talk and reported like the others', async () => {
  const { ground: inner } = ground;
  const { applicationId, token } = await inner.invite({ name: '孟岚', questions: 2 });
  await inner.candidate(token).post('/api/v1/interview/person', {});

  const list = await hr.client.get('/api/v1/reports');
  const row = list.body.items.find((item: { applicationId: string }) => item.applicationId === applicationId);
  const before = (await hr.client.get(reportPath(applicationId))).body;
  const rated = await hr.client.post(`/api/v1/applications/${applicationId}/ratings`, {
    ratings: formOf(before.document, 3.5),
  });

  expect(row).toMatchObject({ task: 'rate', candidateName: '孟岚', score10: null });
  expect(before.document).toMatchObject({ result: null, interview: { wantsPerson: true } });
  expect(rated.body.document).toMatchObject({
    application: { status: 'scored' },
    interview: { state: 'scored', wantsPerson: false },
  });
  expect(rated.body.document.history.map(({ to }: { to: string }) => to)).toEqual(
    expect.arrayContaining(['in_interview', 'scored']),
  );
});
