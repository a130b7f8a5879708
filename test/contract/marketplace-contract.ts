import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { followAdminRoles } from '#core/installation/admin-roles.ts';
import { openPlatform } from '#core/platform/connection.ts';
import { type MarketGround, marketGround } from '#test/support/market-ground.ts';
import type { Fault } from '../emulators/shared/faults.ts';
import type { MarketCompany, MarketPush } from '../emulators/shared/market.ts';
import type { MarketCase } from './market-case.ts';

const refused = expect.objectContaining({ code: 'PLATFORM_CALLBACK_REFUSED' });

/** Ids of what the company's mirror shows. */
async function mirrored(ground: MarketGround, company: MarketCompany) {
  const { organisation } = await ground.storeOf(company);
  const people = await organisation.people({ after: null, limit: 1000 });
  const departments = await organisation.departments();
  return {
    departments: departments.map(({ value }) => value.id).sort(),
    people: people.map(({ value }) => value.id).sort(),
  };
}

const whole = ({ company }: MarketCompany) => ({
  departments: [...company.departments.keys()].sort(),
  people: [...company.people.keys()].sort(),
});

const tenantOf = async (ground: MarketGround, company: MarketCompany) => {
  const row = await ground.row(company);
  return ground.services.system.tenant(row?.companyId ?? '');
};

/** The promise of a marketplace, kept by every adapter against its emulator. */
export function keepsTheMarketplacePromise(given: MarketCase, openDatabase: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });
  const aMarket = () => marketGround(database, given);

  describe(`${given.name}: installing`, () => {
    test('an administrator installs: a company of its own, its directory read, its installer the owner', async () => {
      const m = await aMarket();
      const company = await m.installed();
      expect(await m.row(company)).toMatchObject({ state: 'active', eraseAt: null, proof: null });
      expect(await tenantOf(m, company)).toMatchObject({ platform: m.platformId, state: 'active' });
      expect(await mirrored(m, company)).toEqual(whole(company));
      const store = await m.storeOf(company);
      const [owner] = await store.people.list();
      expect(owner).toMatchObject({ roles: ['owner'], state: 'invited' });
      expect(await store.platform.account(company.adminId)).toMatchObject({ personId: owner?.id });
      expect(await store.platform.installation()).toMatchObject({ kind: 'marketplace', state: 'active' });
    });

    test('the same notices three times and out of order make one company', async () => {
      const m = await aMarket();
      const company = m.enrolled();
      const pushes = [...m.market.tick(), ...m.market.install(company)];
      const [person = ''] = company.company.people.keys();
      const changes = m.market.changed(company, person);
      await m.deliver(changes, [...pushes].reverse(), pushes, pushes, changes);
      await m.work(10);
      const all = await m.services.system.marketplace.list();
      expect(all.filter(({ corpId }) => corpId === company.corpId)).toHaveLength(1);
      expect(await mirrored(m, company)).toEqual(whole(company));
    });

    test('two companies at once stay apart', async () => {
      const m = await aMarket();
      const [a, b] = [m.enrolled({ departments: 3, people: 5 }), m.enrolled({ departments: 4, people: 9 })];
      await m.deliver(m.market.tick(), m.market.install(a), m.market.install(b));
      await m.work();
      expect(await mirrored(m, a)).toEqual(whole(a));
      expect(await mirrored(m, b)).toEqual(whole(b));
      const [person] = [...a.company.people.values()];
      if (!person) throw new Error('no people');
      a.company.people.set(person.id, { ...person, title: '区域经理' });
      await m.deliver(m.market.changed(a, person.id));
      await m.work();
      const titles = async (company: MarketCompany) =>
        (await (await m.storeOf(company)).organisation.rows('person', [person.id])).map(
          ({ value }) => value.title,
        );
      expect(await titles(a)).toEqual(['区域经理']);
      expect(await titles(b)).toEqual([b.company.people.get(person.id)?.title]);
    });

    test('forged, altered and old pushes are refused and leave nothing behind', async () => {
      const m = await aMarket();
      const company = await m.installed();
      const before = await m.row(company);
      const gone = m.market.forged(company);
      await expect(m.deliver([gone])).rejects.toEqual(refused);
      const [push] = m.market.changed(company, company.adminId);
      if (!push) throw new Error('no push');
      const altered = push.request.body.map((byte, i) =>
        i === push.request.body.length - 30 ? byte ^ 1 : byte,
      );
      const send = (request: MarketPush['request']) => m.deliver([{ ...push, request }]);
      await expect(send({ ...push.request, body: altered })).rejects.toEqual(refused);
      await expect(send({ ...push.request, query: {}, headers: {} })).rejects.toEqual(refused);
      await expect(send({ ...push.request, body: new Uint8Array([1]) })).rejects.toEqual(refused);
      m.clock.advance({ hours: 8 });
      await expect(m.deliver([push])).rejects.toEqual(refused);
      await m.work();
      expect(await m.row(company)).toEqual(before);
    });

    test('a failure of any call during an installation is made up for, and one company stands at the end', async () => {
      for (const nth of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const fault: Fault = nth % 2 === 0 ? { kind: 'lost' } : { kind: 'status', status: 503 };
        const m = await aMarket();
        const company = m.enrolled({ departments: 2, people: 4 });
        m.market.faults.choose = (path, count) =>
          // A code whose answer is lost is spent: the platform has no way to ask again.
          count === nth && !/permanent_code/.test(path) ? fault : null;
        await m.deliver(m.market.tick(), m.market.install(company));
        await m.work(8);
        expect([nth, (await m.row(company))?.state]).toEqual([nth, 'active']);
        expect(await mirrored(m, company)).toEqual(whole(company));
      }
    });
  });

  describe(`${given.name}: the installation's life`, () => {
    test('another visible range is read anew, and nothing outside of it stays in the mirror', async () => {
      const m = await aMarket();
      const company = await m.installed();
      m.clock.advance({ minutes: 1 });
      const [, second = ''] = company.company.departments.keys();
      await m.deliver(m.market.scope(company, second));
      await m.work();
      expect((await m.row(company))?.state).toBe('active');
      const { people } = await mirrored(m, company);
      const inside = [...company.company.people.values()].filter((p) => p.departmentIds.includes(second));
      expect(people).toEqual(inside.map(({ id }) => id).sort());
    });

    test('a stopped app makes no call and keeps everything; started again it reads the directory anew', async () => {
      const m = await aMarket();
      const company = await m.installed();
      m.clock.advance({ minutes: 1 });
      await m.deliver(m.market.suspend(company));
      await m.work();
      expect((await m.row(company))?.state).toBe('suspended');
      expect((await tenantOf(m, company))?.state).toBe('suspended');
      const store = await m.storeOf(company);
      await expect(openPlatform(m.services, store)).rejects.toMatchObject({ code: 'PLATFORM_DISCONNECTED' });
      expect((await mirrored(m, company)).people).toHaveLength(12);

      const [person] = [...company.company.people.values()].slice(-1);
      if (!person) throw new Error('no people');
      company.company.people.set(person.id, { ...person, title: '店长' });
      m.clock.advance({ minutes: 1 });
      await m.deliver(m.market.tick(), m.market.resume(company));
      await m.work();
      expect((await m.row(company))?.state).toBe('active');
      expect((await tenantOf(m, company))?.state).toBe('active');
      const [row] = await store.organisation.rows('person', [person.id]);
      expect(row?.value.title).toBe('店长');
    });

    test('roles follow the administrators, and the last owner stays whatever the platform says', async () => {
      const m = await aMarket();
      const company = await m.installed();
      const store = await m.storeOf(company);
      const [, colleague = ''] = company.company.people.keys();
      const personId = m.services.ids.next('per');
      const now = m.clock.now().toISOString();
      await store.commit([
        store.people.add({
          id: personId,
          name: null,
          roles: ['employee'],
          state: 'active',
          locale: 'zh-CN',
          createdAt: now,
          lastSeenAt: null,
        }),
        store.platform.addAccount({ id: colleague, personId, grantedRoles: [], createdAt: now }),
      ]);
      const rolesOf = async (id: string) => (await store.people.get(id))?.roles;
      company.admins.set(colleague, 'admin');
      const { connection } = await openPlatform(m.services, store);
      // Where each person costs a call, a new administrator is noticed at the next sign-in.
      if (connection.admins?.perPerson) await followAdminRoles(m.services, store, connection, [colleague]);
      await m.pass(25);
      expect(await rolesOf(personId)).toEqual(['owner', 'employee']);
      company.admins.delete(colleague);
      await m.pass(25);
      expect(await rolesOf(personId)).toEqual(['employee']);
      company.admins.clear();
      await m.pass(25);
      const owner = (await store.platform.account(company.adminId))?.personId ?? '';
      expect(await rolesOf(owner)).toEqual(['owner']);
    });
  });

  describe(`${given.name}: the end`, () => {
    test('an uninstalled app stops at once, is erased on its date, and leaves a proof without a person in it', async () => {
      const m = await aMarket();
      const company = await m.installed();
      const store = await m.storeOf(company);
      const { companyId, id } = (await m.row(company)) ?? {};
      m.clock.advance({ minutes: 1 });
      await m.deliver(m.market.uninstall(company));
      await m.work();
      const row = await m.row(company);
      expect(row).toMatchObject({ state: 'uninstalled' });
      expect(Date.parse(row?.eraseAt ?? '')).toBeGreaterThan(m.clock.now().getTime());
      await expect(openPlatform(m.services, store)).rejects.toMatchObject({ code: 'PLATFORM_DISCONNECTED' });
      m.market.faults.calls.length = 0;
      await m.work(30);
      expect(m.market.faults.calls).toEqual([]);
      expect(await store.people.list()).not.toEqual([]);

      await m.pass(m.eraseHours);
      expect(await m.row(company)).toBeNull();
      expect(await m.services.system.tenant(companyId ?? '')).toMatchObject({ state: 'erased', name: null });
      expect(await m.services.system.countTenantRows(companyId ?? '')).toBe(0);
      const proof = await m.services.system.marketplace.get(id ?? '');
      expect(proof).toMatchObject({ state: 'erased', corpId: company.corpId, proof: { remaining: 0 } });
      expect(proof?.proof?.rows).toBeGreaterThan(10);
      const text = JSON.stringify(proof);
      for (const person of company.company.people.values()) {
        expect(text).not.toContain(person.name);
        expect(text).not.toContain(`"${person.id}"`);
      }
    });

    test('installed again before the date the company goes on; after it, it starts clean', async () => {
      const m = await aMarket();
      const company = await m.installed();
      const first = (await m.row(company))?.companyId;
      m.clock.advance({ minutes: 1 });
      await m.deliver(m.market.uninstall(company));
      await m.work();
      m.clock.advance({ minutes: 1 });
      await m.deliver(m.market.tick(), m.market.install(company));
      await m.work();
      expect(await m.row(company)).toMatchObject({ companyId: first, state: 'active', eraseAt: null });
      expect((await tenantOf(m, company))?.state).toBe('active');
      await m.pass(m.eraseHours);
      expect((await m.row(company))?.companyId).toBe(first);

      await m.deliver(m.market.uninstall(company));
      await m.pass(m.eraseHours);
      await m.deliver(m.market.tick(), m.market.install(company));
      await m.work();
      const again = await m.row(company);
      expect(again?.state).toBe('active');
      expect(again?.companyId).not.toBe(first);
      expect(await mirrored(m, company)).toEqual(whole(company));
    });

    test('an uninstallation that comes after the new installation does not undo it', async () => {
      const m = await aMarket();
      const company = await m.installed();
      m.clock.advance({ minutes: 1 });
      const uninstall = m.market.uninstall(company);
      m.clock.advance({ minutes: 1 });
      await m.deliver(m.market.tick(), m.market.install(company));
      await m.work();
      await m.deliver(uninstall);
      await m.work();
      expect((await m.row(company))?.state).toBe('active');
      expect((await tenantOf(m, company))?.state).toBe('active');
    });

    test('stopped and started again within one second, it goes on: neither notice is taken for the other', async () => {
      const m = await aMarket();
      const company = await m.installed();
      await m.deliver(m.market.suspend(company));
      await m.workAtOnce();
      await m.deliver(m.market.resume(company));
      await m.workAtOnce();
      await m.work();
      expect((await m.row(company))?.state).toBe('active');
    });

    test('an uninstallation before an installation was worked on leaves no company behind', async () => {
      const m = await aMarket();
      const company = m.enrolled();
      await m.deliver(m.market.tick());
      const install = m.market.install(company);
      m.clock.advance({ seconds: 30 });
      const uninstall = m.market.uninstall(company);
      await m.deliver(uninstall, install);
      await m.work();
      if (uninstall.length > 0) expect(await m.row(company)).toBeNull();
    });
  });

  describe(`${given.name}: any order`, () => {
    const acts = ['suspend', 'resume', 'scope', 'uninstall', 'install'] as const;

    test('whatever an administrator does, with its notices shuffled and repeated, ends as the platform says', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...acts), { minLength: 1, maxLength: 6 }),
          fc.array(fc.nat(99), { minLength: 20, maxLength: 20 }),
          async (deeds, dice) => {
            const m = await aMarket();
            const company = m.enrolled({ departments: 3, people: 5 });
            const [, second = ''] = company.company.departments.keys();
            await m.deliver(m.market.tick());
            const pushes: MarketPush[] = [];
            const truth = { installed: false, stopped: false };
            for (const deed of ['install' as const, ...deeds]) {
              m.clock.advance({ seconds: 20 });
              // A store offers nothing to stop, and nothing to install twice.
              if (deed === 'install' ? truth.installed : !truth.installed) continue;
              if (deed === 'install') {
                Object.assign(truth, { installed: true, stopped: false });
                pushes.push(...m.market.install(company));
                // What WeCom pushes next needs the code to be redeemed by us.
                if (given.redeems) await m.deliver(pushes.splice(0));
                if (given.redeems) await m.work();
              } else if (deed === 'uninstall') {
                truth.installed = false;
                pushes.push(...m.market.uninstall(company));
              } else if (deed === 'scope') {
                if (!truth.stopped) pushes.push(...m.market.scope(company, second));
              } else if (truth.stopped !== (deed === 'suspend')) {
                truth.stopped = deed === 'suspend';
                pushes.push(...m.market[deed](company));
              }
            }
            const shuffled = [...pushes, ...pushes.slice(0, 3)]
              .map((push, i) => ({ push, rank: dice[i] ?? 0 }))
              .sort((a, b) => a.rank - b.rank);
            await m.deliver(shuffled.map(({ push }) => push));
            await m.work(8);
            const state = (await m.row(company))?.state ?? 'none';
            // Stopped before we could begin: the company is made when the app is started.
            const stopped = given.redeems ? ['suspended'] : ['suspended', 'none'];
            const running = truth.stopped ? stopped : ['active'];
            const expected = truth.installed ? running : ['uninstalled', 'none'];
            expect(expected).toContain(state);
          },
        ),
        { numRuns: 20, seed: 7 },
      );
    });
  });

  describe(`${given.name}: secrets`, () => {
    test('no ticket, token, code or key stands in a log line or readable in the database', async () => {
      const m = await aMarket();
      const company = await m.installed();
      m.market.faults.choose = (_path, count) =>
        count % 3 === 0 ? { kind: 'cut' } : count % 5 === 0 ? { kind: 'lost' } : null;
      await m.pass(26);
      await m.deliver(m.market.uninstall(company));
      await m.work(5);
      const row = await m.row(company);
      const store = m.services.stores.open(row?.companyId ?? '');
      const seen = JSON.stringify([
        m.lines,
        row,
        await store.platform.installation(),
        await m.services.system.listJobs({ limit: 500 }),
        await store.audit.list({ limit: 100 }),
        await database.orm.all('select * from marketplace_notices'),
        await database.orm.all('select * from platform_tokens'),
      ]);
      for (const secret of m.market.secrets()) expect(seen).not.toContain(secret);
      expect(m.market.secrets().length).toBeGreaterThan(5);
    });
  });
}
