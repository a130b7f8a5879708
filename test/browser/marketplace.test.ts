import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeCompany } from '../emulators/shared/company.ts';
import type { MarketCompany, MarketPush } from '../emulators/shared/market.ts';
import { wecomMarket, wecomSuite } from '../emulators/wecom/marketplace.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { viewports } from '../support/screenshot.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';
import { expectSoundPage, idsShown } from './staff-browser.ts';

const market = wecomMarket({ now: () => new Date() });
let browser: Browser;
let platform: ServerType;
let server: RunningServer;
beforeAll(async () => {
  const address = await new Promise<AddressInfo>((resolve) => {
    platform = serve({ fetch: market.app.fetch, port: 0, hostname: '127.0.0.1' }, resolve);
  });
  const env = {
    WECOM_API: `http://127.0.0.1:${address.port}`,
    WECOM_SUITE_ID: wecomSuite.suiteId,
    WECOM_SUITE_SECRET: wecomSuite.suiteSecret,
    WECOM_SUITE_TOKEN: wecomSuite.callbackToken,
    WECOM_SUITE_AES_KEY: wecomSuite.encodingAesKey,
    WECOM_PROVIDER_CORP_ID: wecomSuite.providerCorpId,
  };
  [browser, server] = await Promise.all([launchBrowser(), startServer({ env })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  platform?.close();
});

/** Delivers pushes as WeCom does. */
async function deliver(pushes: readonly MarketPush[]): Promise<void> {
  for (const { channel, request } of pushes) {
    const query = new URLSearchParams(request.query);
    const answer = await fetch(`${server.url}/platform/wecom/marketplace/${channel}?${query}`, {
      method: 'POST',
      body: request.body as Uint8Array<ArrayBuffer>,
    });
    expect(await answer.text()).toBe('success');
  }
}

/** Patience with routes that slow strangers down: at most 40 tries a minute. */
const unhurried = { timeout: 60_000, interval: 1_500 };

/** The entry of the company, once the installation has been worked on. */
async function entryOf({ corpId }: MarketCompany): Promise<string> {
  const home = () => fetch(`${server.url}/platform/wecom/open?corpid=${corpId}`, { redirect: 'manual' });
  await expect.poll(async () => (await home()).status, unhurried).toBe(302);
  return (await home()).headers.get('location') ?? '';
}

/** Opens the settings as the company's administrator, signed in through WeCom's page. */
async function opened(
  company: MarketCompany,
  viewport: { readonly width: number; readonly height: number },
  lang: 'zh-CN' | 'en-US',
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport, locale: lang });
  await context.addCookies([{ name: 'lang', value: lang, url: server.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const installation = new URL(await entryOf(company)).pathname.split('/').at(-1);
  const signIn = `${server.url}/platform/wecom/sign-in/${installation}`;
  const begin = () => context.request.get(signIn, { maxRedirects: 0 });
  // A resumed company signs in once the platform's word has been worked on.
  await expect.poll(async () => (await begin()).status(), unhurried).toBe(302);
  const asked = new URL((await begin()).headers().location ?? '').searchParams;
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.searchParams.set('code', `${company.corpId}/${company.adminId}`);
  back.searchParams.set('state', asked.get('state') ?? '');
  await page.goto(`${server.url}${back.pathname}${back.search}`);
  await page.getByRole('navigation').first().waitFor();
  await page.goto(`${server.url}/app/settings/platforms`);
  return { page, context };
}

/** Pages of an owner; on each of them people and departments may be named. */
const ownerPages = [
  '',
  '/candidates',
  '/jobs',
  '/approvals',
  '/reports',
  '/notices',
  '/quality',
  '/settings',
  '/settings/account',
  '/settings/people',
  '/settings/platforms',
  '/settings/approvals',
  '/settings/audit',
];

test('nameless people of WeCom are called so in both languages; no page shows an id in the place of a name', async () => {
  const company = market.enrol(madeCompany({ departments: 3, people: 6 }));
  await deliver(market.tick());
  await deliver(market.install(company));
  for (const [lang, words] of [
    ['zh-CN', '企业微信成员'],
    ['en-US', 'WeCom member'],
  ] as const) {
    const { page, context } = await opened(company, viewports.desktop, lang);
    for (const path of ownerPages) {
      await page.goto(`${server.url}/app${path}`);
      await page.getByRole('navigation').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([path, await idsShown(page)]).toEqual([path, []]);
      expect([path, await idsShown(page, new RegExp(company.adminId))]).toEqual([path, []]);
      expect(await page.locator('.j-account').first().innerText()).toContain(words);
    }
    await context.close();
  }
});

test('an installed company sees its state, its range and its rule for roles; stopped and uninstalled it is told so on every page', async () => {
  const company = market.enrol(madeCompany({ departments: 3, people: 12 }));
  await deliver(market.tick());
  await deliver(market.install(company));
  const { page, context } = await opened(company, viewports.desktop, 'zh-CN');
  await page.getByText('应用市场安装').waitFor();
  await page.getByText('全公司').waitFor();
  await page.getByLabel('应用管理员').waitFor();
  expect(await page.getByRole('button', { name: '断开连接' }).count()).toBe(0);
  await expectSoundPage(page, 'marketplace-active-zh');

  await deliver(market.suspend(company));
  await expect
    .poll(async () => {
      await page.reload();
      await page.getByRole('heading', { name: '企业微信' }).waitFor();
      return page.getByText('公司已停用「进击」').count();
    })
    .toBe(1);
  await expectSoundPage(page, 'marketplace-suspended-zh');
  await context.close();

  await deliver(market.resume(company));
  await expect.poll(async () => (await fetch(await entryOf(company))).status, unhurried).toBe(200);
  const phone = await opened(company, viewports.phone, 'en-US');
  await phone.page.getByText('The whole company').waitFor();
  await expectSoundPage(phone.page, 'marketplace-active-en');
  await deliver(market.uninstall(company));
  await expect
    .poll(async () => {
      await phone.page.reload();
      await phone.page.getByRole('heading', { name: 'WeCom' }).waitFor();
      return phone.page.getByText('Jinji was uninstalled.').count();
    })
    .toBe(1);
  await phone.page.getByText('Everything will be erased at').waitFor();
  await expectSoundPage(phone.page, 'marketplace-uninstalled-en');
  await phone.context.close();
});
