import { beforeAll, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { contactEvent, wecomApp } from '#test/emulators/wecom/wecom-emulator.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { cookieOf, officeOverHttp } from '#test/support/office-over-http.ts';

let database: Database;
beforeAll(async () => {
  const [opened] = await migratedLibsql();
  if (opened) database = opened;
});

const anInstallation = () => officeOverHttp(database);

test('an owner connects WeCom, sees the organisation, and a colleague signs in from the client', async () => {
  const o = await anInstallation();
  const connected = await o.asOwner('PUT', '/api/v1/platforms/wecom', { settings: wecomApp });
  expect(connected.body.checks.map(({ granted }) => granted)).toEqual([true, true, true]);
  await o.work();
  const { body: organisation } = await o.asOwner('GET', '/api/v1/organisation');
  expect(organisation).toMatchObject({
    departments: { length: 3 },
    run: { state: 'done', counts: { added: 12 } },
  });
  const { body: people } = await o.asOwner('GET', '/api/v1/organisation/people?department=1&limit=2');
  expect(people.items).toHaveLength(2);

  const { body: platforms } = await o.asOwner('GET', '/api/v1/platforms');
  const [wecom] = platforms.items;
  expect(JSON.stringify(platforms)).not.toContain(wecomApp.secret);
  const home = new URL(wecom?.connected?.homeUrl ?? '').pathname.replace(
    /^\/open\/(\w+)/,
    '/platform/$1/sign-in',
  );
  const begun = await o.call(home, {
    headers: { 'user-agent': 'Mozilla/5.0 wxwork/4.1.30 MicroMessenger/7.0.1' },
  });
  const address = new URL(begun.headers.get('location') ?? '');
  expect(address.origin).toBe('https://open.weixin.qq.com');
  const back = new URL(address.searchParams.get('redirect_uri') ?? '');
  const state = address.searchParams.get('state');
  const entered = await o.call(`${back.pathname}?code=${o.emulator.signIn('u1')}&state=${state}`, {
    headers: { cookie: cookieOf(begun) },
  });
  expect([entered.status, entered.headers.get('location')]).toEqual([302, '/app/']);
  const session = (entered.headers.get('set-cookie') ?? '').match(/__Host-jinji=[^;]+/)?.[0] ?? '';
  const who = await o.call('/api/v1/session', { headers: { cookie: session } });
  expect(await who.json()).toMatchObject({ person: { roles: ['employee'] }, permissions: [] });

  const foreign = await o.call(`${back.pathname}?code=${o.emulator.signIn('u2')}&state=forged`, {
    headers: { cookie: cookieOf(begun) },
  });
  expect(foreign.status).toBe(401);
  expect(await foreign.text()).toContain('<h1>');
});

test('the callback address takes the check and events of the platform, and nothing forged', async () => {
  const o = await anInstallation();
  await o.asOwner('PUT', '/api/v1/platforms/wecom', { settings: wecomApp });
  await o.work();
  const installation = await o.context.store.platform.installation();
  const path = `/platform/wecom/callback/${installation?.id}`;
  const check = o.emulator.check('echo-7');
  expect(await (await o.call(`${path}?${new URLSearchParams(check.query)}`)).text()).toBe('echo-7');

  const person = o.emulator.company.people.get('u1');
  if (!person) throw new Error('no person');
  o.emulator.company.people.set('u1', { ...person, title: '区域经理' });
  const seconds = Math.floor(o.clock.now().getTime() / 1000);
  const push = o.emulator.push(contactEvent('update_user', { UserID: 'u1' }, seconds));
  const post = (signature: string) =>
    o.call(`${path}?${new URLSearchParams({ ...push.query, msg_signature: signature })}`, {
      method: 'POST',
      body: push.body as Uint8Array<ArrayBuffer>,
    });
  expect((await post('0'.repeat(40))).status).toBe(401);
  expect(await (await post(push.query.msg_signature ?? '')).text()).toBe('success');
  await o.work();
  const [row] = await o.context.store.organisation.rows('person', ['u1']);
  expect(row?.value.title).toBe('区域经理');
});

test('a local move shows over the mirror, is refused as a cycle, and is taken back', async () => {
  const o = await anInstallation();
  await o.asOwner('PUT', '/api/v1/platforms/wecom', { settings: wecomApp });
  await o.work();
  const change = (subjectId: string, value: string) =>
    o.asOwner('POST', '/api/v1/organisation/operations', {
      kind: 'department',
      subjectId,
      field: 'parentId',
      value,
    });
  const moved = await change('2', '3');
  expect(moved).toMatchObject({ status: 201, body: { base: '1', value: '3' } });
  expect(await change('3', '2')).toMatchObject({ status: 422 });
  const parentOf = async (id: string) => {
    const { body } = await o.asOwner('GET', '/api/v1/organisation');
    return body.departments.find((d) => d.id === id)?.parentId;
  };
  expect(await parentOf('2')).toBe('3');
  expect((await o.asOwner('DELETE', `/api/v1/organisation/operations/${moved.body.id}`)).status).toBe(204);
  expect(await parentOf('2')).toBe('1');
});

test('disconnecting deletes all that came from the platform, and connecting again starts clean', async () => {
  const o = await anInstallation();
  await o.asOwner('PUT', '/api/v1/platforms/wecom', { settings: wecomApp });
  await o.work();
  expect((await o.asOwner('DELETE', '/api/v1/platforms/wecom')).status).toBe(204);
  const { store } = o.context;
  expect(await store.platform.installation()).toBeNull();
  expect(await store.organisation.tally('person', null)).toMatchObject({ present: 0 });
  await o.work();
  await o.asOwner('PUT', '/api/v1/platforms/wecom', { settings: wecomApp });
  await o.work();
  expect(await store.organisation.latestRun()).toMatchObject({ state: 'done', counts: { added: 12 } });
});
