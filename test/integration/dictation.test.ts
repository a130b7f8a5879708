import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneAnswer, started, stepAfter } from '../support/candidate-steps.ts';
import { type InterviewGround, openInterviewGround } from '../support/interview-ground.ts';

let folder: string;
let ground: InterviewGround;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-dictation-'));
  ground = await openInterviewGround({ dataDir: folder });
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const sound = {
  body: new Uint8Array(3200),
  headers: { 'content-type': 'application/octet-stream', 'content-length': '3200' },
};

test('words that were dictated are stored beside what the candidate made of them; typed ones have no original', async () => {
  const { token, interviewId } = await ground.invite({ interview: { followUps: 0 } });
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate)).body;
  const first = oneAnswer(step, '我先道歉，再请后厨先做这一桌，八分钟上齐。');
  const answer = (body: unknown) => candidate.post('/api/v1/interview/answers', body);
  const next = await stepAfter(candidate, await answer({ ...first, dictated: '我先到前再请后厨先做这一桌' }));
  const second = oneAnswer(next, '我会先问清楚原因，再一起想办法。');
  const last = await stepAfter(candidate, await answer({ ...second, dictated: second.text }));
  await answer(oneAnswer(last, '我自己打的字，没有说话。'));

  const stored = await ground.owner.store.answers.ofInterview(interviewId);
  expect(
    stored.map(({ originalText, textSource, asrConfidence }) => ({
      originalText,
      textSource,
      asrConfidence,
    })),
  ).toEqual([
    { originalText: '我先到前再请后厨先做这一桌', textSource: 'transcript', asrConfidence: 1 },
    { originalText: second.text, textSource: 'transcript', asrConfidence: null },
    { originalText: null, textSource: 'typed', asrConfidence: null },
  ]);
});

test('without an office app nobody listens, and the page is told so', async () => {
  const { token } = await ground.invite();
  const candidate = ground.candidate(token);
  await started(candidate);
  expect((await candidate.get('/api/v1/interview')).body.dictation).toBeNull();
  const heard = await candidate.call('POST', '/api/v1/interview/dictation', sound);
  expect([heard.status, heard.body.code]).toEqual([404, 'NOT_FOUND']);
  const stranger = ground.candidate(token, 'another-device');
  expect((await stranger.call('POST', '/api/v1/interview/dictation', sound)).status).toBe(409);
});
