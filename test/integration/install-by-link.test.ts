import { beforeAll, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { createApp } from '#adapters/http/app.ts';
import { wecomPlatform } from '#adapters/wecom/wecom-platform.ts';
import type { Fault } from '#test/emulators/shared/faults.ts';
import { type WecomMarket, wecomMarket, wecomSuite } from '#test/emulators/wecom/marketplace.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { marketGround } from '#test/support/market-ground.ts';
import { feishuMarketCase } from '../contract/market-feishu.ts';
import { wecomMarketCase } from '../contract/market-wecom.ts';

let database: Database;
beforeAll(async () => {
  const [opened] = await migratedLibsql();
  if (opened) database = opened;
});

/** An operator who is a provider on WeCom, and an administrator's browser. */
async function aProvider(testInstall = false) {
  const held: { market?: WecomMarket } = {};
  const ground = await marketGround(database, {
    ...wecomMarketCase,
    open(clock) {
      const market = wecomMarket(clock);
      held.market = market;
      const platform = wecomPlatform({
        suite: { ...wecomSuite, testInstall },
        fetch: async (address, init) => market.app.fetch(new Request(address, init)),
        pause: async (ms) => clock.advance({ seconds: ms / 1000 }),
      });
      return { market, platform };
    },
  });
  const market = held.market;
  if (!market) throw new Error('no market');
  const app = createApp({ services: ground.services, assets: {}, version: 'test', checkResponses: true });
  const get = (path: string, cookie = '') =>
    app.request(`https://hire.example.com${path}`, { headers: { cookie, 'accept-language': 'zh-CN' } });
  /** Opens the link; gives WeCom's page and the browser's cookie. */
  const begin = async () => {
    const answer = await get('/platform/wecom/install');
    const html = await answer.text();
    const href = /href="([^"]+)" referrerpolicy="origin"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    return { status: answer.status, href, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  await ground.deliver(market.tick());
  return { ...ground, market, get, begin };
}

const pathOf = (url: URL | null): string => `${url?.pathname}${url?.search}`;

test('a company installs from a link: WeCom asks the administrator, and the company stands without a pushed notice', async () => {
  const p = await aProvider();
  const company = p.enrolled();
  const { href, cookie } = await p.begin();
  const asked = new URL(href);
  expect(`${asked.origin}${asked.pathname}`).toBe('https://open.work.weixin.qq.com/3rdapp/install');
  expect(asked.searchParams.get('redirect_uri')).toBe('https://hire.example.com/platform/wecom/installed');
  const back = p.market.authorise(company, href);

  const done = await p.get(pathOf(back), cookie);
  expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('已收到授权')]);
  await p.work();

  expect((await p.row(company))?.state).toBe('active');
  const text = JSON.stringify(p.lines);
  for (const secret of p.market.secrets()) expect(text).not.toContain(secret);
});

test('only the browser that began may end it: a forged state, another browser and a second time are refused', async () => {
  const p = await aProvider();
  const company = p.enrolled();
  const { href, cookie } = await p.begin();
  const back = p.market.authorise(company, href);
  const forged = new URL(back ?? '');
  forged.searchParams.set('state', 'f'.repeat(64));

  expect((await p.get(pathOf(forged), cookie)).status).toBe(401);
  expect((await p.get(pathOf(back))).status).toBe(401);
  const other = await p.begin();
  expect((await p.get(pathOf(back), other.cookie)).status).toBe(401);
  const without = new URL(back ?? '');
  without.searchParams.delete('auth_code');
  expect((await p.get(pathOf(without), cookie)).status).toBe(401);
  await p.work();
  expect(await p.row(company)).toBeNull();

  expect((await p.get(pathOf(back), cookie)).status).toBe(200);
  expect((await p.get(pathOf(back), cookie)).status).toBe(200);
  await p.work();
  expect((await p.row(company))?.state).toBe('active');
  expect(
    (await p.services.system.marketplace.list()).filter(({ corpId }) => corpId === company.corpId),
  ).toHaveLength(1);
});

test('before the app is released the link asks for a test installation; a code ends after ten minutes', async () => {
  const early = await aProvider(true);
  expect(early.market.authorise(early.enrolled(), (await early.begin()).href)).toBeNull();

  const p = await aProvider();
  const company = p.enrolled();
  const { href, cookie } = await p.begin();
  const back = p.market.authorise(company, href);
  p.clock.advance({ minutes: 11 });
  await p.deliver(p.market.tick());
  expect((await p.get(pathOf(back), cookie)).status).toBe(200);
  await p.work();
  expect(await p.row(company)).toBeNull();
});

const faults: readonly Fault[] = [
  { kind: 'status', status: 429 },
  { kind: 'status', status: 500 },
  { kind: 'lost' },
  { kind: 'cut' },
];

test('each fault at each call: the link is there, or says that it is not and works the next time', async () => {
  const p = await aProvider();
  for (const fault of faults) {
    for (let at = 1; at <= 3; at += 1) {
      let calls = 0;
      p.market.faults.choose = () => {
        calls += 1;
        return calls === at ? fault : null;
      };
      const answer = await p.begin();
      p.market.faults.choose = null;
      const { href, cookie } = answer.href === '' ? await p.begin() : answer;
      const company = p.enrolled();
      const back = p.market.authorise(company, href);
      expect([fault.kind, at, (await p.get(pathOf(back), cookie)).status]).toEqual([fault.kind, at, 200]);
      await p.work();
      expect([fault.kind, at, (await p.row(company))?.state]).toEqual([fault.kind, at, 'active']);
    }
  }
});

test('a platform without such a way, or an operator who is no provider, has no such page', async () => {
  const ground = await marketGround(database, feishuMarketCase());
  const app = createApp({ services: ground.services, assets: {}, version: 'test', checkResponses: true });
  for (const path of ['/platform/feishu/install', '/platform/wecom/install', '/platform/feishu/installed'])
    expect([path, (await app.request(`https://hire.example.com${path}`)).status]).toEqual([path, 404]);
});
