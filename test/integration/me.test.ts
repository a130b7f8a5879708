import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAppeal, listAppeals } from '#core/appeal/answer-appeal.ts';
import { invitePerson } from '#core/company/company.ts';
import { type TenantContext, tenantContext } from '#core/ports/services.ts';
import { releaseFeedback } from '#core/report/feedback-commands.ts';
import { scoreInterviewWork } from '#core/report/score-interview.ts';
import { answerCorrection, listCorrections } from '#core/rights/corrections.ts';
import { wholeInterview } from '../support/candidate-steps.ts';
import type { HttpClient } from '../support/http-client.ts';
import { type InterviewGround, type Invited, openInterviewGround } from '../support/interview-ground.ts';

let folder: string;
let ground: InterviewGround;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-me-'));
  ground = await openInterviewGround({ dataDir: folder });
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Finished {
  readonly invited: Invited;
  readonly me: HttpClient;
}

/** A candidate who handed in a short interview and was scored. */
async function finished(consents?: Readonly<Record<string, boolean>>): Promise<Finished> {
  const invited = await ground.invite({ questions: 1, interview: { followUps: 0 } });
  const token = await wholeInterview(ground.candidate(invited.token), consents);
  const { services, tenantId } = ground.owner;
  await scoreInterviewWork(services, tenantId, invited.interviewId);
  return { invited, me: ground.candidate(token) };
}

/** A colleague who took no part in any decision. */
async function colleague(): Promise<TenantContext> {
  const { services, tenantId, store } = ground.owner;
  const invitation = await invitePerson(ground.owner, { name: '赵宁', roles: ['hr'], locale: 'zh-CN' });
  await store.commit([store.people.update(invitation.person.id, { state: 'active' })]);
  return tenantContext(services, tenantId, { kind: 'person', id: invitation.person.id }, 'zh');
}

test("the interview's own link does not open the page, nor the other way round", async () => {
  const { invited, me } = await finished();

  expect((await ground.candidate(invited.token).get('/api/v1/me')).body.code).toBe('NOT_FOUND');
  expect((await me.get('/api/v1/interview')).body.code).toBe('NOT_FOUND');
});

test('feedback is there once it is released, and its first opening is kept', async () => {
  const { invited, me } = await finished();
  const before = await me.get('/api/v1/me');
  await releaseFeedback(ground.owner, invited.applicationId);
  const after = await me.get('/api/v1/me');
  const feedback = await ground.owner.store.feedback.ofInterview(invited.interviewId);

  expect([before.status, before.body.feedback]).toEqual([200, null]);
  expect(after.body.feedback.summary).not.toBe('');
  expect(feedback?.openedAt).not.toBeNull();
});

test('an appeal waits for a result, is filed once, and is answered by somebody else only', async () => {
  const { invited, me } = await finished();
  const early = await me.post('/api/v1/me/appeals', { text: '请再看一下第一题。' });
  await releaseFeedback(ground.owner, invited.applicationId);
  await me.post('/api/v1/me/appeals', { text: '请再看一下第一题。' });
  const twice = await me.post('/api/v1/me/appeals', { text: '请再看一下第一题。' });
  const [appeal] = await listAppeals(ground.owner, { interviewId: invited.interviewId });
  const own = answerAppeal(ground.owner, appeal?.id ?? '', { outcome: 'kept', answer: '没有变化' });

  expect([early.status, early.body.code]).toEqual([409, 'APPEAL_NOT_OPEN']);
  expect(twice.body.appeal.items).toHaveLength(1);
  expect(appeal).toMatchObject({ mayAnswer: false, nobodyMay: true });
  await expect(own).rejects.toMatchObject({ code: 'REVIEWER_MISSING' });

  const other = await colleague();
  await expect(
    answerAppeal(ground.owner, appeal?.id ?? '', { outcome: 'kept', answer: '没有变化' }),
  ).rejects.toMatchObject({ code: 'REVIEWER_IS_DECIDER' });
  await answerAppeal(other, appeal?.id ?? '', { outcome: 'kept', answer: '两位同事看法一致。' });
  const answered = await me.get('/api/v1/me');

  expect(answered.body.appeal).toMatchObject({ state: 'answered' });
  expect(answered.body.appeal.items[0]).toMatchObject({ state: 'kept', answer: '两位同事看法一致。' });
});

test('the export holds every answer word by word, and is recorded', async () => {
  const { invited, me } = await finished();
  const { body } = await me.get('/api/v1/me/export');
  const answers = await ground.owner.store.answers.ofInterview(invited.interviewId);
  const audit = await ground.owner.store.audit.list({ subjectId: invited.interviewId, limit: 50 });

  expect(body.form).toBe('jinji.personal-data/1');
  expect(body.interview.answers[0].turns[0].text).toBe(answers[0]?.text);
  expect(body.scores).toBeNull();
  expect(audit.map((row) => row.action)).toContain('rights.exported');
});

test('a request for correction reaches staff and its answer the candidate', async () => {
  const { invited, me } = await finished();
  await me.post('/api/v1/me/corrections', { text: '城市应为宁波' });
  await me.post('/api/v1/me/corrections', { text: '城市应为宁波' });
  const open = (await listCorrections(ground.owner, 'open')).filter(
    (one) => one.interviewId === invited.interviewId,
  );
  await answerCorrection(ground.owner, open[0]?.id ?? '', { outcome: 'done', answer: '已改为宁波' });
  const empty = await me.post('/api/v1/me/corrections', { text: '' });
  const { body } = await me.get('/api/v1/me');

  expect(open).toHaveLength(1);
  expect(body.corrections).toMatchObject([{ state: 'done', answer: '已改为宁波' }]);
  expect(empty.status).toBe(422);
});

test('without the consent to AI the score no longer counts and a person rates', async () => {
  const { invited, me } = await finished();
  const scored = await ground.owner.store.applications.get(invited.applicationId);
  const { body } = await me.post('/api/v1/me/consents/withdraw', { kind: 'ai_scoring' });
  const application = await ground.owner.store.applications.get(invited.applicationId);
  const report = await ground.owner.store.reports.latest(invited.interviewId);

  expect(scored?.suggestion).not.toBeNull();
  expect(body.consents.find((one: { kind: string }) => one.kind === 'ai_scoring').state).toBe('withdrawn');
  expect(application).toMatchObject({ score10: null });
  expect(report?.data.dimensions.every((row) => row.score === null)).toBe(true);
  expect((await ground.owner.store.interviews.get(invited.interviewId))?.state).toBe('awaiting_human');
});

test('taking back what was never given changes nothing', async () => {
  const { me } = await finished();
  const before = (await me.get('/api/v1/me')).body.consents;
  const { body } = await me.post('/api/v1/me/consents/withdraw', { kind: 'talent_pool' });

  expect(body.consents).toEqual(before);
});

test('withdrawing the application is kept and done once', async () => {
  const { invited, me } = await finished();
  await me.post('/api/v1/me/withdraw', {});
  const { body } = await me.post('/api/v1/me/withdraw', {});

  expect(body.state).toBe('withdrawn');
  expect((await ground.owner.store.applications.get(invited.applicationId))?.status).toBe('withdrawn');
});

test('erasure needs to be confirmed, takes the name at once and closes the link', async () => {
  const { invited, me } = await finished();
  const unsure = await me.post('/api/v1/me/erase', {});
  const done = await me.post('/api/v1/me/erase', { confirm: true });
  const after = await me.get('/api/v1/me');
  const application = await ground.owner.store.applications.get(invited.applicationId);
  const candidate = await ground.owner.store.candidates.get(application?.candidateId ?? '');

  expect(unsure.status).toBe(422);
  expect(done.status).toBe(204);
  expect(after.body.code).toBe('LINK_REVOKED');
  expect(candidate?.name).toBeNull();
});
