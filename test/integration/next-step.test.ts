import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentStep } from '#core/interview/next-step.ts';
import { heldInterview } from '#core/interview/session.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { oneAnswer, started } from '../support/candidate-steps.ts';
import { type InterviewGround, openInterviewGround } from '../support/interview-ground.ts';

let folder: string;
let ground: InterviewGround;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-next-step-'));
  ground = await openInterviewGround({ dataDir: folder });
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const path = '/api/v1/interview';
/** On topic, and with much left open. */
const thin = '有一次客人等了很久没有上菜，很生气，我先道歉。';

/** An interview whose first answer is stored and that nobody has asked what comes next. */
async function answeredOnce() {
  const { token, interviewId } = await ground.invite();
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate, { ai_scoring: true })).body;
  const answer = oneAnswer(step, thin);
  const ack = await candidate.post(`${path}/answers`, answer);
  const interview = () => ground.owner.store.interviews.get(interviewId);
  return { candidate, interviewId, interview, step, answer, ack };
}

/** The company with a scorer that must not be asked. */
const withoutScorer = (): TenantContext => ({
  ...ground.owner,
  services: {
    ...ground.owner.services,
    scorer: {
      ...ground.owner.services.scorer,
      score: async () => {
        throw new Error('judged again');
      },
    },
  },
});

test('an answer is acknowledged before anything is judged; what comes next is decided when it is read', async () => {
  const { candidate, interview, step, ack } = await answeredOnce();
  const before = await interview();
  const next = await candidate.get(`${path}/step`);

  expect([ack.status, ack.body.step, before?.followUp]).toEqual([200, null, null]);
  expect(next.body).toMatchObject({
    state: 'answering',
    active: true,
    step: { kind: 'question', questionId: step.questionId, turn: 1 },
  });
  expect((await interview())?.followUp).toEqual({ after: ack.body.answerId, text: next.body.step.probe });
});

test('a decision is made once: later reads keep it, whatever a scorer would say by then', async () => {
  const { candidate, interviewId } = await answeredOnce();
  const { step } = (await candidate.get(`${path}/step`)).body;
  const again = await currentStep(withoutScorer(), await heldInterview(ground.owner, interviewId));

  expect((await candidate.get(path)).body.step).toEqual(step);
  expect(again).toMatchObject({ kind: 'question', turn: 1, probe: step.probe });
});

test('of two reads at once both get the same step, and one decision is kept', async () => {
  const { candidate, interview } = await answeredOnce();
  const [one, two] = await Promise.all([candidate.get(`${path}/step`), candidate.get(path)]);

  expect([one.status, two.status]).toEqual([200, 200]);
  expect(one.body.step).toEqual(two.body.step);
  expect((await interview())?.followUp?.text).toBe(one.body.step.probe);
});

test('an acknowledgement that got lost is given again, by then with the step that was decided', async () => {
  const { candidate, answer, ack } = await answeredOnce();
  const { step } = (await candidate.get(`${path}/step`)).body;
  const again = await candidate.post(`${path}/answers`, answer);

  expect(again.body).toEqual({ answerId: ack.body.answerId, contentHash: ack.body.contentHash, step });
});

test('the reply to a follow-up is kept with its words, and the budget of follow-ups holds', async () => {
  const { candidate, interviewId, step } = await answeredOnce();
  const turns: number[] = [];
  let next = (await candidate.get(`${path}/step`)).body.step;
  while (next.questionId === step.questionId) {
    turns.push(next.turn);
    await candidate.post(`${path}/answers`, oneAnswer(next, thin));
    const [stored] = (await ground.owner.store.answers.ofInterview(interviewId)).slice(-1);
    expect(stored?.probe).toBe(next.probe);
    next = (await candidate.get(`${path}/step`)).body.step;
  }
  const { plan } = (await ground.owner.store.interviews.get(interviewId)) ?? {};

  expect(turns).toEqual([1, 2].slice(0, plan?.followUps));
});

test('whoever goes on without asking what comes next cannot pass a follow-up by', async () => {
  const { candidate, interview, step } = await answeredOnce();
  const plan = (await interview())?.plan;
  const ahead = await candidate.post(
    `${path}/answers`,
    oneAnswer({ questionId: plan?.questions[1]?.questionId ?? '', turn: 0 }, thin),
  );
  const guessed = await candidate.post(`${path}/answers`, oneAnswer({ ...step, turn: 1 }, thin));

  expect([ahead.status, ahead.body.code]).toEqual([422, 'VALIDATION']);
  expect(guessed.status).toBe(200);
});

test('where nothing can be asked the acknowledgement brings the next step along', async () => {
  const { token } = await ground.invite();
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate, { ai_scoring: false })).body;
  const ack = await candidate.post(`${path}/answers`, oneAnswer(step, thin));

  expect(ack.body.step).toMatchObject({ kind: 'question', turn: 0, index: 1 });
});

test('an answer that is stored while the process ends is gone on with by the next one', async () => {
  const { candidate, ack, interviewId } = await answeredOnce();
  const other = await openInterviewGround({ dataDir: folder });
  const fresh = await currentStep(other.owner, await heldInterview(other.owner, interviewId));
  await other.close();

  expect(fresh).toMatchObject({ kind: 'question', turn: 1 });
  expect(ack.body.step).toBeNull();
  expect((await candidate.get(`${path}/step`)).body.step.probe).toBe('probe' in fresh && fresh.probe);
});

test('another device sees that it is not the active one, and neither loses the step', async () => {
  const { candidate, interviewId } = await answeredOnce();
  const link = await ground.owner.services.system.publicLinksOf(ground.owner.tenantId, interviewId);
  expect(link).toHaveLength(1);
  await ground.owner.store.commit([
    ground.owner.store.interviews.claimDevice(interviewId, 'another-device', new Date().toISOString()),
  ]);

  expect((await candidate.get(`${path}/step`)).body).toMatchObject({ active: false, step: { turn: 1 } });
});
