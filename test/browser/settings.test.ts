import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { sidewaysOverflow, viewports } from '../support/screenshot.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';
import { expectSoundPage, StaffBrowser } from './staff-browser.ts';

let browser: Browser;
let server: RunningServer;
let staff: StaffBrowser;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  staff = new StaffBrowser(browser, server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const parts = ['', '/people', '/platforms', '/system', '/audit', '/account'] as const;

test.each([
  ['zh-CN', viewports.desktop],
  ['zh-CN', viewports.phone],
  ['en-US', viewports.phone],
  ['zh-CN', { width: 320, height: 700 }],
] as const)('home and every part of the settings are sound in %s at %o', async (locale, viewport) => {
  const { page, context, faults } = await staff.open('/', { locale, viewport });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectSoundPage(page, `home-${locale}`);
  for (const part of parts) {
    await page.goto(staff.address(`/settings${part}`));
    await page.locator('.j-section-nav a[aria-current]').waitFor();
    await page.locator('.j-card, .j-table').first().waitFor();
    if (viewport.width === 320) expect(await sidewaysOverflow(page)).toBe(0);
    else await expectSoundPage(page, `settings${part.replace('/', '-')}-${locale}`);
  }
  expect(faults).toEqual([]);
  await context.close();
});

test('on a phone every page is in reach of the bar below, the last ones behind “more”', async () => {
  const { page, context } = await staff.open('/', { viewport: viewports.phone });
  const bar = page.locator('.j-bottom');
  await bar.getByRole('link').first().waitFor();
  const more = bar.getByRole('button', { name: '更多' });
  if ((await more.count()) > 0) {
    await more.click();
    await page.getByRole('menuitem', { name: '设置' }).click();
  } else {
    await bar.getByRole('link', { name: '设置' }).click();
  }
  await page.getByRole('heading', { level: 1, name: '公司' }).waitFor();
  await expectSoundPage(page, 'settings-by-bar-zh');
  await context.close();
});

test('company settings are saved, and leaving with changes asks first', async () => {
  const { page, context } = await staff.open('/settings');
  await page.getByLabel('候选人联系谁').fill('人事部 021-5555 0100');
  await page.getByRole('link', { name: '职位' }).click();
  await page.getByRole('dialog').getByText('要离开此页吗？').waitFor();
  await page.getByRole('button', { name: '留在此页' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存').waitFor();

  await page.reload();
  expect(await page.getByLabel('候选人联系谁').inputValue()).toBe('人事部 021-5555 0100');
  await page.getByLabel('公司名称').fill(' ');
  await page.getByText('请填写公司名称').waitFor();
  expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
  await context.close();
});

test('a colleague is invited by link, sees only what the role allows, and is out when disabled', async () => {
  const { page, context } = await staff.open('/settings/people');
  await page.getByRole('button', { name: '邀请同事' }).click();
  await page.getByRole('button', { name: '生成邀请链接' }).click();
  await page.getByText('请填写姓名').waitFor();
  await page.getByLabel('姓名').fill('李强');
  await page.getByLabel('HR').uncheck();
  await page.getByLabel('面试官').check();
  await page.getByRole('button', { name: '生成邀请链接' }).click();
  const link = await page.getByLabel('登录链接', { exact: true }).inputValue();
  await expectSoundPage(page, 'settings-link-zh');
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();

  const other = await browser.newContext({ locale: 'zh-CN', viewport: viewports.phone });
  const colleague = await other.newPage();
  await colleague.goto(link);
  await colleague.getByRole('button', { name: '登录' }).click();
  await colleague.getByText('您好，李强').waitFor();
  await colleague.goto(staff.address('/settings'));
  await colleague.getByRole('heading', { name: '我的账号' }).waitFor();
  expect(await colleague.getByRole('link', { name: '成员' }).count()).toBe(0);
  await colleague.goto(staff.address('/settings/people'));
  await colleague.getByText('您没有查看此页的权限').waitFor();

  await page.getByRole('button', { name: '对“李强”的操作' }).click();
  await page.getByRole('menuitem', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await page.getByRole('cell', { name: '已停用' }).waitFor();
  await colleague.goto(staff.address('/'));
  await colleague.getByRole('heading', { name: '请先登录' }).waitFor();
  await other.close();
  await context.close();
});

test('the only owner cannot give the role away', async () => {
  const { page, context } = await staff.open('/settings/people');
  await page.getByRole('button', { name: '对“示例管理员”的操作' }).click();
  expect(await page.getByRole('menuitem', { name: '停用' }).count()).toBe(0);
  await page.getByRole('menuitem', { name: '修改姓名和角色' }).click();
  await page.getByLabel('负责人').uncheck();
  await page.getByLabel('HR').check();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('公司至少要有一位负责人').waitFor();
  await expectSoundPage(page, 'settings-last-owner-zh');
  await context.close();
});

test('the log is narrowed and its proof is shown', async () => {
  const { page, context } = await staff.open('/settings/audit');
  await page.getByRole('cell', { name: '邀请成员' }).waitFor();
  await page.getByLabel('类别').selectOption('company');
  await page.getByRole('cell', { name: '创建公司' }).waitFor();
  expect(await page.getByRole('cell', { name: '邀请成员' }).count()).toBe(0);
  await page.getByRole('button', { name: '校验日志' }).click();
  await page.getByText(/日志完整，\d+ 条记录全部校验通过/).waitFor();
  await expectSoundPage(page, 'settings-audit-verified-zh');
  await page.getByText('查看编号与详情').first().click();
  await page.locator('details[open] code').first().waitFor();
  await expectSoundPage(page, 'settings-audit-details-zh');
  await page.reload();
  expect(await page.getByLabel('类别').inputValue()).toBe('company');
  await context.close();

  const phone = await staff.open('/settings/audit', { viewport: viewports.phone });
  const here = phone.page.locator('.j-section-nav [aria-current]');
  await here.waitFor();
  await expect.poll(async () => (await here.boundingBox())?.x ?? 999).toBeLessThan(340);
  await phone.context.close();
});

test('with one click the sample goes and its owner begins in a company of their own', async () => {
  const { page, context, faults } = await staff.open('/');
  await page.getByRole('button', { name: '移除示例公司' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '移除示例公司' }).click();

  await page.getByRole('heading', { name: '欢迎，先认识一下' }).waitFor();
  await expectSoundPage(page, 'welcome-zh');
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByText('请填写公司名称').waitFor();
  await page.getByLabel('公司名称').fill('小满餐饮');
  await page.getByLabel('您的姓名').fill('王敏');
  await page.getByRole('button', { name: '开始使用' }).click();

  await page.getByText('您好，王敏').waitFor();
  await page.getByText('小满餐饮').first().waitFor();
  expect(await page.getByText('这是示例公司').count()).toBe(0);
  await expectSoundPage(page, 'home-own-zh');
  expect(faults).toEqual([]);

  await page.goto(staff.address('/settings'));
  await page.getByRole('button', { name: '删除公司' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除公司' }).click();
  await page.getByText('与公司名称不一致').waitFor();
  await page.getByLabel(/请输入公司名称/).fill('小满餐饮');
  await expectSoundPage(page, 'settings-erase-zh');
  await page.getByRole('dialog').getByRole('button', { name: '删除公司' }).click();
  await page.getByRole('heading', { name: '请先登录' }).waitFor();
  await context.close();
});
