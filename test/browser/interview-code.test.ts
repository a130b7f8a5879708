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

test('code is written on a phone with steps and symbols at hand, outlives a reload and is handed in after the words', async () => {
  const { url, interviewId } = await ground.invite({
    pack: { industry: 'it-internet', questionType: 'code' },
    questions: 1,
    interview: { preparationSeconds: 0, followUps: 0, voice: false, video: false },
  });
  const candidate = await openCandidatePage(browser, url);
  const { page, press, look, faults } = candidate;
  await toFirstQuestion(candidate);
  const go = page.getByRole('button', { name: '现在开始回答' });
  await go.or(page.locator('#answer')).first().waitFor();
  if (await go.count()) await go.click();
  await page.getByLabel('您的回答').fill('用字典计数，再排序取前三，时间是 n log n。');
  const code = page.getByLabel('代码（可以不写）');
  await code.click();
  await page.keyboard.type('def top(items):');
  await page.keyboard.press('Enter');
  await page.keyboard.type('return items');
  await page.getByRole('toolbar').getByRole('button', { name: '[', exact: true }).click();
  await page.keyboard.type(':3]');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await look('interview-code');
  expect(await code.inputValue()).toBe('def top(items):\n  return items[:3]');

  await page.keyboard.press('Shift+Tab');
  expect(await code.inputValue()).toBe('def top(items):\nreturn items[:3]');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await code.evaluate((field) => document.activeElement === field)).toBe(false);

  await page.reload();
  await page.getByLabel('代码（可以不写）').waitFor();
  const kept = await page.getByLabel('代码（可以不写）').inputValue();
  expect(kept).toContain('return items');
  await press('提交回答');
  await page.getByRole('button', { name: '提交面试' }).waitFor();
  const [answer] = await ground.owner.store.answers.ofInterview(interviewId);
  expect(answer?.text).toBe(
    `用字典计数，再排序取前三，时间是 n log n。\n\n\`\`\`\n${kept.trimEnd()}\n\`\`\``,
  );
  expect(faults).toEqual([]);
  await candidate.context.close();
}, 60_000);
