import { beforeAll, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { createApp } from '#adapters/http/app.ts';
import { prepareSignInLink, redeemSignInLink } from '#core/company/sign-in.ts';
import { wecomMarketCase } from '#test/contract/market-wecom.ts';
import type { MarketCompany, MarketPush } from '#test/emulators/shared/market.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { marketGround } from '#test/support/market-ground.ts';

let database: Database;
beforeAll(async () => {
  const [opened] = await migratedLibsql();
  if (opened) database = opened;
});

/** The HTTP side of an operator who is a provider in WeCom's app directory. */
async function aProvider() {
  const ground = await marketGround(database, wecomMarketCase);
  const app = createApp({ services: ground.services, assets: {}, version: 'test', checkResponses: true });
  const call = (path: string, init: RequestInit = {}) => app.request(`https://hire.example.com${path}`, init);
  const post = ({ channel, request }: MarketPush) =>
    call(`/platform/wecom/marketplace/${channel}?${new URLSearchParams(request.query)}`, {
      method: 'POST',
      body: request.body as Uint8Array<ArrayBuffer>,
    });
  /** A company that installed over HTTP, and its owner signed in. */
  const installed = async (): Promise<{ company: MarketCompany; cookie: string }> => {
    const company = ground.enrolled();
    for (const push of [...ground.market.tick(), ...ground.market.install(company)]) {
      const answer = await post(push);
      expect([answer.status, await answer.text()]).toEqual([200, 'success']);
    }
    await ground.work();
    const store = await ground.storeOf(company);
    const [owner] = await store.people.list();
    const link = await prepareSignInLink(ground.services, store.tenantId, owner?.id ?? '');
    await ground.services.system.commit([link.change]);
    const { sessionToken } = await redeemSignInLink(ground.services, link.url.split('/').at(-1) ?? '');
    return { company, cookie: `__Host-jinji=${sessionToken}` };
  };
  const as = async (cookie: string, method: string, path: string, body?: unknown) => {
    const headers = { cookie, 'x-jinji-request': '1', 'content-type': 'application/json' };
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await call(path, init);
    return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
  };
  return { ...ground, call, post, installed, as };
}

test('a company installs by pushes alone, and its home page leads to its own entry', async () => {
  const p = await aProvider();
  const { company, cookie } = await p.installed();
  const row = await p.row(company);
  const home = await p.call(`/platform/wecom/open?corpid=${company.corpId}`);
  expect([home.status, home.headers.get('location')]).toEqual([
    302,
    `https://hire.example.com/open/wecom/${row?.id}`,
  ]);
  const menu = await p.call(`/platform/wecom/open?corpid=${company.corpId}&to=%2Fapprovals`);
  expect(menu.headers.get('location')).toBe(`https://hire.example.com/open/wecom/${row?.id}?to=%2Fapprovals`);
  const { body } = await p.as(cookie, 'GET', '/api/v1/platforms');
  const shown = (body as { items: { id: string; connected: unknown }[] }).items.find(
    ({ id }) => id === 'wecom',
  );
  expect(shown?.connected).toMatchObject({
    kind: 'marketplace',
    state: 'active',
    facts: { scope: { everyone: true, departments: 1, people: 0 }, expiresAt: null, eraseAt: null },
  });
  for (const secret of p.market.secrets()) expect(JSON.stringify(body)).not.toContain(secret);
});

test('signing in by the suite opens the company that the platform names, and no other', async () => {
  const p = await aProvider();
  const { company } = await p.installed();
  const { company: other } = await p.installed();
  const row = await p.row(company);
  const begun = await p.call(`/platform/wecom/sign-in/${row?.id}`, {
    headers: { 'user-agent': 'Mozilla/5.0 wxwork/4.1.30 MicroMessenger/7.0.1' },
  });
  const address = new URL(begun.headers.get('location') ?? '');
  expect(address.searchParams.get('appid')).toBe('ww4asffe99e54c0f4c');
  const back = new URL(address.searchParams.get('redirect_uri') ?? '').pathname;
  const enter = (code: string) =>
    p.call(`${back}?code=${encodeURIComponent(code)}&state=${address.searchParams.get('state')}`, {
      headers: { cookie: (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '' },
    });
  expect((await enter(`${other.corpId}/${other.adminId}`)).status).toBe(401);
  const entered = await enter(`${company.corpId}/${company.adminId}`);
  expect(entered.status).toBe(302);
  const session = (entered.headers.get('set-cookie') ?? '').match(/__Host-jinji=[^;]+/)?.[0] ?? '';
  expect(await p.as(session, 'GET', '/api/v1/session')).toMatchObject({
    body: { tenant: { id: row?.companyId, state: 'active' }, person: { roles: ['owner'] } },
  });
});

test('a suspended company shows everything, changes nothing, and says so', async () => {
  const p = await aProvider();
  const { company, cookie } = await p.installed();
  const settings = await p.as(cookie, 'GET', '/api/v1/company');
  p.clock.advance({ minutes: 1 });
  for (const push of p.market.suspend(company)) await p.post(push);
  await p.work();
  expect(await p.as(cookie, 'GET', '/api/v1/session')).toMatchObject({
    status: 200,
    body: { tenant: { state: 'suspended', eraseAt: null } },
  });
  expect((await p.as(cookie, 'GET', '/api/v1/company')).body).toEqual(settings.body);
  expect(await p.as(cookie, 'POST', '/api/v1/people', { name: '李娜', roles: ['hr'] })).toMatchObject({
    status: 409,
    body: { type: expect.stringContaining('COMPANY_READ_ONLY') },
  });
  expect((await p.as(cookie, 'DELETE', '/api/v1/session')).status).toBe(204);
});

test('an uninstalled company can be read until its date, and nobody gets in after it', async () => {
  const p = await aProvider();
  const { company, cookie } = await p.installed();
  p.clock.advance({ minutes: 1 });
  for (const push of p.market.uninstall(company)) await p.post(push);
  await p.work();
  const eraseAt = (await p.row(company))?.eraseAt;
  expect(await p.as(cookie, 'GET', '/api/v1/session')).toMatchObject({ body: { tenant: { eraseAt } } });
  await p.pass(26);
  expect((await p.as(cookie, 'GET', '/api/v1/session')).status).toBe(401);
  expect((await p.call(`/platform/wecom/open?corpid=${company.corpId}`)).status).toBe(404);
});

test('a provider’s address takes nothing forged, and does not exist where the operator is no provider', async () => {
  const p = await aProvider();
  const { company } = await p.installed();
  expect((await p.post(p.market.forged(company))).status).toBe(401);
  expect((await p.call('/platform/feishu/marketplace/suite', { method: 'POST', body: '{}' })).status).toBe(
    404,
  );
  expect((await p.call('/platform/wecom/marketplace/other', { method: 'POST', body: '{}' })).status).toBe(
    404,
  );
});
