import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#adapters/http/app.ts';
import { createCompany } from '#core/company/company.ts';
import { httpClient } from '../support/http-client.ts';
import { openLibsqlAt } from '../support/libsql-engine.ts';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';

let folder: string;
let ground: ReportGround;
let owner: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-settings-'));
  ground = await openReportGround({ dataDir: folder });
  owner = await ground.staff('owner', '陈总');
});
afterAll(async () => {
  await ground?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A browser without a session in the same installation. */
const stranger = () => {
  const { services } = ground.ground.installation;
  const app = createApp({ services, assets: {}, version: 'test', checkResponses: true });
  return httpClient(async (path, init) => app.request(path, init));
};

test('company settings are kept, the zone reaches every session, and a zone no clock knows is refused', async () => {
  const { body: before } = await owner.client.get('/api/v1/company');
  const put = (change: object) =>
    owner.client.call('PUT', '/api/v1/company', { body: { ...before, ...change } });

  const saved = await put({ contact: '人事部 021-5555 0100', zone: 'Europe/Berlin', videoDays: 20 });
  const session = await owner.client.get('/api/v1/session');
  const unknown = await put({ zone: 'Asia/Atlantis' });
  await put({});

  expect(saved.body).toMatchObject({ contact: '人事部 021-5555 0100', videoDays: 20 });
  expect(session.body.zone).toBe('Europe/Berlin');
  expect([unknown.status, unknown.body.errors[0].field]).toEqual([422, 'zone']);
});

test('where data is stored, in the company’s words, is told to candidates before they begin', async () => {
  const { body: before } = await owner.client.get('/api/v1/company');
  const { token } = await ground.ground.invite();
  const told = async () => (await ground.ground.candidate(token).get('/api/v1/interview')).body.dataPlace;

  expect(await told()).toBe('');
  await owner.client.call('PUT', '/api/v1/company', { body: { ...before, dataPlace: '中国上海，阿里云' } });

  expect(await told()).toBe('中国上海，阿里云');
});

test('HR reads the company’s settings and may not change them', async () => {
  const hr = await ground.staff('hr', '周敏');
  const { status, body } = await hr.client.get('/api/v1/company');

  expect(status).toBe(200);
  expect((await hr.client.call('PUT', '/api/v1/company', { body })).status).toBe(403);
  expect((await hr.client.get('/api/v1/audit')).status).toBe(403);
});

test('removing the sample company leads its owner, in the same browser, into a company of their own', async () => {
  const { services, handlers } = ground.ground.installation;
  const company = { name: '示例', ownerName: '示例管理员', sample: true, locale: 'zh-CN' } as const;
  const { tenantId, link } = await createCompany(services, company);
  const browser = stranger();
  await browser.signIn(link.url);
  const sampleCookie = browser.cookie();

  const removed = await browser.call('DELETE', '/api/v1/company');
  const session = await browser.get('/api/v1/session');
  await handlers['tenant.erase'](services, tenantId, { tenantId });

  expect(removed.status).toBe(204);
  expect(session.body).toMatchObject({ tenant: { sample: false, name: '我的公司' } });
  expect(session.body.tenant.id).not.toBe(tenantId);
  expect(session.body.permissions).toContain('company.erase');
  expect((await stranger().get('/api/v1/session', { cookie: sampleCookie })).status).toBe(401);
  expect((await services.system.tenant(tenantId))?.state).toBe('erased');
});

test('the sample company is called by its owner’s language until somebody names it; a real one never is', async () => {
  const { services } = ground.ground.installation;
  const names = { name: '示例公司', ownerName: '示例管理员', locale: 'zh-CN' } as const;
  const sample = await createCompany(services, { ...names, sample: true });
  const real = await createCompany(services, { ...names, sample: false });
  const english = { 'accept-language': 'en' };
  const browser = stranger();
  const called = async () => {
    const { person, tenant } = (await browser.get('/api/v1/session')).body;
    return [tenant.name, person.name, (await browser.get('/api/v1/company')).body.name];
  };
  const token = (link: { readonly url: string }) => ({ token: link.url.split('/').pop() });

  await browser.post('/api/v1/session', token(sample.link), english);
  const first = await called();
  await browser.call('PUT', '/api/v1/session/locale', { body: { locale: 'zh-CN' } });
  const back = await called();
  const { body: settings } = await browser.get('/api/v1/company');
  await browser.call('PUT', '/api/v1/company', { body: { ...settings, contact: '前台' } });
  await browser.call('PUT', '/api/v1/session/locale', { body: { locale: 'en-US' } });
  const saved = await called();
  await browser.call('PUT', '/api/v1/company', { body: { ...settings, name: '小满餐饮' } });
  await browser.call('PUT', '/api/v1/session/locale', { body: { locale: 'zh-CN' } });
  const named = await called();
  await browser.post('/api/v1/session', token(real.link), english);

  expect(first).toEqual(['Sample company', 'Sample owner', 'Sample company']);
  expect(back).toEqual(['示例公司', '示例管理员', '示例公司']);
  expect(saved).toEqual(first);
  expect(named).toEqual(['小满餐饮', '示例管理员', '小满餐饮']);
  expect(await called()).toEqual(['示例公司', '示例管理员', '示例公司']);
});

test('erasing a company of one’s own signs everybody out', async () => {
  const { services } = ground.ground.installation;
  const company = { name: '短命公司', ownerName: '赵云', sample: false, locale: 'zh-CN' } as const;
  const { link } = await createCompany(services, company);
  const browser = stranger();
  await browser.signIn(link.url);

  expect((await browser.call('DELETE', '/api/v1/company')).status).toBe(204);
  expect((await browser.get('/api/v1/session')).status).toBe(401);
});

test('a colleague comes in by link, and is out at once when disabled', async () => {
  const { body } = await owner.client.post('/api/v1/people', { name: '李强', roles: ['interviewer'] });
  const browser = stranger();
  await browser.signIn(body.link.url);
  expect((await browser.get('/api/v1/session')).body.person.name).toBe('李强');

  const disabled = await owner.client.call('PATCH', `/api/v1/people/${body.person.id}`, {
    body: { state: 'disabled' },
  });

  expect(disabled.body.state).toBe('disabled');
  expect((await browser.get('/api/v1/session')).status).toBe(401);
  const link = await owner.client.post(`/api/v1/people/${body.person.id}/link`, undefined);
  expect(link.body.code).toBe('STATE_CONFLICT');
});

test('the last owner can neither be disabled nor lose the role; a change of role signs nobody out', async () => {
  const { services } = ground.ground.installation;
  const company = { name: '独资', ownerName: '孙悦', sample: false, locale: 'zh-CN' } as const;
  const { ownerId, link } = await createCompany(services, company);
  const browser = stranger();
  await browser.signIn(link.url);
  const patch = (body: object) => browser.call('PATCH', `/api/v1/people/${ownerId}`, { body });

  expect((await patch({ state: 'disabled' })).status).toBe(422);
  expect((await patch({ roles: ['hr'] })).status).toBe(422);
  expect((await patch({ roles: ['owner', 'hr'] })).status).toBe(200);
  expect((await browser.get('/api/v1/session')).body.person.roles).toEqual(['owner', 'hr']);
});

test('a person sees where they are signed in, ends the others, and an owner ends them all', async () => {
  const { body } = await owner.client.post('/api/v1/people', { name: '许静', roles: ['hr'] });
  const first = stranger();
  await first.signIn(body.link.url);
  const { body: again } = await owner.client.post(`/api/v1/people/${body.person.id}/link`, undefined);
  const second = stranger();
  await second.signIn(again.url);

  const seen = await second.get('/api/v1/session/all');
  const ended = await second.call('DELETE', '/api/v1/session/others');

  expect(seen.body.items.map((entry: { current: boolean }) => entry.current).sort()).toEqual([false, true]);
  expect(ended.status).toBe(204);
  expect((await first.get('/api/v1/session')).status).toBe(401);
  expect((await second.get('/api/v1/session')).status).toBe(200);

  expect((await owner.client.post(`/api/v1/people/${body.person.id}/sign-out`, undefined)).status).toBe(204);
  expect((await second.get('/api/v1/session')).status).toBe(401);
});

test('the log is narrowed by kind, person and time, and its proof finds a row that was altered', async () => {
  const { body: mine } = await owner.client.get(`/api/v1/audit?area=person&actor=${owner.id}`);
  const { body: none } = await owner.client.get('/api/v1/audit?to=2020-01-01T00:00:00Z');
  const whole = await owner.client.post('/api/v1/audit/verification', undefined);

  expect(mine.items.length).toBeGreaterThan(1);
  expect(new Set(mine.items.map((row: { actorName: string }) => row.actorName))).toEqual(new Set(['陈总']));
  expect(mine.items.every((row: { action: string }) => row.action.startsWith('person.'))).toBe(true);
  expect(none.items).toEqual([]);
  expect(whole.body).toMatchObject({ unsealed: 0, broken: null });
  expect(whole.body.verified).toBeGreaterThan(1);

  const engine = openLibsqlAt(`file:${join(folder, 'jinji.db')}`);
  await engine.batch([`UPDATE audit_rows SET action = 'person.praised' WHERE id = '${mine.items[0].id}'`]);
  engine.close();
  const broken = await owner.client.post('/api/v1/audit/verification', undefined);
  expect(broken.body.broken).toMatchObject({ rowId: mine.items[0].id, reason: 'hash' });
});

test('a session names the app and the system that it was opened in, and when it was last used', async () => {
  const { services } = ground.ground.installation;
  const company = { name: '看设备', ownerName: '钱进', sample: false, locale: 'zh-CN' } as const;
  const { link } = await createCompany(services, company);
  const app = createApp({ services, assets: {}, version: 'test', checkResponses: true });
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.49';
  const phone = httpClient(async (path, init) => app.request(path, init), { 'user-agent': userAgent });
  await phone.signIn(link.url);

  const { items } = (await phone.get('/api/v1/session/all')).body;

  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ current: true, device: { app: 'wechat', system: 'iphone' } });
  expect(items[0].lastUsedAt).toBe(items[0].createdAt);
});
