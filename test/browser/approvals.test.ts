import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
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
let boss: StaffMember;
let head: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-approval-pages-'));
  [browser, server] = await Promise.all([launchBrowser(), startServer({ dataDir: folder })]);
  ground = await openReportGround({ dataDir: folder, publicUrl: server.url });
  hr = await ground.staff('hr', '周敏');
  boss = await ground.staff('owner', '陈建国');
  head = await ground.staff('employee', '许静');
});
afterAll(async () => {
  await browser?.close();
  await ground?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const faults: string[] = [];

async function opened(
  who: StaffMember,
  path: string,
  viewport: { readonly width: number; readonly height: number } = viewports.desktop,
  locale = 'zh-CN',
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale });
  const [name = '', value = ''] = who.cookie.split('=');
  await context.addCookies([
    { name, value, url: server.url, httpOnly: true, sameSite: 'Lax' },
    { name: 'lang', value: locale, url: server.url },
  ]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${server.url}/app${path}`);
  return page;
}

async function expectSound(page: Page, picture: string): Promise<void> {
  await takeScreenshot(page, picture);
  expect(faults).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

test('an owner sets a chain up by keyboard: a named person first, then the role; the order is changed without a mouse', async () => {
  const page = await opened(boss, '/settings/approvals');
  await page.getByRole('switch', { name: '需要审批' }).check();
  await page.getByRole('button', { name: '添加步骤' }).click();
  await page.getByRole('button', { name: '移除 发起人的直属上级' }).click();
  await page.getByLabel('添加审批人').selectOption({ label: '全体所有者' });
  await page.getByLabel('多人时').selectOption({ label: '一人同意即可' });
  await page.getByRole('button', { name: '添加步骤' }).click();
  await page.getByRole('button', { name: '移除 发起人的直属上级' }).click();
  await page.getByLabel('添加审批人').last().selectOption({ label: '指定人员…' });
  await page.getByRole('dialog').getByLabel('许静').check();
  await page.getByRole('dialog').getByRole('button', { name: '添加审批人' }).click();
  await page.getByLabel('处理时限').last().selectOption({ label: '24 小时' });
  await expectSound(page, 'approval-chain-zh');

  await page.getByRole('button', { name: /上移/ }).last().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('审批设置已保存').waitFor();

  const saved = (await boss.client.get('/api/v1/approval-chains')).body.items.find(
    (one: { kind: string }) => one.kind === 'offer',
  );
  expect(saved).toMatchObject({
    number: 1,
    enabled: true,
    steps: [
      { approvers: [{ kind: 'person', key: `staff:${head.id}` }], timeoutHours: 24 },
      { approvers: [{ kind: 'role', role: 'owner' }] },
    ],
  });
  await page.context().close();
});

test('HR writes an offer and sends it, the approvers decide on their phones, HR follows to the end', async () => {
  const { applicationId } = await ground.handedIn({ name: '林晓彤' });
  const page = await opened(hr, `/candidates/${applicationId}`);
  await page.getByRole('button', { name: '写录用通知' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('薪资').fill('月薪 6000 元 + 提成');
  await form.getByLabel('入职日期').fill('2026-12-01');
  await form.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '提交审批' }).click();
  const plan = page.getByRole('dialog');
  await plan.getByText('许静').waitFor();
  await expectSound(page, 'offer-plan-zh');
  await plan.getByRole('button', { name: '提交审批' }).click();
  await page.getByText('已提交审批').waitFor();
  await page.getByText('等待处理 许静').waitFor();

  const phone = await opened(head, '/approvals', viewports.phone);
  await phone.getByRole('link', { name: /录用审批 · 林晓彤/ }).click();
  await phone.getByText('月薪 6000 元 + 提成').waitFor();
  await phone.getByRole('button', { name: '不同意' }).click();
  await phone.getByText('请写明不同意的原因').waitFor();
  await phone.getByRole('textbox', { name: '意见' }).fill('人选合适');
  await expectSound(phone, 'approval-phone-zh');
  await phone.getByRole('button', { name: '同意', exact: true }).click();
  await phone.getByText('人选合适').waitFor();
  await phone.context().close();
  const second = await opened(boss, '/approvals', viewports.phone);
  await second.getByRole('link', { name: /录用审批 · 林晓彤/ }).click();
  await second.getByRole('button', { name: '同意', exact: true }).click();
  await second.getByText('已同意').first().waitFor();
  await second.context().close();

  await page.reload();
  await page.getByText('已批准').waitFor();
  await page.getByRole('button', { name: '已发给候选人' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '已发给候选人' }).click();
  await page.getByRole('button', { name: '候选人接受' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '候选人接受' }).click();
  await page.getByText('候选人已接受').waitFor();
  await expectSound(page, 'offer-accepted-zh');
  await page.context().close();
});

test('the list of approvals reads in English on a phone and a desktop', async () => {
  for (const [viewport, picture] of [
    [viewports.phone, 'approvals-phone-en'],
    [viewports.desktop, 'approvals-en'],
  ] as const) {
    const page = await opened(hr, '/approvals?box=all', viewport, 'en-US');
    await page.getByRole('link', { name: /Offer · 林晓彤/ }).waitFor();
    await expectSound(page, picture);
    await page.context().close();
  }
});
