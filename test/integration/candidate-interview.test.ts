import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revokeInvitation } from '#core/interview/invite.ts';
import { consentGiven, oneAnswer, started } from '../support/candidate-steps.ts';
import { type InterviewGround, openInterviewGround } from '../support/interview-ground.ts';

let folder: string;
let ground: InterviewGround;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-interview-'));
  ground = await openInterviewGround({ dataDir: folder });
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

const path = '/api/v1/interview';
const bytes = (text: string) => new TextEncoder().encode(text);
const segment = (content: Uint8Array) => ({
  body: content,
  headers: {
    'content-type': 'application/octet-stream',
    'content-length': String(content.length),
    'x-content-sha256': createHash('sha256').update(content).digest('hex'),
  },
});

test('an unknown link, an expired one and a revoked one are told apart, each with what to do', async () => {
  const unknown = await ground.candidate('nobody-knows-this-token').get(path);
  const none = await ground.candidate('short').get(path);
  const expired = await ground.candidate((await ground.invite({ linkDays: -1 })).token).get(path);
  const invited = await ground.invite();
  await revokeInvitation(ground.owner, invited.interviewId);
  const revoked = await ground.candidate(invited.token).get(path);

  expect([unknown.status, unknown.body.code]).toEqual([404, 'NOT_FOUND']);
  expect([none.status, none.body.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect([expired.status, expired.body.code]).toEqual([410, 'LINK_EXPIRED']);
  expect([revoked.status, revoked.body.code]).toEqual([410, 'LINK_REVOKED']);
  for (const { body } of [unknown, expired, revoked]) expect(body.remedy).not.toBe('');
});

test('a link that was cut off is told to a person as a page in their language, to a program as a problem document', async () => {
  const stranger = ground.candidate('no-token-at-all-0000');
  const zh = await stranger.get('/i/', { accept: 'text/html,*/*', 'accept-language': 'zh-CN' });
  const en = await stranger.get('/i/', { accept: 'text/html,*/*', 'accept-language': 'en' });
  const program = await stranger.get('/i/', { accept: '*/*' });

  expect([zh.status, en.status, program.status]).toEqual([404, 404, 404]);
  expect([zh.headers.get('content-type'), zh.text, en.text]).toEqual([
    'text/html; charset=utf-8',
    expect.stringContaining('链接不完整'),
    expect.stringContaining('the link is incomplete'),
  ]);
  expect(program.body.code).toBe('NOT_FOUND');
});

test('nothing starts without the one consent that is needed; the others are refused without harm', async () => {
  const { token } = await ground.invite();
  const candidate = ground.candidate(token);
  const refused = await candidate.post(`${path}/consents`, consentGiven({ interview: false }));
  const tooEarly = await candidate.post(`${path}/start`, {});
  const given = await candidate.post(`${path}/consents`, consentGiven({}));

  expect([refused.status, refused.body.code]).toEqual([422, 'VALIDATION']);
  expect(tooEarly.status).toBe(409);
  expect(given.body.state).toBe('consented');
  expect(given.body.consents.filter((one: { granted: boolean }) => one.granted)).toHaveLength(1);
});

test('the same answer sent twice is stored once and acknowledged twice; another one is refused', async () => {
  const { token, interviewId } = await ground.invite();
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate)).body;
  const answer = oneAnswer(step, '我先道歉，马上让后厨补做，十分钟内上齐。');
  const [first, second] = await Promise.all([
    candidate.post(`${path}/answers`, answer),
    candidate.post(`${path}/answers`, answer),
  ]);
  const third = await candidate.post(`${path}/answers`, answer);
  const other = await candidate.post(`${path}/answers`, { ...answer, text: '换一个说法' });
  const stored = await ground.owner.store.answers.ofInterview(interviewId);

  expect(stored).toHaveLength(1);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.body.contentHash).toBe(second.body.contentHash);
  expect(third.body.contentHash).toBe(stored[0]?.contentHash);
  expect([other.status, other.body.code]).toEqual([409, 'CONFLICT']);
});

test('a second device takes the interview over and the first is told, with all answers kept', async () => {
  const { token, interviewId } = await ground.invite();
  const phone = ground.candidate(token, 'phone-device');
  const laptop = ground.candidate(token, 'laptop-device');
  const { step } = (await started(phone)).body;
  await phone.post(`${path}/answers`, oneAnswer(step, '我先安抚客人，再联系后厨。'));
  const shown = await phone.get(`${path}/step`);
  const seen = await laptop.get(path);
  const taken = await laptop.post(`${path}/device`, {});
  const late = await phone.post(`${path}/answers`, oneAnswer(shown.body.step, '这里还在写'));
  const going = await laptop.post(`${path}/answers`, oneAnswer(taken.body.step, '换了电脑继续回答。'));

  expect(seen.body.active).toBe(false);
  expect(taken.body).toMatchObject({ active: true, step: shown.body.step });
  expect([late.status, late.body.code]).toEqual([409, 'ANOTHER_DEVICE']);
  expect(going.status).toBe(200);
  expect(await ground.owner.store.answers.ofInterview(interviewId)).toHaveLength(2);
});

test('an empty answer, an overlong one, an oversized body and unknown fields are refused by name', async () => {
  const { token } = await ground.invite();
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate)).body;
  const empty = await candidate.post(`${path}/answers`, oneAnswer(step, '  '));
  const long = await candidate.post(`${path}/answers`, oneAnswer(step, '长'.repeat(20_001)));
  const oversized = await candidate.post(`${path}/answers`, oneAnswer(step, 'x'.repeat(300_000)));
  const unknown = await candidate.post(`${path}/answers`, { ...oneAnswer(step, '好'), score: 10 });

  expect([empty.status, empty.body.code]).toEqual([422, 'VALIDATION']);
  expect(long.body.errors[0].field).toBe('text');
  expect([oversized.status, oversized.body.code]).toEqual([413, 'TOO_LARGE']);
  expect(unknown.body.errors[0].field).toBe('score');
});

test('a question that is not open cannot be answered', async () => {
  const { token } = await ground.invite();
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate)).body;
  const wrong = await candidate.post(`${path}/answers`, {
    ...oneAnswer(step, '好'),
    questionId: 'another-question',
  });
  const ahead = await candidate.post(`${path}/answers`, { ...oneAnswer(step, '好'), turn: 2 });

  expect([wrong.status, ahead.status]).toEqual([422, 422]);
});

test('recording needs its own consent', async () => {
  const { token } = await ground.invite({ interview: { voice: true } });
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate)).body;
  const refused = await candidate.post(`${path}/recordings`, {
    questionId: step.questionId,
    turn: 0,
    attempt: 0,
    mode: 'voice',
    mediaType: 'audio/webm;codecs=opus',
  });

  expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN']);
});

test('a recording grows by segments in any order, ends complete, and the take not handed in is erased', async () => {
  const { token, interviewId } = await ground.invite({ interview: { voice: true, retakes: 1 } });
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate, { recording: true })).body;
  const open = (attempt: number) =>
    candidate.post(`${path}/recordings`, {
      questionId: step.questionId,
      turn: 0,
      attempt,
      mode: 'voice',
      mediaType: 'audio/webm;codecs=opus',
    });
  const take = async (attempt: number, words: string) => {
    const { recordingId } = (await open(attempt)).body;
    const parts = [bytes(`${words} 1`), bytes(`${words} 2`)];
    for (const position of [1, 0, 0]) {
      const part = parts[position] ?? bytes('');
      await candidate.call('PUT', `${path}/recordings/${recordingId}/segments/${position}`, segment(part));
    }
    await candidate.post(`${path}/recordings/${recordingId}/complete`, { segmentCount: 2, durationMs: 4000 });
    return recordingId as string;
  };
  const first = await take(0, 'first');
  const second = await take(1, 'second');
  const third = await open(2);
  await candidate.post(`${path}/answers`, { ...oneAnswer(step, '要点'), mode: 'voice', recordingId: second });
  const recordings = await ground.owner.store.recordings.ofInterview(interviewId);

  expect([third.status, third.body.code]).toEqual([422, 'VALIDATION']);
  expect(recordings.map(({ id, state }) => [id, state])).toEqual([
    [first, 'erased'],
    [second, 'complete'],
  ]);
});

test('a damaged segment and one beyond the limit are refused, and a gap keeps the recording open', async () => {
  const { token } = await ground.invite({ interview: { voice: true } });
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate, { recording: true })).body;
  const { recordingId } = (
    await candidate.post(`${path}/recordings`, {
      questionId: step.questionId,
      turn: 0,
      attempt: 0,
      mode: 'voice',
      mediaType: 'audio/webm',
    })
  ).body;
  const at = (position: number) => `${path}/recordings/${recordingId}/segments/${position}`;
  const good = segment(bytes('good'));
  const damaged = await candidate.call('PUT', at(0), { ...good, body: bytes('evil') });
  const huge = await candidate.call('PUT', at(0), {
    ...good,
    headers: { ...good.headers, 'content-length': String(17 * 1024 * 1024) },
  });
  await candidate.call('PUT', at(1), good);
  const gap = await candidate.post(`${path}/recordings/${recordingId}/complete`, {
    segmentCount: 2,
    durationMs: null,
  });

  expect(damaged.status).toBeGreaterThanOrEqual(400);
  expect(damaged.status).toBeLessThan(500);
  expect(huge.status).toBe(413);
  expect([gap.status, gap.body.code]).toEqual([409, 'RECORDING_INCOMPLETE']);
});

test('an interview with open questions cannot be handed in; handing in twice gives the same page', async () => {
  const { token } = await ground.invite({ questions: 1, interview: { followUps: 0 } });
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate)).body;
  const early = await candidate.post(`${path}/submit`, {});
  await candidate.post(`${path}/answers`, { ...oneAnswer(step, ''), skipped: true });
  const done = await candidate.post(`${path}/submit`, {});
  const again = await candidate.post(`${path}/submit`, {});

  expect(early.status).toBe(422);
  expect(done.body.meUrl).toMatch(/\/me\/.+/);
  expect(again.body.meUrl).toBe(done.body.meUrl);
});

test('a wish for a person and a withdrawal are kept; the link then says so and takes nothing more', async () => {
  const { token, interviewId } = await ground.invite();
  const candidate = ground.candidate(token);
  await candidate.post(`${path}/person`, {});
  const wanted = await candidate.get(path);
  await candidate.post(`${path}/withdraw`, {});
  const after = await candidate.get(path);
  const late = await candidate.post(`${path}/consents`, consentGiven({}));

  expect(wanted.body.personWanted).toBe(true);
  expect((await ground.owner.store.interviews.get(interviewId))?.state).toBe('withdrawn');
  expect(after.body.state).toBe('withdrawn');
  expect([late.status, late.body.code]).toEqual([409, 'STATE_CONFLICT']);
});

test('whoever leaves in the middle has a page of their own, too: to see, export and erase what was stored', async () => {
  const { token } = await ground.invite();
  const candidate = ground.candidate(token);
  const { step } = (await started(candidate)).body;
  await candidate.post(`${path}/answers`, oneAnswer(step, '我先道歉，再核对单号。'));
  await candidate.post(`${path}/withdraw`, {});
  const { meUrl } = (await candidate.get(path)).body;
  const me = ground.candidate(meUrl.split('/').pop());
  const page = await me.get('/api/v1/me');
  const kept = await me.get('/api/v1/me/export');
  const erased = await me.post('/api/v1/me/erase', { confirm: true });

  expect(page.body).toMatchObject({ state: 'withdrawn', submittedAt: null });
  expect(JSON.stringify(kept.body.interview.answers)).toContain('我先道歉，再核对单号。');
  expect([erased.status, (await me.get('/api/v1/me')).status]).toEqual([204, 410]);
});

test('the own page stays open as long as the data: half a year, a year for who agreed to the talent pool', async () => {
  const daysOpen = async (talent_pool: boolean) => {
    const candidate = ground.candidate((await ground.invite({ questions: 1 })).token);
    await started(candidate, { talent_pool });
    await candidate.post(`${path}/withdraw`, {});
    const { meUrl } = (await candidate.get(path)).body;
    const { linkExpiresAt, retention } = (await ground.candidate(meUrl.split('/').pop()).get('/api/v1/me'))
      .body;
    return [Math.round((Date.parse(linkExpiresAt) - Date.now()) / 86_400_000), retention.days];
  };

  expect(await daysOpen(false)).toEqual([180, 180]);
  expect(await daysOpen(true)).toEqual([365, 365]);
});

test('more time and no timer change every limit of the questions', async () => {
  const more = ground.candidate((await ground.invite()).token);
  const none = ground.candidate((await ground.invite()).token);
  const slow = (await started(more, {}, { extraTime: 2 })).body;
  const free = (await started(none, {}, { noTimer: true })).body;

  expect(slow.step.preparationSeconds).toBe(2 * slow.preparationSeconds);
  expect(slow.step.answerSeconds).toBe(2 * slow.answerSeconds);
  expect([free.step.preparationSeconds, free.step.answerSeconds]).toEqual([null, null]);
});
