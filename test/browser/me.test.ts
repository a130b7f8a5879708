import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseFeedback } from '#core/report/feedback-commands.ts';
import { openCandidatePage } from '../support/candidate-page.ts';
import { wholeInterview } from '../support/candidate-steps.ts';
import { httpClient } from '../support/http-client.ts';
import { type InterviewGround, type Invited, openInterviewGround } from '../support/interview-ground.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { viewports } from '../support/screenshot.ts';
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

/** A candidate whose interview is handed in and scored, with the address of their own page. */
async function scored(
  lang: 'zh' | 'en' = 'zh',
): Promise<{ readonly invited: Invited; readonly url: string }> {
  const invited = await ground.invite({ lang, questions: 2, interview: { followUps: 0 } });
  // Over the server, so that its work loop scores.
  const client = httpClient((path, init) => fetch(server.url + path, init), {
    authorization: `Bearer ${invited.token}`,
    'x-jinji-device': 'a-test-device',
  });
  const token = await wholeInterview(client, { ai_scoring: true, talent_pool: true }, lang);
  const state = async () => (await ground.owner.store.interviews.get(invited.interviewId))?.state;
  await expect.poll(state, { timeout: 30_000 }).toBe('scored');
  return { invited, url: `${server.url}/me/${token}` };
}

test('a candidate reads the feedback, asks for a review, takes their data along and withdraws a consent', async () => {
  const { invited, url } = await scored();
  const candidate = await openCandidatePage(browser, url);
  const { page, press, look } = candidate;
  await page.getByText('反馈还没有发布', { exact: false }).waitFor();
  await look('me-zh-1-before');
  await releaseFeedback(ground.owner, invited.applicationId);
  await page.reload();
  await page
    .getByRole('heading', { name: '做得好的地方' })
    .or(page.getByRole('heading', { name: '可以更好的地方' }))
    .first()
    .waitFor();

  await press('提交复核申请');
  await page.getByText('请先填写内容。').waitFor();
  await page.getByLabel('您认为哪里需要重新看，为什么').fill('第一题我没有听懂追问。');
  await press('提交复核申请');
  await page.getByText('复核申请已提交', { exact: false }).waitFor();

  const [download] = await Promise.all([page.waitForEvent('download'), press('导出我的全部资料（JSON）')]);
  const exported = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(exported.interview.answers).toHaveLength(2);

  await page.getByText('加入人才库').first().click();
  await page.getByRole('button', { name: /撤回这项同意\s*加入人才库/ }).click();
  await page.getByRole('dialog').waitFor();
  await look('me-zh-2-withdraw');
  await press('撤回');
  await page.getByText('已撤回“加入人才库”。').waitFor();
  await look('me-zh-3-after');

  expect(await ground.owner.store.feedback.appeals({ interviewId: invited.interviewId })).toHaveLength(1);
  expect(candidate.faults).toEqual([]);
  await candidate.context.close();
});

test('a request for correction goes to staff and its answer comes back', async () => {
  const { url } = await scored();
  const candidate = await openCandidatePage(browser, url);
  await candidate.page.getByLabel('哪里不对，应该是什么').fill('城市应为宁波。');
  await candidate.press('提交更正要求');
  await candidate.page.getByText('更正要求已提交', { exact: false }).waitFor();

  const context = await browser.newContext({ viewport: viewports.desktop, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(server.ownerLink ?? '');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '候选人的请求' }).click();
  await page.getByText('城市应为宁波。').waitFor();
  await page.getByRole('button', { name: '答复' }).click();
  await page.getByRole('radio', { name: '已更正' }).check();
  await page.getByLabel('给候选人的说明').fill('已改为宁波。');
  await page.getByRole('button', { name: '发送答复' }).click();
  await page.getByText('没有等待答复的请求').waitFor();
  await context.close();

  await candidate.page.reload();
  await candidate.page.getByText('答复：已改为宁波。').waitFor();
  await candidate.context.close();
});

test('a candidate has everything erased, and the page closes', async () => {
  const { url } = await scored('en');
  const candidate = await openCandidatePage(browser, url, { lang: 'en', width: 320 });
  const { page, press, look } = candidate;
  await page.getByRole('heading', { name: 'Feedback' }).waitFor();
  await look('me-en-1-before');
  await press('Erase everything about me');
  await press('Erase everything for good');
  await page.getByRole('heading', { name: 'Your data is erased' }).waitFor();
  await look('me-en-2-erased');
  await page.reload();
  await page.getByRole('heading', { name: 'This link was withdrawn' }).waitFor();
  await candidate.context.close();
});
