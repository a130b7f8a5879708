import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { setAdminRoleRule } from '#core/installation/admin-roles.ts';
import { connectPlatform, disconnectPlatform } from '#core/platform/connect-platform.ts';
import { openPlatform } from '#core/platform/connection.ts';
import { platformStatuses } from '#core/platform/platform-status.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import { finishSignIn, startSignIn } from '#core/platform/sign-in.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { Fault } from '../emulators/shared/faults.ts';
import { expected, mirrored } from './mirrored-company.ts';
import type { OfficeCase, OfficeEmulator } from './office-emulator.ts';

interface Office extends PlatformGround {
  readonly emulator: OfficeEmulator;
}

/** Names of the permissions that a test of them can tell. */
const triable = ({ emulator: { platform } }: Office): string[] =>
  platform.manifest.permissions.filter((one) => !one.onlyWritingTells).map(({ name }) => name);

const runOf = async ({ context }: PlatformGround) => context.store.organisation.latestRun();

/** The promise of a platform, kept by every adapter against its emulator. */
export function keepsThePlatformPromise(office: OfficeCase, openDatabase: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  async function anOffice(size = { departments: 7, people: 40 }): Promise<Office> {
    const held: { emulator?: OfficeEmulator } = {};
    const ground = await platformGround(database, (clock) => {
      held.emulator = office.open((ids) => madeCompany({ ...size, ...ids }), clock);
      return [held.emulator.platform];
    });
    if (!held.emulator) throw new Error('no emulator');
    return { ...ground, emulator: held.emulator };
  }
  async function connected(size?: { departments: number; people: number }): Promise<Office> {
    const o = await anOffice(size);
    await connectPlatform(o.context, o.emulator.platform.manifest.id, o.emulator.settings);
    await o.work();
    return o;
  }
  const installation = async (o: Office) => {
    const row = await o.context.store.platform.installation();
    if (!row) throw new Error('not connected');
    return row;
  };
  const deliver = async (o: Office, request: CallbackRequest) => {
    const { id, platform } = await installation(o);
    return receiveCallback(o.services, platform, id, request);
  };
  const enter = async (o: Office, query: Readonly<Record<string, string>>) => {
    const { id: installationId, platform } = await installation(o);
    const redirectUri = `https://hire.example.com/platform/${platform}/signed-in/${installationId}`;
    const request = { platform, installationId, redirectUri };
    const { verifier } = await startSignIn(o.services, { ...request, userAgent: 'Mozilla/5.0' });
    return finishSignIn(o.services, { ...request, query, verifier, locale: 'zh-CN' });
  };

  describe(`${office.name}: directory`, () => {
    test('connecting reads departments, people, leaders and double memberships exactly, in the fewest calls', async () => {
      const o = await anOffice();
      const { manifest } = o.emulator.platform;
      const { checks } = await connectPlatform(o.context, manifest.id, o.emulator.settings);
      expect(checks.map(({ permission, granted }) => [permission.name, granted])).toEqual(
        triable(o).map((name) => [name, true]),
      );
      o.emulator.faults.calls.length = 0;
      await o.work();
      expect(await mirrored(o)).toEqual(expected(o.emulator));
      expect(await runOf(o)).toMatchObject({ state: 'done', counts: { added: 47, changed: 0, removed: 0 } });
      const tokenCalls = 1;
      expect(o.emulator.faults.calls.length - tokenCalls).toBe(o.emulator.fewestCalls(o.emulator.company));
    });

    test('a second reading of an unchanged company finds no drift and writes no history', async () => {
      const o = await connected();
      await connectPlatform(o.context, o.emulator.platform.manifest.id, o.emulator.settings);
      await o.work();
      expect((await runOf(o))?.counts).toMatchObject({ added: 0, changed: 0, removed: 0 });
    });

    test('who vanished from the lists is looked up, and only then taken for gone', async () => {
      const o = await connected();
      const [leaver] = [...o.emulator.company.people.keys()].slice(-1);
      o.emulator.company.people.delete(leaver ?? '');
      await connectPlatform(o.context, o.emulator.platform.manifest.id, o.emulator.settings);
      await o.work();
      expect(await mirrored(o)).toEqual(expected(o.emulator));
      expect((await runOf(o))?.counts).toMatchObject({ added: 0, changed: 0, removed: 1 });
    });

    test('when nearly everybody vanishes the run is held, and nobody is removed', async () => {
      const o = await connected();
      const before = await mirrored(o);
      for (const id of [...o.emulator.company.people.keys()].slice(5)) o.emulator.company.people.delete(id);
      await connectPlatform(o.context, o.emulator.platform.manifest.id, o.emulator.settings);
      await o.work();
      expect(await runOf(o)).toMatchObject({ state: 'held' });
      expect((await mirrored(o)).people).toHaveLength(before.people.length);
    });

    test('a list that silently lacks half of its rows removes nobody, and the next reading is exact', async () => {
      const o = await connected();
      o.emulator.faults.choose = () => ({ kind: 'short' });
      await connectPlatform(o.context, o.emulator.platform.manifest.id, o.emulator.settings).catch(
        () => undefined,
      );
      await o.work(5);
      o.emulator.faults.choose = null;
      expect((await mirrored(o)).people).toHaveLength(40);
      await connectPlatform(o.context, o.emulator.platform.manifest.id, o.emulator.settings);
      await o.work(5);
      expect(await mirrored(o)).toEqual(expected(o.emulator));
    });

    test('any sequence of faults ends exact, with nothing removed on the way', async () => {
      const kinds: readonly Fault[] = [{ kind: 'status', status: 503 }, { kind: 'lost' }, { kind: 'cut' }];
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(9), { minLength: 40, maxLength: 40 }), async (dice) => {
          const o = await connected({ departments: 5, people: 18 });
          const { company, faults } = o.emulator;
          const [first, second] = [...company.people.values()];
          if (!first || !second) throw new Error('no people');
          company.people.set(first.id, { ...first, title: '区域经理', departmentIds: second.departmentIds });
          company.people.delete(second.id);
          await connectPlatform(o.context, o.emulator.platform.manifest.id, o.emulator.settings);
          let at = 0;
          faults.choose = () => {
            const face = dice[at];
            at += 1;
            if (face === undefined || face > 3) return null;
            return face === 3 ? o.emulator.busy : (kinds[face] ?? null);
          };
          await o.work();
          expect((await mirrored(o)).people.length).toBeGreaterThanOrEqual(17);
          await o.work(200);
          expect(await runOf(o)).toMatchObject({ state: 'done' });
          expect(await mirrored(o)).toEqual(expected(o.emulator));
        }),
        { numRuns: 8, seed: 4 },
      );
    });

    test('a limit that lasts is said in the run, and the reading goes on where it stood', async () => {
      const o = await anOffice();
      await connectPlatform(o.context, o.emulator.platform.manifest.id, o.emulator.settings);
      o.emulator.faults.calls.length = 0;
      o.emulator.faults.choose = (_path, count) => (count === 6 ? o.emulator.busyForLong : null);
      await o.work();
      expect(await runOf(o)).toMatchObject({ state: 'running', errorCode: 'PLATFORM_BUSY' });
      await o.work(10);
      expect(await runOf(o)).toMatchObject({ state: 'done', errorCode: null });
      expect(await mirrored(o)).toEqual(expected(o.emulator));
    });

    test('a token that the platform ended early is replaced once, and the call made again', async () => {
      const o = await connected();
      const issued = o.emulator.issued();
      o.emulator.endToken();
      const { company } = o.emulator;
      const [person] = [...company.people.values()];
      if (!person) throw new Error('no people');
      company.people.set(person.id, { ...person, title: '店长助理' });
      await deliver(o, await o.emulator.push('person', person.id));
      await o.work();
      expect(await mirrored(o)).toEqual(expected(o.emulator));
      expect(o.emulator.issued()).toBe(issued + 1);
    });
  });

  describe(`${office.name}: events`, () => {
    test('one changed person costs one call, and a repeated delivery none', async () => {
      const o = await connected();
      const [person] = [...o.emulator.company.people.values()].slice(3);
      if (!person) throw new Error('no people');
      o.emulator.company.people.set(person.id, { ...person, name: '王小明', state: o.emulator.awayState });
      const push = await o.emulator.push('person', person.id);
      o.emulator.faults.calls.length = 0;
      await deliver(o, push);
      await deliver(o, push);
      await o.work();
      expect(await mirrored(o)).toEqual(expected(o.emulator));
      expect(o.emulator.faults.calls).toHaveLength(1);
    });

    test('events in any order, some twice and some lost but the last, end in the company as it is', async () => {
      const o = await connected();
      const { company } = o.emulator;
      const [a, b, c] = [...company.people.values()];
      if (!a || !b || !c) throw new Error('no people');
      const pushes = [];
      company.people.set(a.id, { ...a, title: '一' });
      pushes.push(await o.emulator.push('person', a.id));
      o.clock.advance({ seconds: 1 });
      company.people.delete(a.id);
      pushes.push(await o.emulator.push('person', a.id));
      company.people.set(b.id, { ...b, departmentIds: c.departmentIds });
      pushes.push(await o.emulator.push('person', b.id));
      const [department] = [...company.departments.values()].slice(-1);
      if (!department) throw new Error('no department');
      company.departments.set(department.id, { ...department, name: '新店筹备部' });
      pushes.push(await o.emulator.push('department', department.id));
      for (const push of [...pushes.reverse(), ...pushes]) await deliver(o, push);
      await o.work();
      expect(await mirrored(o)).toEqual(expected(o.emulator));
    });

    test('forged, altered and old pushes are refused and leave nothing behind', async () => {
      const o = await connected();
      const push = await o.emulator.push('person', 'nobody');
      const refused = expect.objectContaining({ code: 'PLATFORM_CALLBACK_REFUSED' });
      const altered = {
        ...push,
        body: push.body.map((byte, i) => (i === push.body.length - 30 ? byte ^ 1 : byte)),
      };
      await expect(deliver(o, altered)).rejects.toEqual(refused);
      await expect(deliver(o, { ...push, query: {}, headers: {} })).rejects.toEqual(refused);
      await expect(deliver(o, { ...push, body: new Uint8Array([1, 2, 3]) })).rejects.toEqual(refused);
      o.clock.advance({ hours: o.emulator.pushLivesHours + 1 });
      await expect(deliver(o, push)).rejects.toEqual(refused);
      o.emulator.faults.calls.length = 0;
      await o.work();
      expect(o.emulator.faults.calls).toHaveLength(0);
    });

    test('the check of the callback address gets the answer that the platform wants', async () => {
      const o = await connected();
      const { request, answer } = await o.emulator.check();
      const { body } = await deliver(o, request);
      if (answer === null) expect(body).not.toBe('');
      else expect(body).toBe(answer);
    });
  });

  describe(`${office.name}: sign-in and keys`, () => {
    test('a colleague signs in, becomes an employee once, and is let out when she leaves', async () => {
      const o = await connected();
      const person = [...o.emulator.company.people.values()].find(({ state }) => state === 'active');
      if (!person) throw new Error('no people');
      const first = await enter(o, o.emulator.signIn(person.id));
      const again = await enter(o, o.emulator.signIn(person.id));
      expect(again.personId).toBe(first.personId);
      const staff = () => o.context.store.people.get(first.personId);
      expect(await staff()).toMatchObject({ name: person.name, roles: ['employee'], state: 'active' });
      o.emulator.company.people.delete(person.id);
      await deliver(o, await o.emulator.push('person', person.id));
      await o.work();
      expect(await staff()).toMatchObject({ state: 'disabled' });
      const found = await o.services.system.staffSession(await o.services.digest.sha256(again.sessionToken));
      expect(found?.session.revokedAt).toEqual(expect.any(String));
    });

    test('administrators there get the role that an owner chose, lose it with their office, and with the connection', async () => {
      const o = await connected();
      const { store } = o.context;
      const [id = ''] = [...o.emulator.company.people.keys()];
      const { personId } = await enter(o, o.emulator.signIn(id));
      const roles = async () => (await store.people.get(personId))?.roles;
      const shown = (await platformStatuses(o.context)).find(({ connected: row }) => row)?.connected;
      const { admins } = o.emulator;
      expect(shown?.adminRoles).toEqual(admins === null ? null : { admin: 'none', sub_admin: 'none' });
      if (admins === null) return;
      admins.add(id);
      o.emulator.faults.calls.length = 0;
      await enter(o, o.emulator.signIn(id));
      expect(await roles()).toEqual(['employee']);
      expect(o.emulator.faults.calls.filter((path) => /is_user_admin|user\/get$/.test(path))).toEqual([]);

      const { connection } = await openPlatform(o.services, store);
      await setAdminRoleRule(o.context, { admin: 'hr', sub_admin: 'none' }, connection);
      await enter(o, o.emulator.signIn(id));
      expect(await roles()).toEqual(['hr', 'employee']);
      admins.delete(id);
      await enter(o, o.emulator.signIn(id));
      expect(await roles()).toEqual(['employee']);
      admins.add(id);
      await enter(o, o.emulator.signIn(id));
      await disconnectPlatform(o.context);
      expect(await roles()).toEqual(['employee']);
    });

    test('a code works once, and not for people outside of the company', async () => {
      const o = await connected();
      const [person] = [...o.emulator.company.people.values()];
      const query = o.emulator.signIn(person?.id ?? '');
      await enter(o, query);
      const refused = expect.objectContaining({ code: 'PLATFORM_SIGN_IN' });
      await expect(enter(o, query)).rejects.toEqual(refused);
      await expect(enter(o, {})).rejects.toEqual(refused);
      await expect(enter(o, o.emulator.signIn(null))).rejects.toEqual(refused);
    });

    test('a wrong key is named by its field, and nothing is saved', async () => {
      const o = await anOffice();
      const { emulator, context } = o;
      const settings = { ...emulator.settings, [emulator.keySetting]: emulator.wrongKey };
      await expect(connectPlatform(context, emulator.platform.manifest.id, settings)).rejects.toMatchObject({
        code: 'PLATFORM_SETTINGS',
        details: { field: emulator.keySetting },
      });
      expect(await context.store.platform.installation()).toBeNull();
    });

    test('a lacking permission is named by what breaks without it', async () => {
      const o = await anOffice();
      o.emulator.faults.choose = (path) => (/token/i.test(path) ? null : o.emulator.lacking);
      const { checks } = await connectPlatform(
        o.context,
        o.emulator.platform.manifest.id,
        o.emulator.settings,
      );
      expect(checks.map(({ permission, granted }) => [permission.name, granted])).toEqual(
        triable(o).map((name) => [name, false]),
      );
    });

    test('no key, token or name stands in a log line, whatever fails', async () => {
      const o = await connected();
      o.emulator.faults.choose = (_path, count) =>
        [{ kind: 'cut' }, { kind: 'lost' }, o.emulator.lacking, { kind: 'status', status: 500 }][
          count % 4
        ] as Fault;
      await connectPlatform(o.context, o.emulator.platform.manifest.id, o.emulator.settings).catch(
        () => undefined,
      );
      await o.work(30);
      const text = JSON.stringify(o.lines);
      for (const secret of o.emulator.secrets) expect(text).not.toContain(secret);
      for (const person of o.emulator.company.people.values()) expect(text).not.toContain(person.name);
    });
  });
}
