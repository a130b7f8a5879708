import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { sidewaysOverflow, takeScreenshot, viewports } from '../support/screenshot.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('the owner link of a first start signs in once, with a tap, and not a second time', async () => {
  const context = await browser.newContext({ viewport: viewports.desktop, locale: 'zh-CN' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(server.ownerLink ?? '');
  await page.getByRole('button', { name: '登录' }).click();

  await page.getByText('示例公司').first().waitFor();
  expect(faults).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
  await takeScreenshot(page, 'home-zh');
  await context.close();

  const stranger = await browser.newContext({ viewport: viewports.phone, locale: 'zh-CN' });
  const second = await stranger.newPage();
  await second.goto(server.ownerLink ?? '');
  await second.getByRole('button', { name: '登录' }).click();
  await second.getByRole('alert').first().waitFor();
  expect(await accessibilityFaults(second)).toEqual([]);
  await takeScreenshot(second, 'owner-link-used-zh');
  await stranger.close();
});
