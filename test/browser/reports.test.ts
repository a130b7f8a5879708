import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import {
  openReportGround,
  type ReportGround,
  type StaffMember,
  thinAnswers,
} from '../support/report-ground.ts';
import { sidewaysOverflow, takeScreenshot, viewports } from '../support/screenshot.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';

let folder: string;
let browser: Browser;
let server: RunningServer;
let ground: ReportGround;
let hr: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-report-pages-'));
  [browser, server] = await Promise.all([launchBrowser(), startServer({ dataDir: folder })]);
  ground = await openReportGround({ dataDir: folder, publicUrl: server.url });
  hr = await ground.staff('hr', '周敏');
});
afterAll(async () => {
  await browser?.close();
  await ground?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Look {
  readonly locale: 'zh-CN' | 'en-US';
  readonly viewport: (typeof viewports)[keyof typeof viewports];
}

/** A page signed in as the HR person, with every fault of the page kept. */
async function signedIn(look: Look): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext(look);
  const [name = '', value = ''] = hr.cookie.split('=');
  await context.addCookies([
    { name, value, url: server.url, httpOnly: true, sameSite: 'Lax' },
    { name: 'lang', value: look.locale, url: server.url },
  ]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { context, page, faults };
}

async function expectSound(page: Page, faults: readonly string[]): Promise<void> {
  expect(faults).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

test('HR goes from the list to a report, reads the evidence, sets a point aside, decides and releases feedback', async () => {
  await ground.handedIn({ name: '林晓彤' });
  const { context, page, faults } = await signedIn({ locale: 'zh-CN', viewport: viewports.desktop });
  await page.goto(`${server.url}/app/reports`);
  await page.getByRole('link', { name: '林晓彤' }).click();

  await page.getByRole('heading', { name: /推荐/ }).waitFor();
  await page.getByRole('img', { name: /维度评分图/ }).waitFor();
  expect(await page.locator('mark').count()).toBeGreaterThan(3);
  expect(await page.getByRole('row').locator('.j-quote').count()).toBeGreaterThan(3);
  await page.getByRole('button', { name: /确认 \d 项必备条件/ }).click();
  expect(await page.locator('#report-facts:focus').count()).toBe(1);
  expect(await page.getByText('单次面试能解释的工作表现差异有限').count()).toBe(1);
  await expectSound(page, faults);
  await takeScreenshot(page, 'report-zh');

  await page.getByRole('button', { name: '标为已核实' }).first().click();
  await page.getByRole('textbox', { name: '说明' }).fill('电话里问过，说得出具体的事');
  await page.getByRole('dialog').getByRole('button', { name: '标为已核实' }).click();
  await page.getByText('周敏 已核实').waitFor();

  await page.getByRole('button', { name: '发布给候选人' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布给候选人' }).click();
  await page.getByText('反馈已发布').first().waitFor();

  const confirm = page.getByRole('button', { name: '以 周敏 的名义确认' });
  const described = () =>
    confirm.evaluate((b) => document.getElementById(b.getAttribute('aria-describedby') ?? '')?.textContent);
  expect(await described()).toBe('还需要：决定');
  await confirm.click({ force: true });
  await page.getByRole('radio', { name: /进入：/ }).check();
  expect(await described()).toBe('还需要：理由');
  await page.getByRole('combobox', { name: '理由' }).selectOption('other');
  expect(await described()).toBe('还需要：补充说明');
  await expectSound(page, faults);
  await takeScreenshot(page, 'report-decision-lacks-zh');
  await page.getByRole('combobox', { name: '理由' }).selectOption('strong_evidence');
  expect(await described()).toBe(undefined);
  await confirm.click();
  await page.getByText('决定已记录').first().waitFor();
  await page.getByText('周敏：进入下一步').waitFor();
  await expectSound(page, faults);

  await page.goto(`${server.url}/app/reports?view=decided`);
  await page.getByRole('link', { name: '林晓彤' }).waitFor();
  await expectSound(page, faults);
  await context.close();
});

test('a rejection is confirmed, names its reason and can be taken back, on a phone in English', async () => {
  const { applicationId } = await ground.handedIn({ name: '高远', answers: thinAnswers });
  const { context, page, faults } = await signedIn({ locale: 'en-US', viewport: viewports.phone });
  await page.goto(`${server.url}/app/reports/${applicationId}`);
  await page.getByRole('heading', { name: '高远' }).waitFor();
  await expectSound(page, faults);
  await takeScreenshot(page, 'report-phone-en');

  await page.getByRole('radio', { name: 'Do not proceed' }).check();
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('below_requirements');
  await page.getByRole('button', { name: 'Confirm as 周敏' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Do not proceed' }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Still needed: Why it is taken back').waitFor();
  await takeScreenshot(page, 'report-reopen-lacks-en');
  await page.getByRole('textbox', { name: 'Why it is taken back' }).fill('Wrong candidate');
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Taken back; it can be decided anew').first().waitFor();
  await page.getByRole('radio', { name: 'Hold' }).waitFor();
  await expectSound(page, faults);
  await context.close();
});

test('in blind mode the form comes first, by keyboard alone, and the scores appear once it is sent', async () => {
  const { applicationId } = await ground.handedIn({
    name: '宋雨',
    questions: 2,
    interview: { humanRatesFirst: true },
  });
  const { context, page, faults } = await signedIn({ locale: 'zh-CN', viewport: viewports.desktop });
  await page.goto(`${server.url}/app/reports/${applicationId}`);
  await page.getByRole('heading', { name: '我的评分' }).waitFor();
  expect(await page.locator('mark').count()).toBe(0);
  expect(await page.getByText('宋雨').count()).toBe(0);
  await expectSound(page, faults);
  await takeScreenshot(page, 'report-blind-zh');

  const scores = page.getByRole('combobox', { name: /评分/ });
  for (let i = 0; i < (await scores.count()); i += 1) {
    await scores.nth(i).focus();
    await page.keyboard.press('3');
  }
  await page.getByRole('button', { name: '提交评分' }).focus();
  await page.keyboard.press('Enter');

  await page.getByText('评分已提交').first().waitFor();
  await page.getByRole('heading', { name: '宋雨' }).waitFor();
  await page.getByText('周敏 的评分').waitFor();
  await expectSound(page, faults);
  await context.close();
});

test('words in two forms of a report are both kept from being lost, and each answer lies beside its rating', async () => {
  const { applicationId } = await ground.handedIn({ name: '罗一鸣', questions: 1 });
  const { context, page, faults } = await signedIn({ locale: 'zh-CN', viewport: viewports.phone });
  await page.goto(`${server.url}/app/reports/${applicationId}`);
  await page.getByRole('textbox', { name: '开头' }).fill('您好，感谢您来面试。');
  await page.getByRole('radio', { name: '暂缓' }).check();
  const note = page.getByRole('textbox', { name: '补充说明' });
  await note.fill('再想想');
  await note.fill('');
  await page.getByRole('link', { name: '报告' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '留在此页' }).click();
  expect(await page.getByRole('textbox', { name: '开头' }).inputValue()).toBe('您好，感谢您来面试。');

  await page.getByRole('button', { name: '填写我的评分' }).click();
  await page.getByText('看这道题的回答').click();
  await page.locator('fieldset').getByText('去年国庆那天中午').waitFor();
  await expectSound(page, faults);
  await context.close();
});

test('candidates of one version are compared with ties as ties, and no appeals is said as such', async () => {
  const first = await ground.handedIn({ name: '邓超群', questions: 2 });
  await ground.handedIn({ name: '袁莉莉', beside: first.applicationId });
  const { body } = await hr.client.get(`/api/v1/applications/${first.applicationId}/report`);
  const { id, versionId } = body.document.job;
  for (const look of [
    { locale: 'zh-CN', viewport: viewports.desktop },
    { locale: 'en-US', viewport: viewports.phone },
  ] as const) {
    const { context, page, faults } = await signedIn(look);
    await page.goto(`${server.url}/app/reports/compare?job=${id}&version=${versionId}`);
    await page.getByRole('link', { name: '袁莉莉' }).waitFor();
    expect(await page.getByText(look.locale === 'zh-CN' ? '并列' : 'Tied', { exact: true }).count()).toBe(2);
    await expectSound(page, faults);
    await takeScreenshot(page, `compare-${look.locale}`);
    await page.goto(`${server.url}/app/reports/appeals`);
    await page.getByRole('heading', { name: look.locale === 'zh-CN' ? '没有申诉' : 'No appeals' }).waitFor();
    await expectSound(page, faults);
    await context.close();
  }
});

test('raters practise on sample answers by keyboard, and HR sees every part of rating quality', async () => {
  for (const look of [
    { locale: 'zh-CN', viewport: viewports.desktop },
    { locale: 'en-US', viewport: viewports.phone },
  ] as const) {
    const zh = look.locale === 'zh-CN';
    const { context, page, faults } = await signedIn(look);
    await page.goto(`${server.url}/app/quality/practice`);
    await page.getByRole('button', { name: zh ? '开始练习' : 'Start' }).click();
    await page.getByRole('radiogroup').or(page.locator('fieldset')).first().waitFor();
    await expectSound(page, faults);
    const groups = await page.locator('fieldset').all();
    expect(groups).toHaveLength(6);
    for (const group of groups) {
      await group.getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    await page.getByRole('button', { name: zh ? '交卷看结果' : 'Hand in and see the result' }).click();
    await page.getByRole('heading', { name: zh ? '结果' : 'Result', exact: true }).waitFor();
    await page.reload();
    await page
      .getByText(zh ? '您给了 2 级' : 'you gave level 2')
      .first()
      .waitFor();
    await expectSound(page, faults);
    for (const part of ['people', 'machine', 'decisions']) {
      await page.goto(`${server.url}/app/quality?part=${part}`);
      await page.getByRole('tab', { selected: true }).waitFor();
      await expectSound(page, faults);
    }
    await context.close();
  }
});
