import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { speechEmulator, speechEmulatorFacts } from '../emulators/hugging-face/speech.ts';
import { openCandidatePage, toFirstQuestion } from '../support/candidate-page.ts';
import { type InterviewGround, openInterviewGround } from '../support/interview-ground.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';

let browser: Browser;
let server: RunningServer;
let ground: InterviewGround;
const both = { voice: true, video: true, preparationSeconds: 0, followUps: 0, retakes: 1 } as const;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  ground = await openInterviewGround({ dataDir: server.dataDir, publicUrl: server.url });
});
afterAll(async () => {
  await browser?.close();
  await ground?.close();
  await server?.stop();
});

const fixture = join(import.meta.dirname, '../fixtures/media/opus.webm');

const recordingsOf = async (at: InterviewGround, interviewId: string) =>
  (await at.owner.store.recordings.ofInterview(interviewId)).map(({ state, mediaType }) => ({
    state,
    kind: mediaType.split('/')[0],
  }));

test.each([
  ['语音', '打开麦克风', 'audio', 'voice'],
  ['视频', '打开麦克风和摄像头', 'video', 'video'],
] as const)(
  'a candidate answers by %s with typed points, records again once, and hands in the second take',
  async (label, open, kind, mode) => {
    const { url, interviewId } = await ground.invite({ questions: 2, interview: both });
    const candidate = await openCandidatePage(browser, url);
    const { page, press, look } = candidate;
    await toFirstQuestion(candidate);
    await page.getByRole('radio', { name: label }).check();
    await page.getByText('录制前请知道：这里没有语音转写').waitFor();
    await look(`interview-zh-${mode}-1-ask`);
    await press(open);
    await page.getByRole('meter', { name: '麦克风音量' }).waitFor();
    await look(`interview-zh-${mode}-2-check`);
    await press('开始录制');
    await page.getByText('边录边上传：服务器已收到 1', { exact: false }).waitFor();
    await look(`interview-zh-${mode}-3-recording`);
    await press('停止录制');
    await page.getByText('已全部上传并保存').waitFor();

    await press('重录（还可 1 次）');
    await press('放弃并重录');
    await press('开始录制');
    await page.waitForTimeout(1200);
    await press('停止录制');
    await page.getByText('已全部上传并保存').waitFor();
    expect(await page.getByRole('button', { name: '重录', exact: false }).count()).toBe(0);
    await look(`interview-zh-${mode}-4-review`);
    await press('提交回答');
    await page.getByRole('dialog').getByText('未能评分', { exact: false }).waitFor();
    await press('取消');
    await page.getByLabel('回答的要点').fill('我先道歉，再请后厨加急，八分钟内上齐。');
    await press('提交回答');
    await page.getByText('第 2 题，共 2 题').first().waitFor();

    const [answer] = await ground.owner.store.answers.ofInterview(interviewId);
    expect(answer).toMatchObject({
      mode,
      textSource: 'typed',
      text: '我先道歉，再请后厨加急，八分钟内上齐。',
    });
    const recordings = await recordingsOf(ground, interviewId);
    expect(recordings.map((one) => one.kind)).toEqual([kind, kind]);
    expect(recordings[0]?.state).toBe('erased');
    expect(['complete', 'compacted']).toContain(recordings[1]?.state);
    expect(candidate.faults).toEqual([]);
    await candidate.context.close();
  },
);

test('whoever refuses the microphone is told what to do and goes on in writing', async () => {
  const refusing = await launchBrowser({ allowMedia: false });
  const { url, interviewId } = await ground.invite({ questions: 2, interview: both });
  const candidate = await openCandidatePage(refusing, url);
  const { page, press, look } = candidate;
  await toFirstQuestion(candidate);
  await page.getByRole('radio', { name: '语音' }).check();
  await press('打开麦克风');
  await page.getByText('没有得到使用麦克风的许可').waitFor();
  await look('interview-zh-voice-refused');
  await page.getByRole('radio', { name: '文字' }).check();
  await page.getByLabel('您的回答').fill('没有麦克风，我用文字回答。');
  await press('提交回答');
  await page.getByText('第 2 题，共 2 题').first().waitFor();

  expect((await ground.owner.store.answers.ofInterview(interviewId))[0]?.mode).toBe('text');
  await refusing.close();
});

test('where the page may not record, a file of the phone is uploaded, and the notice comes beforehand', async () => {
  const { url, interviewId } = await ground.invite({ questions: 2, interview: both });
  const candidate = await openCandidatePage(browser, 'about:blank');
  const { page, look } = candidate;
  // As on plain http in an office network: no secure context, hence no WebCrypto and no microphone.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
    Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
  });
  await page.goto(url);
  await page.getByText('这个地址不能直接录音录像').waitFor();
  await toFirstQuestion(candidate);
  await page.getByRole('radio', { name: '语音' }).check();
  await look('interview-zh-voice-insecure');
  await page.getByLabel('用手机录音后选择文件').setInputFiles(fixture);
  await page.getByText('已全部上传并保存').waitFor();
  await page.getByLabel('回答的要点').fill('用手机录好后上传的回答。');
  await candidate.press('提交回答');
  await page.getByText('第 2 题，共 2 题').first().waitFor();

  const [recording] = await ground.owner.store.recordings.ofInterview(interviewId);
  expect(recording).toMatchObject({ bytes: expect.any(Number) });
  expect(['complete', 'compacted']).toContain(recording?.state);
  await candidate.context.close();
});

test('without the consent to recordings only writing is offered', async () => {
  const { url } = await ground.invite({ questions: 2, interview: both });
  const { page, press, context } = await openCandidatePage(browser, url);
  await press('开始准备');
  await page.locator('#consent-interview').check();
  await press('确认并继续');
  await press('开始正式面试');
  await page.getByLabel('您的回答').waitFor();

  expect(await page.getByRole('radio', { name: '语音' }).count()).toBe(0);
  await context.close();
});

test('where speech is recognised its words can be corrected, and the original is kept', async () => {
  const emulator = speechEmulator();
  const speech = serve({ fetch: (request) => emulator.app.fetch(request), port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => speech.once('listening', () => resolve()));
  const address = `http://127.0.0.1:${(speech.address() as AddressInfo).port}`;
  const hearing = await startServer({
    env: {
      TRANSCRIBER_URL: `${address}/v1`,
      TRANSCRIBER_KEY: speechEmulatorFacts.token,
      ALLOWED_PRIVATE_HOSTS: '127.0.0.1',
    },
  });
  const at = await openInterviewGround({ dataDir: hearing.dataDir, publicUrl: hearing.url });
  const { url, interviewId } = await at.invite({ questions: 2, interview: both });
  const candidate = await openCandidatePage(browser, url);
  const { page, press, look } = candidate;
  await toFirstQuestion(candidate);
  await page.getByRole('radio', { name: '语音' }).check();
  await press('打开麦克风');
  await press('开始录制');
  await page.waitForTimeout(1500);
  await press('停止录制');
  const words = page.getByLabel('转写的文字（可以改正）');
  await words.waitFor();
  await look('interview-zh-voice-transcript');
  expect(await words.inputValue()).toBe(speechEmulatorFacts.heardText);
  await words.fill('客户投诉送货晚了，我先道歉，然后联系仓库当天补发，客户很满意。');
  await press('提交回答');
  await page.getByText('第 2 题，共 2 题').first().waitFor();

  expect((await at.owner.store.answers.ofInterview(interviewId))[0]).toMatchObject({
    textSource: 'transcript',
    text: '客户投诉送货晚了，我先道歉，然后联系仓库当天补发，客户很满意。',
    originalText: speechEmulatorFacts.heardText,
    asrConfidence: 1,
  });
  await candidate.context.close();
  await at.close();
  await hearing.stop();
  speech.close();
});
