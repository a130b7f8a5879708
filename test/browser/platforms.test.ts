import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeCompany } from '../emulators/shared/company.ts';
import { type WecomEmulator, wecomApp, wecomEmulator } from '../emulators/wecom/wecom-emulator.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { viewports } from '../support/screenshot.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';
import { expectSoundPage, StaffBrowser } from './staff-browser.ts';

let browser: Browser;
let emulator: WecomEmulator;
let platform: ServerType;
let server: RunningServer;
let staff: StaffBrowser;
beforeAll(async () => {
  emulator = wecomEmulator(madeCompany({ departments: 3, people: 40 }), { now: () => new Date() });
  const address = await new Promise<AddressInfo>((resolve) => {
    platform = serve({ fetch: emulator.app.fetch, port: 0, hostname: '127.0.0.1' }, resolve);
  });
  [browser, server] = await Promise.all([
    launchBrowser(),
    startServer({ env: { NODE_OPTIONS: wecomAt(`http://127.0.0.1:${address.port}`) } }),
  ]);
  staff = new StaffBrowser(browser, server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  platform?.close();
});

/** The built server has no setting for the platform's address, so its calls are led elsewhere before it starts. */
function wecomAt(origin: string): string {
  const script = `const real = fetch; globalThis.fetch = (to, init) =>
    real(typeof to === 'string' ? to.replace('https://qyapi.weixin.qq.com', '${origin}') : to, init);`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

const count = (page: Page, name: string) =>
  page.locator('.j-counts > div', { hasText: name }).locator('dd').innerText();

async function connect(page: Page): Promise<void> {
  await page.getByRole('button', { name: '连接企业微信' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('企业 ID').fill(wecomApp.corpId);
  await form.getByLabel('AgentId').fill(wecomApp.agentId);
  await form.getByLabel('应用 Secret').fill(wecomApp.secret);
  await form.getByRole('button', { name: '测试并连接' }).click();
  await page.getByText('读取完成').waitFor();
}

async function disconnect(page: Page): Promise<void> {
  await page.getByRole('button', { name: '断开连接' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '断开连接' }).click();
  await page.getByRole('button', { name: '连接企业微信' }).waitFor();
}

test('an owner connects WeCom with the keyboard, sees what was read, and disconnects', async () => {
  const { page, context, faults } = await staff.open('/settings/platforms');
  await page.getByRole('button', { name: '连接企业微信' }).waitFor();
  await expectSoundPage(page, 'platforms-zh');

  await page.getByRole('button', { name: '连接企业微信' }).press('Enter');
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '测试并连接' }).press('Enter');
  await form.getByText('请填写这一项').first().waitFor();
  await form.getByLabel('企业 ID').fill(wecomApp.corpId);
  await form.getByLabel('AgentId').fill(wecomApp.agentId);
  await form.getByLabel('应用 Secret').fill('a-secret-of-another-app');
  await form.getByLabel('应用 Secret').press('Enter');
  await form.getByText(/请检查「应用 Secret」/).waitFor();
  await expectSoundPage(page, 'platforms-form-zh');
  await form.getByLabel('应用 Secret').fill(wecomApp.secret);
  await form.getByLabel('应用 Secret').press('Enter');

  await page.getByText('读取完成').waitFor();
  await page.getByText('能测试的权限都已开通').waitFor();
  expect([await count(page, '部门'), await count(page, '同事'), await count(page, '新增')]).toEqual([
    '3',
    '40',
    '43',
  ]);
  expect(await page.getByLabel('事件回调地址', { exact: true }).inputValue()).toMatch(
    /\/platform\/wecom\/callback\/ins_/,
  );
  expect(await page.getByLabel('应用主页（同事的登录地址）', { exact: true }).inputValue()).toMatch(
    /\/open\/wecom\/ins_/,
  );
  await expectSoundPage(page, 'platforms-connected-zh');

  await page.getByRole('button', { name: '修改设置' }).click();
  expect(await form.getByLabel('应用 Secret').inputValue()).toBe('');
  await expectSoundPage(page, 'platforms-change-zh');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '断开连接' }).click();
  await page.getByRole('dialog').getByText('读取的部门、同事和全部本地调整').waitFor();
  await expectSoundPage(page, 'platforms-disconnect-zh');
  await page.getByRole('dialog').getByRole('button', { name: '断开连接' }).click();
  await page.getByRole('button', { name: '连接企业微信' }).waitFor();
  expect(await page.getByText('读取完成').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

test('a missing permission is told of with what breaks without it, and tested again', async () => {
  const { page, context } = await staff.open('/settings/platforms');
  await connect(page);
  emulator.faults.fail('agent/get', { kind: 'body', body: { errcode: 48002, errmsg: 'api forbidden' } });
  await page.getByRole('button', { name: '重新测试权限' }).click();
  await page.getByText('1 项权限未开通').waitFor();
  await page.getByText('平台错误码 48002').waitFor();
  await page.getByText('读取被单独加入可见范围的同事').waitFor();
  await expectSoundPage(page, 'platforms-permission-zh');
  await page.getByRole('button', { name: '重新测试权限' }).click();
  await page.getByText('能测试的权限都已开通').waitFor();
  await disconnect(page);
  await context.close();
});

test('a reading in which very many are gone waits for an owner, on a phone in both languages', async () => {
  const { page, context, faults } = await staff.open('/settings/platforms', { viewport: viewports.phone });
  await connect(page);
  const gone = [...emulator.company.people.values()].slice(0, 30);
  for (const { id } of gone) emulator.company.people.delete(id);
  await page.getByRole('button', { name: '立即重新读取' }).click();
  await page.getByText('读到的比原来少很多').waitFor();
  await expectSoundPage(page, 'platforms-held-zh');
  const english = await staff.open('/settings/platforms', { viewport: viewports.phone, locale: 'en-US' });
  await english.page.getByText('Much less was read than before').waitFor();
  await expectSoundPage(english.page, 'platforms-held-en');
  await english.context.close();

  await page.getByRole('button', { name: '同意并继续' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '同意并继续' }).click();
  await page.getByText('读取完成').waitFor();
  expect(await count(page, '已离开')).toBe('30');
  for (const person of gone) emulator.company.people.set(person.id, person);
  await disconnect(page);
  expect(faults).toEqual([]);
  await context.close();
});
