import { beforeAll, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { wecomApp } from '#test/emulators/wecom/wecom-emulator.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { cookieOf, officeOverHttp } from '#test/support/office-over-http.ts';

let database: Database;
beforeAll(async () => {
  const [opened] = await migratedLibsql();
  if (opened) database = opened;
});

type Office = Awaited<ReturnType<typeof officeOverHttp>>;

const client = 'Mozilla/5.0 wxwork/4.1.30 MicroMessenger/7.0.1';

/** WeCom connected by the owner, its people read. */
async function anOffice() {
  const o = await officeOverHttp(database);
  await o.asOwner('PUT', '/api/v1/platforms/wecom', { settings: wecomApp });
  await o.work();
  const installation = await o.context.store.platform.installation();
  return { ...o, installationId: installation?.id ?? '' };
}

/** The cookies of an answer by name, as a browser keeps them. */
const cookiesOf = (answer: Response): ReadonlyMap<string, string> =>
  new Map(
    answer.headers.getSetCookie().map((line) => {
      const [pair = ''] = line.split(';');
      const cut = pair.indexOf('=');
      return [pair.slice(0, cut), pair] as const;
    }),
  );

/** Comes back from the platform's sign-in at `address` as that person. */
async function comeBack(o: Office, address: string, person: string, cookie: string) {
  const asked = new URL(address);
  const back = new URL(asked.searchParams.get('redirect_uri') ?? '');
  const state = asked.searchParams.get('state');
  return o.call(`${back.pathname}?code=${o.emulator.signIn(person)}&state=${state}`, {
    headers: { cookie },
  });
}

/** Opens the app from the office client in a browser that holds these cookies already. */
async function openApp(o: Office & { installationId: string }, person: string, cookie = '') {
  const begun = await o.call(`/platform/wecom/sign-in/${o.installationId}`, {
    headers: { 'user-agent': client, cookie },
  });
  const answer = await comeBack(
    o,
    begun.headers.get('location') ?? '',
    person,
    `${cookie}; ${cookieOf(begun)}`,
  );
  return { answer, session: cookiesOf(answer).get('__Host-jinji') ?? '' };
}

const who = async (o: Office, cookie: string) =>
  (await (await o.as(cookie, 'GET', '/api/v1/session')).json()) as {
    person: { id: string; roles: string[] };
  };

test('whoever opens the app on a computer where a colleague is signed in becomes themselves, never the colleague', async () => {
  const o = await anOffice();
  const owner = await who(o, o.cookie);
  const opened = await openApp(o, 'u1', o.cookie);
  expect(opened.answer.status).toBe(302);
  const entered = await who(o, opened.session);
  expect(entered.person.id).not.toBe(owner.person.id);
  expect(entered.person.roles).toEqual(['employee']);
  const account = await o.context.store.platform.account('u1');
  expect(account?.personId).toBe(entered.person.id);
  const again = await openApp(o, 'u1');
  expect((await who(o, again.session)).person.id).toBe(entered.person.id);
});

/** Begins to connect from the account page, signs in at the platform as `person` and comes back. */
async function connect(o: Office, person: string, cookie: string, backWith = cookie) {
  const begun = await o.as(cookie, 'POST', '/api/v1/session/office-account/start');
  const { address } = (await begun.json()) as { address: string };
  const answer = await comeBack(o, address, person, `${backWith}; ${cookieOf(begun)}`);
  const proof = cookiesOf(answer).get('__Host-jinji-office-account') ?? '';
  return { answer, proof, cookies: `${backWith}; ${proof}` };
}

const standing = async (o: Office, cookies: string) =>
  (await (await o.as(cookies, 'GET', '/api/v1/session/office-account')).json()) as {
    account: { id: string } | null;
    waiting: { id: string; colleague: { id: string } | null; refused: string | null } | null;
  };

const acts = async (o: Office, action: string) =>
  (await o.context.store.audit.list({ limit: 100 })).filter((row) => row.action === action);

test('an owner connects their own account by a button and a yes, and then opens Jinji as themselves from the office app', async () => {
  const o = await anOffice();
  const owner = await who(o, o.cookie);
  const back = await connect(o, 'u1', o.cookie);
  expect([back.answer.status, back.answer.headers.get('location')]).toEqual([302, '/app/settings/account']);
  expect(await o.context.store.platform.account('u1')).toBeNull();
  expect(await standing(o, back.cookies)).toMatchObject({
    account: null,
    waiting: { id: 'u1', colleague: null, refused: null },
  });
  expect((await o.as(back.cookies, 'POST', '/api/v1/session/office-account')).status).toBe(204);
  expect(await standing(o, o.cookie)).toMatchObject({ account: { id: 'u1' }, waiting: null });
  expect(await acts(o, 'person.account_linked')).toHaveLength(1);
  const opened = await openApp(o, 'u1');
  expect((await who(o, opened.session)).person.id).toBe(owner.person.id);
});

test('a linking comes back and is confirmed only in the session that began it', async () => {
  const o = await anOffice();
  const colleague = await openApp(o, 'u2');
  const taken = await connect(o, 'u1', o.cookie, colleague.session);
  expect([taken.answer.status, taken.proof]).toEqual([401, '']);
  const nobody = await connect(o, 'u1', o.cookie, '');
  expect([nobody.answer.status, nobody.proof]).toEqual([401, '']);

  const proven = await connect(o, 'u1', o.cookie);
  const carried = `${colleague.session}; ${proven.proof}`;
  expect((await standing(o, carried)).waiting).toBeNull();
  expect((await o.as(carried, 'POST', '/api/v1/session/office-account')).status).toBe(422);
  const second = await o.sessionOf(o.context.actor.id ?? '');
  expect((await o.as(`${second}; ${proven.proof}`, 'POST', '/api/v1/session/office-account')).status).toBe(
    422,
  );
  o.clock.advance({ minutes: 11 });
  expect((await o.as(proven.cookies, 'POST', '/api/v1/session/office-account')).status).toBe(422);
  expect(await o.context.store.platform.account('u1')).toBeNull();
});

test('an account that had opened Jinji as a plain employee is taken over, and that employee is signed out and disabled', async () => {
  const o = await anOffice();
  const opened = await openApp(o, 'u1');
  const employee = await who(o, opened.session);
  const back = await connect(o, 'u1', o.cookie);
  expect((await standing(o, back.cookies)).waiting).toMatchObject({
    colleague: { id: employee.person.id },
    refused: null,
  });
  expect((await o.as(back.cookies, 'POST', '/api/v1/session/office-account')).status).toBe(204);
  expect((await o.as(opened.session, 'GET', '/api/v1/session')).status).toBe(401);
  expect(await o.context.store.people.get(employee.person.id)).toMatchObject({ state: 'disabled' });
  const again = await openApp(o, 'u1');
  expect((await who(o, again.session)).person.id).toBe(o.context.actor.id);
});

test('roles that follow from the platform come along with an account that is taken over', async () => {
  const o = await anOffice();
  const opened = await openApp(o, 'u1');
  const employee = (await who(o, opened.session)).person.id;
  const { store } = o.context;
  await store.commit([
    store.platform.setGrantedRoles('u1', ['owner']),
    store.people.update(employee, { roles: ['owner', 'employee'] }),
  ]);
  const invited = await o.asOwner('POST', '/api/v1/people', { name: '林晓', roles: ['hr'] });
  const { person } = invited.body as unknown as { person: { id: string } };
  const back = await connect(o, 'u1', await o.sessionOf(person.id));
  expect((await o.as(back.cookies, 'POST', '/api/v1/session/office-account')).status).toBe(204);
  expect(await store.platform.account('u1')).toMatchObject({ personId: person.id, grantedRoles: ['owner'] });
  expect((await store.people.get(person.id))?.roles).toEqual(['owner', 'hr']);
  expect((await store.people.get(employee))?.roles).toEqual(['employee']);
});

test('an account of somebody with a role of their own, and a second account, are refused with what to do', async () => {
  const o = await anOffice();
  const opened = await openApp(o, 'u1');
  const { person } = await who(o, opened.session);
  await o.asOwner('PATCH', `/api/v1/people/${person.id}`, { roles: ['hr'] });
  const back = await connect(o, 'u1', o.cookie);
  expect((await standing(o, back.cookies)).waiting).toMatchObject({ refused: 'belongs_elsewhere' });
  const refused = await o.as(back.cookies, 'POST', '/api/v1/session/office-account');
  expect(refused.status).toBe(422);
  expect(((await refused.json()) as { remedy: string }).remedy).toContain('断开');

  const own = await connect(o, 'u2', o.cookie);
  expect((await o.as(own.cookies, 'POST', '/api/v1/session/office-account')).status).toBe(204);
  expect((await o.as(o.cookie, 'POST', '/api/v1/session/office-account/start')).status).toBe(422);
});

test('an account whose member an owner has disabled is neither taken over nor let in anew', async () => {
  const o = await anOffice();
  const opened = await openApp(o, 'u1');
  const { person } = await who(o, opened.session);
  await o.asOwner('PATCH', `/api/v1/people/${person.id}`, { state: 'disabled' });
  const back = await connect(o, 'u1', o.cookie);
  expect((await o.as(back.cookies, 'POST', '/api/v1/session/office-account')).status).toBe(422);
  const path = `/api/v1/people/${person.id}/office-account`;
  expect((await o.as(o.cookie, 'DELETE', path)).status).toBe(409);
  expect((await openApp(o, 'u1')).session).toBe('');
});

test('disconnecting ends other sessions and lets the account in as a newcomer; an owner can do it for a colleague', async () => {
  const o = await anOffice();
  const back = await connect(o, 'u1', o.cookie);
  await o.as(back.cookies, 'POST', '/api/v1/session/office-account');
  const phone = await openApp(o, 'u1');
  expect((await o.as(o.cookie, 'DELETE', '/api/v1/session/office-account')).status).toBe(204);
  expect((await o.as(phone.session, 'GET', '/api/v1/session')).status).toBe(401);
  expect((await o.as(o.cookie, 'GET', '/api/v1/session')).status).toBe(200);
  const newcomer = await openApp(o, 'u1');
  const { person } = await who(o, newcomer.session);
  expect(person.roles).toEqual(['employee']);

  const path = `/api/v1/people/${person.id}/office-account`;
  expect((await o.as(newcomer.session, 'DELETE', path)).status).toBe(403);
  expect((await o.as(o.cookie, 'DELETE', path)).status).toBe(204);
  expect((await o.as(newcomer.session, 'GET', '/api/v1/session')).status).toBe(401);
  expect(await acts(o, 'person.account_unlinked')).toHaveLength(2);
  expect((await o.as(o.cookie, 'DELETE', path)).status).toBe(404);
});

test('saying no keeps nothing, and the page that asks never links by itself', async () => {
  const o = await anOffice();
  const back = await connect(o, 'u1', o.cookie);
  const answer = await o.as(back.cookies, 'DELETE', '/api/v1/session/office-account/waiting');
  expect(cookiesOf(answer).get('__Host-jinji-office-account')).toBe('__Host-jinji-office-account=');
  expect(await o.context.store.platform.accounts()).toEqual([]);
  const forged = await o.call('/api/v1/session/office-account/start', {
    method: 'POST',
    headers: { cookie: o.cookie, origin: 'https://evil.example' },
  });
  expect(forged.status).toBe(403);
});
