import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { started } from '../support/candidate-steps.ts';
import { type InterviewGround, openInterviewGround } from '../support/interview-ground.ts';

let folder: string;
let ground: InterviewGround;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-bounds-'));
  ground = await openInterviewGround({ dataDir: folder });
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

test('no recording is opened for a question that the interview does not ask: takes would be without number', async () => {
  const { token } = await ground.invite({ interview: { voice: true, followUps: 1 } });
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate, { recording: true })).body;
  const take = { questionId: step.questionId, turn: 0, attempt: 0, mode: 'voice', mediaType: 'audio/webm' };
  const tried = [];
  for (const change of [{ questionId: 'made-up' }, { turn: 2 }, {}])
    tried.push((await candidate.post('/api/v1/interview/recordings', { ...take, ...change })).status);

  expect(tried).toEqual([422, 422, 200]);
});
