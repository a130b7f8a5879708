import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CandidatePage, openCandidatePage, toFirstQuestion } from '../support/candidate-page.ts';
import { type InterviewGround, openInterviewGround } from '../support/interview-ground.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';

let browser: Browser;
let server: RunningServer;
let ground: InterviewGround;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  ground = await openInterviewGround({ dataDir: server.dataDir, publicUrl: server.url });
});
afterAll(async () => {
  await browser?.close();
  await ground?.close();
  await server?.stop();
});

const invite = () =>
  ground.invite({
    questions: 2,
    interview: { voice: true, preparationSeconds: 0, followUps: 0, retakes: 1 },
  });

const segmentsOf = async (interviewId: string) => {
  const [recording] = await ground.owner.store.recordings.ofInterview(interviewId);
  return recording ? (await ground.owner.store.recordings.segments(recording.id)).length : 0;
};

async function startRecording(candidate: CandidatePage): Promise<void> {
  await toFirstQuestion(candidate);
  await candidate.page.getByRole('radio', { name: '语音' }).check();
  await candidate.press('打开麦克风');
  await candidate.press('开始录制');
}

test('a network that is cut in the middle of an upload loses nothing: the rest follows by itself', async () => {
  const { url, interviewId } = await invite();
  const candidate = await openCandidatePage(browser, url);
  const { page, context, press, look } = candidate;
  await startRecording(candidate);
  await expect.poll(() => segmentsOf(interviewId), { timeout: 15_000 }).toBeGreaterThan(0);
  await context.setOffline(true);
  await page.getByText('网络断开', { exact: false }).waitFor();
  await press('停止录制');
  await page.getByText('全部上传后就可以提交。').waitFor();
  await look('interview-zh-voice-offline');
  const cut = await segmentsOf(interviewId);
  await context.setOffline(false);
  await page.getByText('已全部上传并保存').waitFor();

  const [recording] = await ground.owner.store.recordings.ofInterview(interviewId);
  expect(recording?.segmentCount).toBeGreaterThan(cut);
  expect(['complete', 'compacted']).toContain(recording?.state);
  await context.close();
});

test('a page that is closed while recording finds what was said when it is opened again', async () => {
  const { url, interviewId } = await invite();
  const candidate = await openCandidatePage(browser, url);
  await startRecording(candidate);
  await expect.poll(() => segmentsOf(interviewId), { timeout: 15_000 }).toBeGreaterThan(0);
  await candidate.page.close();

  const page = await candidate.context.newPage();
  await page.goto(url);
  await page.getByText('找到了上次没有提交的录制', { exact: false }).waitFor();
  await page.getByText('已全部上传并保存').waitFor();
  await page.getByLabel('回答的要点').fill('页面关闭前说的要点。');
  await page.getByRole('button', { name: '提交回答' }).click();
  await page.getByText('第 2 题，共 2 题').first().waitFor();

  const [answer] = await ground.owner.store.answers.ofInterview(interviewId);
  expect(answer?.recordingId).toBe((await ground.owner.store.recordings.ofInterview(interviewId))[0]?.id);
  await candidate.context.close();
});

test('a recording that was stored but not handed in is found on a second device', async () => {
  const { url, interviewId } = await invite();
  const first = await openCandidatePage(browser, url);
  await startRecording(first);
  await first.page.waitForTimeout(1200);
  await first.press('停止录制');
  await first.page.getByText('已全部上传并保存').waitFor();
  await first.context.close();

  const second = await openCandidatePage(browser, url);
  await second.press('在本机继续');
  await second.page.getByRole('radio', { name: '语音' }).check();
  await second.page.getByText('这段录制是在另一台设备上完成的', { exact: false }).waitFor();
  await second.look('interview-zh-voice-second-device');
  await second.page.getByLabel('回答的要点').fill('换到电脑后补写的要点。');
  await second.press('提交回答');
  await second.page.getByText('第 2 题，共 2 题').first().waitFor();

  const answers = await ground.owner.store.answers.ofInterview(interviewId);
  expect(answers).toHaveLength(1);
  expect(answers[0]?.recordingId).not.toBeNull();
  await second.context.close();
});
