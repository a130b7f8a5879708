import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';
import { sidewaysOverflow, takeScreenshot, viewports } from '../support/screenshot.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';

let folder: string;
let browser: Browser;
let server: RunningServer;
let ground: ReportGround;
let hr: StaffMember;
let lead: StaffMember;
let applicationId: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-second-round-pages-'));
  [browser, server] = await Promise.all([launchBrowser(), startServer({ dataDir: folder })]);
  ground = await openReportGround({ dataDir: folder, publicUrl: server.url });
  hr = await ground.staff('hr', '周敏');
  lead = await ground.staff('interviewer', '许静');
  ({ applicationId } = await ground.handedIn({ name: '宋雨' }));
});
afterAll(async () => {
  await browser?.close();
  await ground?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Look {
  readonly who: StaffMember;
  readonly locale?: 'zh-CN' | 'en-US';
  readonly viewport?: (typeof viewports)[keyof typeof viewports];
}

/** A page signed in as somebody of the staff, with every fault of the page kept. */
async function signedIn({ who, locale = 'zh-CN', viewport = viewports.desktop }: Look): Promise<{
  context: BrowserContext;
  page: Page;
  faults: string[];
}> {
  const context = await browser.newContext({ locale, viewport, timezoneId: 'Asia/Shanghai' });
  const [name = '', value = ''] = who.cookie.split('=');
  await context.addCookies([
    { name, value, url: server.url, httpOnly: true, sameSite: 'Lax' },
    { name: 'lang', value: locale, url: server.url },
  ]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { context, page, faults };
}

async function expectSound(page: Page, name: string): Promise<void> {
  await takeScreenshot(page, name);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

/** A day next week, as a date field takes it. */
const nextWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

test('HR arranges a second round from the report, and the interviewer finds it by the bell on a phone', async () => {
  const { context, page, faults } = await signedIn({ who: hr });
  await page.goto(`${server.url}/app/reports/${applicationId}`);
  await page
    .getByRole('link', { name: /通知，1 条未读/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: '安排复试' }).click();
  const dialog = page.getByRole('dialog', { name: '安排复试' });
  await dialog.getByLabel('日期').fill(nextWeek());
  await dialog.getByLabel('时间', { exact: true }).fill('14:30');
  await dialog.getByRole('textbox', { name: '地点' }).fill('西湖店二楼会议室');
  await dialog.getByRole('checkbox', { name: '许静' }).check();
  await dialog.getByRole('button', { name: '查看是否有空' }).click();
  await dialog.getByText('没有其他复试').waitFor();
  await dialog.getByLabel(/给候选人的话/).fill('请带上健康证');
  await expectSound(page, 'second-round-arrange');
  await dialog.getByRole('button', { name: '保存安排' }).click();
  await page.getByText('西湖店二楼会议室').first().waitFor();
  await expectSound(page, 'second-round-report');
  expect(faults).toEqual([]);
  await context.close();

  const phone = await signedIn({ who: lead, viewport: viewports.phone });
  await phone.page.goto(`${server.url}/app/`);
  await phone.page.getByRole('link', { name: '通知，1 条未读' }).filter({ visible: true }).click();
  const notice = phone.page.getByRole('link', { name: '请您参加宋雨的复试' });
  await notice.waitFor();
  await expectSound(phone.page, 'notices-phone');
  await notice.click();
  await phone.page.getByRole('heading', { name: '宋雨' }).waitFor();
  await phone.page.getByText('14:30').first().waitFor();
  await phone.page.getByRole('button', { name: '我会参加' }).click();
  await phone.page.getByText('已确认', { exact: true }).waitFor();
  await phone.page.getByRole('link', { name: '通知，没有未读' }).filter({ visible: true }).waitFor();
  await expectSound(phone.page, 'second-round-phone');
  expect(phone.faults).toEqual([]);
  await phone.context.close();
});

test('the candidate finds time, place and HR’s words on their own page', async () => {
  const { body: feedback } = await hr.client.get(`/api/v1/applications/${applicationId}/feedback`);
  const context = await browser.newContext({ locale: 'zh-CN', viewport: viewports.phone });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(feedback.meUrl);
  await page.getByRole('heading', { name: '复试' }).waitFor();
  await page.getByText('地点：西湖店二楼会议室').waitFor();
  await page.getByText('请带上健康证').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '加入我的日历' }).click();
  expect((await download).suggestedFilename()).toBe('interview.ics');
  await expectSound(page, 'second-round-me');
  expect(faults).toEqual([]);
  await context.close();
});

test('once the round has begun the interviewer fills in the scorecard, and HR reads it with the report', async () => {
  const { services } = ground.ground.installation;
  for (const tenant of await services.system.tenants()) {
    const store = services.stores.open(tenant.id);
    for (const round of await store.secondRounds.ofApplication(applicationId)) {
      const from = { revision: round.revision, calendarStep: round.calendar.step };
      const startsAt = new Date(Date.now() - 3_600_000).toISOString();
      await store.commit([store.secondRounds.update(round.id, from, { startsAt })]);
    }
  }
  const { context, page, faults } = await signedIn({ who: lead, viewport: viewports.phone });
  await page.goto(`${server.url}/app/second-rounds`);
  await page.getByRole('link', { name: '宋雨' }).click();
  await page.getByRole('heading', { name: '我的评分表' }).waitFor();
  for (const select of await page.getByRole('combobox').all()) await select.selectOption('4');
  await page.getByRole('radio', { name: '建议推进' }).check();
  await page.getByLabel('总的看法').fill('沟通清楚，愿意学');
  await expectSound(page, 'scorecard-phone');
  await page.getByRole('button', { name: '提交评分' }).click();
  await page.getByText('沟通清楚，愿意学').waitFor();
  expect(faults).toEqual([]);
  await context.close();

  const english = await signedIn({ who: hr, locale: 'en-US' });
  await english.page.goto(`${server.url}/app/candidates/${applicationId}`);
  await english.page.getByRole('heading', { name: 'Second rounds' }).waitFor();
  await english.page.getByText('沟通清楚，愿意学').waitFor();
  await english.page.getByRole('button', { name: 'Copy the text for the candidate' }).click();
  const text = english.page.getByRole('dialog').getByRole('textbox');
  await text.waitFor();
  expect(await text.inputValue()).toContain('invites you to a second interview');
  await expectSound(english.page, 'second-round-english');
  expect(english.faults).toEqual([]);
  await english.context.close();
});

test('everyone chooses their cards, and those who look after the company set its quiet hours', async () => {
  const owner = await ground.staff('owner', '陈总');
  const { context, page, faults } = await signedIn({ who: owner, viewport: viewports.phone });
  await page.goto(`${server.url}/app/settings/notices`);
  await page.getByRole('heading', { name: '公司的发送规则' }).waitFor();
  await page.getByLabel('免打扰时间 · 从').fill('22:00');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  await expectSound(page, 'notice-settings-phone');
  expect(faults).toEqual([]);
  await context.close();
});
