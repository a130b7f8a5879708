import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revokeInvitation } from '#core/interview/invite.ts';
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

/** The words on the way in the two languages. */
const words = {
  zh: {
    begin: '开始准备',
    confirm: '确认并继续',
    practice: '练习完成',
    start: '开始正式面试',
    go: '现在开始回答',
    answer: '您的回答',
    submit: '提交回答',
    skip: '跳过这一题',
    skipYes: '跳过',
    handIn: '提交面试',
    done: '面试已提交，谢谢您',
    text: '我先道歉，马上核对单号，请后厨先做这一桌，八分钟内上齐，客人赶上了车。',
  },
  en: {
    begin: 'Get ready',
    confirm: 'Confirm and continue',
    practice: 'Done practising',
    start: 'Start the interview',
    go: 'Start answering now',
    answer: 'Your answer',
    submit: 'Submit the answer',
    skip: 'Skip this question',
    skipYes: 'Skip',
    handIn: 'Hand in the interview',
    done: 'Your interview is handed in. Thank you',
    text: 'I apologised, checked the order and asked the kitchen to cook it first; all was served in eight minutes.',
  },
} as const;

test.each([
  ['zh', 390],
  ['en', 390],
  ['zh', 1280],
  ['en', 320],
] as const)('a candidate takes the whole interview in writing (%s, %i px)', async (lang, width) => {
  const w = words[lang];
  const { url, interviewId } = await ground.invite({ lang, questions: 2, interview: { followUps: 1 } });
  const candidate = await openCandidatePage(browser, url, { lang, width });
  const { page, press, look } = candidate;
  const name = (step: string) => `interview-${lang}-${step}`;

  await page.getByRole('button', { name: w.begin }).waitFor();
  await look(name('1-welcome'));
  await press(w.begin);
  expect(await page.locator('input[id^=consent-]:checked').count()).toBe(0);
  await press(w.confirm);
  await page.locator('[role=alert]').first().waitFor();
  await look(name('2-consent-missing'));
  await page.locator('#consent-interview').check();
  await page.locator('#consent-ai_scoring').check();
  await press(w.confirm);
  await press(w.practice);
  await look(name('3-ready'));
  await press(w.start);
  await page.getByRole('timer').waitFor();
  await look(name('4-prepare'));
  for (
    let step = 0;
    step < 8 && (await page.getByRole('button', { name: w.handIn }).count()) === 0;
    step += 1
  ) {
    const go = page.getByRole('button', { name: w.go });
    await page.getByRole('button', { name: w.go }).or(page.locator('#answer')).first().waitFor();
    if (await go.count()) await go.click();
    await page.getByLabel(w.answer).fill(`${w.text} ${step}`);
    if (step === 0) await look(name('5-answer'));
    const before = (await ground.owner.store.answers.ofInterview(interviewId)).length;
    await press(w.submit);
    await expect
      .poll(async () => (await ground.owner.store.answers.ofInterview(interviewId)).length)
      .toBe(before + 1);
    await page
      .getByRole('button', { name: w.go })
      .or(page.getByRole('button', { name: w.handIn }))
      .or(page.locator('#answer:not([readonly])'))
      .first()
      .waitFor();
  }
  await look(name('6-finish'));
  await press(w.handIn);
  await page.getByRole('heading', { name: w.done }).waitFor();
  await look(name('7-done'));

  expect((await ground.owner.store.interviews.get(interviewId))?.submittedAt).not.toBeNull();
  expect(candidate.faults).toEqual([]);
  await candidate.context.close();
});

test('a draft is there again after a reload, and pressing twice stores one answer', async () => {
  const { url, interviewId } = await ground.invite({
    questions: 2,
    interview: { preparationSeconds: 0, followUps: 0 },
  });
  const candidate = await openCandidatePage(browser, url);
  const { page } = candidate;
  await toFirstQuestion(candidate);
  await page.getByLabel('您的回答').fill('我先道歉，再请后厨加急，八分钟内上齐。');
  await page.getByText('草稿已存在本机').waitFor();
  await page.reload();
  const field = page.getByLabel('您的回答');
  await field.waitFor();
  expect(await field.inputValue()).toBe('我先道歉，再请后厨加急，八分钟内上齐。');

  await page.getByRole('button', { name: '提交回答' }).dblclick();
  await page.getByText('第 2 题，共 2 题').first().waitFor();
  expect(await ground.owner.store.answers.ofInterview(interviewId)).toHaveLength(1);
  expect(await page.getByLabel('您的回答').inputValue()).toBe('');
  await candidate.context.close();
});

test('without network an answer is called unsaved, and is sent by itself when the network is back', async () => {
  const { url, interviewId } = await ground.invite({
    questions: 2,
    interview: { preparationSeconds: 0, followUps: 0 },
  });
  const candidate = await openCandidatePage(browser, url);
  const { page, context } = candidate;
  await toFirstQuestion(candidate);
  await page.getByLabel('您的回答').fill('断网时写的回答。');
  await context.setOffline(true);
  await candidate.press('提交回答');
  await page.getByText('还没有保存成功', { exact: false }).waitFor();
  await candidate.look('interview-zh-offline');
  expect(await ground.owner.store.answers.ofInterview(interviewId)).toHaveLength(0);
  await context.setOffline(false);
  await page.getByText('第 2 题，共 2 题').first().waitFor();
  expect((await ground.owner.store.answers.ofInterview(interviewId))[0]?.text).toBe('断网时写的回答。');
  await context.close();
});

test('a second device goes on where the first stopped, and the first says so', async () => {
  const { url } = await ground.invite({ questions: 2, interview: { preparationSeconds: 0, followUps: 0 } });
  const first = await openCandidatePage(browser, url);
  await toFirstQuestion(first);
  await first.page.getByLabel('您的回答').fill('第一台设备上的回答。');
  await first.press('提交回答');
  await first.page.getByText('第 2 题，共 2 题').first().waitFor();
  await first.page.getByLabel('您的回答').fill('还没写完');

  const second = await openCandidatePage(browser, url);
  await second.page.getByRole('heading', { name: '面试正在另一台设备上进行' }).waitFor();
  await second.look('interview-zh-other-device');
  await second.press('在本机继续');
  await second.page.getByText('第 2 题，共 2 题').first().waitFor();

  await first.press('提交回答');
  await first.page.getByText('您在另一台设备上继续了这场面试', { exact: false }).waitFor();
  await first.press('在本机继续');
  expect(await first.page.getByLabel('您的回答').inputValue()).toBe('还没写完');
  await first.context.close();
  await second.context.close();
});

test.each([
  ['expired', '链接已过期'],
  ['revoked', '链接已被收回'],
  ['unknown', '找不到这场面试'],
] as const)('a link that is %s says what to do', async (kind, title) => {
  const invited = await ground.invite({ linkDays: kind === 'expired' ? -1 : 3 });
  if (kind === 'revoked') await revokeInvitation(ground.owner, invited.interviewId);
  const url = kind === 'unknown' ? `${server.url}/i/there-is-no-such-link` : invited.url;
  const candidate = await openCandidatePage(browser, url);
  await candidate.page.getByRole('heading', { name: title }).waitFor();
  await candidate.look(`interview-zh-link-${kind}`);
  await candidate.context.close();
});

test('somebody who wants a person, and somebody who leaves, are heard', async () => {
  const { url, interviewId } = await ground.invite();
  const candidate = await openCandidatePage(browser, url);
  const { page } = candidate;
  await candidate.press('我想由真人面试');
  await page.getByRole('dialog').waitFor();
  await candidate.look('interview-zh-person');
  await candidate.press('提交申请');
  await page.getByText('已申请由真人面试', { exact: false }).waitFor();
  expect((await ground.owner.store.interviews.get(interviewId))?.accommodations.humanInterviewer).toBe(true);

  await candidate.press('退出面试');
  await candidate.press('退出并撤回申请');
  await page.getByRole('heading', { name: '您已退出这场面试' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '您已退出这场面试' }).waitFor();
  await candidate.look('interview-zh-left');
  await candidate.context.close();
});

test('the language can be switched in the middle without losing a word', async () => {
  const { url } = await ground.invite({ questions: 2, interview: { preparationSeconds: 0 } });
  const candidate = await openCandidatePage(browser, url);
  await toFirstQuestion(candidate);
  await candidate.page.getByLabel('您的回答').fill('写到一半');
  await candidate.press('English');
  expect(await candidate.page.getByLabel('Your answer').inputValue()).toBe('写到一半');
  expect(await candidate.page.locator('html').getAttribute('lang')).toBe('en-US');
  await candidate.context.close();
});

test('the first page speaks the language of the browser, and says in which the questions are asked', async () => {
  const { url } = await ground.invite({ lang: 'zh', questions: 2 });
  const english = await openCandidatePage(browser, url, { lang: 'en' });
  await english.page.getByRole('heading', { level: 1, name: /invites you/ }).waitFor();
  await english.page.getByText('You were invited to an interview in 中文').waitFor();
  await english.page.getByText('Your data is stored on servers that the employer uses').waitFor();
  expect(await english.page.locator('html').getAttribute('lang')).toBe('en-US');
  await english.page.getByRole('button', { name: '中文' }).waitFor();
  await english.look('interview-en-of-chinese-job');
  await english.context.close();

  const { url: other } = await ground.invite({ lang: 'en', questions: 2 });
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(other);
  await page.getByRole('heading', { level: 1, name: /invites you/ }).waitFor();
  await context.close();
});

test('ticks, wishes and practice words are still there after a reload, until they are sent', async () => {
  const { url } = await ground.invite({ questions: 1 });
  const candidate = await openCandidatePage(browser, url);
  const { page, press } = candidate;
  await press('开始准备');
  await page.locator('#consent-interview').check();
  await page.getByRole('checkbox', { name: '不要计时' }).check();
  await page.reload();
  expect(await page.locator('#consent-interview').isChecked()).toBe(true);
  expect(await page.locator('#consent-ai_scoring').isChecked()).toBe(false);
  expect(await page.getByRole('checkbox', { name: '不要计时' }).isChecked()).toBe(true);
  await candidate.look('interview-zh-consents-again');
  await press('确认并继续');
  await page.getByLabel('练习回答').fill('我学会了修水龙头');
  await page.reload();
  expect(await page.getByLabel('练习回答').inputValue()).toBe('我学会了修水龙头');
  await press('开始正式面试');
  await page.getByText('第 1 题', { exact: false }).first().waitFor();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/水龙头|granted/);
  await candidate.context.close();
});
