import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCandidatePage, toFirstQuestion } from '../support/candidate-page.ts';
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

/** A candidate whose first answer is stored, and whose network was lost before the next question came. */
async function cutBetween() {
  const { url, interviewId } = await ground.invite({ questions: 2, interview: { preparationSeconds: 0 } });
  const candidate = await openCandidatePage(browser, url);
  await toFirstQuestion(candidate);
  await candidate.page.route('**/api/v1/interview/step', (route) => route.abort());
  await candidate.page.getByLabel('您的回答').fill('有一次客人等了很久没有上菜，很生气，我先道歉。');
  await candidate.press('提交回答');
  await candidate.page.getByText('现在连不上网络', { exact: false }).waitFor();
  return { ...candidate, url, interviewId };
}

test('a network lost between an answer and the next question: the page says that the answer is stored and goes on', async () => {
  const { page, context, look, interviewId } = await cutBetween();
  await page.getByText('上一个回答已保存', { exact: false }).waitFor();
  await look('interview-zh-between');
  expect(await ground.owner.store.answers.ofInterview(interviewId)).toHaveLength(1);
  await page.unroute('**/api/v1/interview/step');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));

  await page.getByText('追问', { exact: true }).waitFor();
  await context.close();
});

test('a page that is reloaded between an answer and the next question shows the next question', async () => {
  const { page, context, interviewId } = await cutBetween();
  await page.reload();

  await page.getByText('追问', { exact: true }).waitFor();
  expect(await ground.owner.store.answers.ofInterview(interviewId)).toHaveLength(1);
  await context.close();
});

test('another device taken up between an answer and the next question asks the same follow-up', async () => {
  const first = await cutBetween();
  const second = await openCandidatePage(browser, first.url);
  await second.press('在本机继续');
  await second.page.getByText('追问', { exact: true }).waitFor();
  const asked = await second.page.getByRole('heading', { level: 1 }).textContent();
  await first.page.unroute('**/api/v1/interview/step');
  await first.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await first.page.getByText('另一台设备', { exact: false }).first().waitFor();
  const { followUp } = (await ground.owner.store.interviews.get(first.interviewId)) ?? {};

  expect(followUp?.text).toBe(asked);
  await Promise.all([first.context.close(), second.context.close()]);
});
