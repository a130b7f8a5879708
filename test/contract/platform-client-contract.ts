import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { signClientPage } from '#core/platform/client-signature.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { openPlatform } from '#core/platform/connection.ts';
import { signInInPage, startClientPage } from '#core/platform/in-page-sign-in.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { OfficeCase, OfficeEmulator } from './office-emulator.ts';

interface Office extends PlatformGround {
  readonly emulator: OfficeEmulator;
  readonly page: { readonly platform: string; readonly installationId: string };
}

const refused = expect.objectContaining({ code: 'PLATFORM_SIGN_IN' });
const address = 'https://hire.example.com/open/x/ins_1/jobs?state=open&to=%E9%97%A8%E5%BA%97#part';

/** The promise of pages inside an office client, kept by every adapter against its emulator. */
export function keepsTheClientPromise(office: OfficeCase, openDatabase: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  async function connected(): Promise<Office> {
    const held: { emulator?: OfficeEmulator } = {};
    const ground = await platformGround(database, (clock) => {
      held.emulator = office.open((ids) => madeCompany({ departments: 3, people: 9, ...ids }), clock);
      return [held.emulator.platform];
    });
    const { emulator } = held;
    if (!emulator) throw new Error('no emulator');
    await connectPlatform(ground.context, emulator.platform.manifest.id, emulator.settings);
    await ground.work();
    const row = await ground.context.store.platform.installation();
    if (!row) throw new Error('not connected');
    return { ...ground, emulator, page: { platform: row.platform, installationId: row.id } };
  }
  const enter = async (o: Office, code: string, state?: string) => {
    const begun = state ?? (await startClientPage(o.services, o.page)).state;
    return signInInPage(o.services, { ...o.page, code, state: begun, locale: 'zh-CN' });
  };
  const someone = (o: Office) => [...o.emulator.company.people.keys()][1] ?? '';

  describe(`${office.name}: pages in the client`, () => {
    test('a code of the client signs a colleague in, once', async () => {
      const o = await connected();
      const code = o.emulator.inPageCode(someone(o));
      const first = await enter(o, code);
      expect(first.tenantId).toBe(o.context.tenantId);
      expect(await o.context.store.people.get(first.personId)).toMatchObject({ roles: ['employee'] });
      await expect(enter(o, code)).rejects.toEqual(refused);
      expect((await enter(o, o.emulator.inPageCode(someone(o)))).personId).toBe(first.personId);
    });

    test('a state works once, for ten minutes and for its own company', async () => {
      const o = await connected();
      const other = await connected();
      const { state } = await startClientPage(o.services, o.page);
      await enter(o, o.emulator.inPageCode(someone(o)), state);
      await expect(enter(o, o.emulator.inPageCode(someone(o)), state)).rejects.toEqual(refused);
      const foreign = await startClientPage(other.services, other.page);
      await expect(enter(o, o.emulator.inPageCode(someone(o)), foreign.state)).rejects.toEqual(refused);
      o.clock.advance({ minutes: 2 });
      await expect(enter(o, o.emulator.inPageCode(someone(o)), state)).rejects.toEqual(refused);
      const late = await startClientPage(o.services, o.page);
      o.clock.advance({ minutes: 11 });
      await expect(enter(o, o.emulator.inPageCode(someone(o)), late.state)).rejects.toEqual(refused);
    });

    test('codes that nobody gave, expired ones and those of strangers are refused', async () => {
      const o = await connected();
      await expect(enter(o, 'made-up')).rejects.toEqual(refused);
      await expect(enter(o, o.emulator.inPageCode(null))).rejects.toEqual(refused);
      const code = o.emulator.inPageCode(someone(o));
      o.clock.advance({ minutes: 6 });
      await expect(enter(o, code)).rejects.toEqual(refused);
    });

    test('the client takes what is signed for a page, for its address alone', async () => {
      const o = await connected();
      const signature = await signClientPage(o.services, o.context.store, address);
      expect(o.emulator.takes(signature, address.replace('/jobs', '/people'))).toBe(false);
      expect(o.emulator.takes({ ...signature, nonceStr: 'another' }, address)).toBe(false);
      expect(o.emulator.takes(signature, address)).toBe(true);
      expect(JSON.stringify(signature)).not.toContain('ticket');
    });

    test('tickets are asked for once and kept sealed, and again after their end', async () => {
      const o = await connected();
      o.emulator.faults.calls.length = 0;
      const tickets = () => o.emulator.faults.calls.filter((path) => /ticket/i.test(path)).length;
      await signClientPage(o.services, o.context.store, address);
      const first = tickets();
      await signClientPage(o.services, o.context.store, address);
      expect(tickets()).toBe(first);
      o.clock.advance({ hours: 3 });
      const later = await signClientPage(o.services, o.context.store, address);
      expect(tickets()).toBe(2 * first);
      expect(o.emulator.takes(later, address)).toBe(true);
    });

    test("only this installation's own addresses are signed", async () => {
      const o = await connected();
      for (const url of [
        'https://hire.example.com.evil.example/open',
        'https://hire.example.com@evil.example/',
        'http://hire.example.com/open',
        'https://hire.example.com:8443/open',
        'https://hire.example.com',
      ]) {
        await expect(signClientPage(o.services, o.context.store, url)).rejects.toMatchObject({
          code: 'VALIDATION',
          details: { field: 'url' },
        });
      }
    });

    test('a broken connection is tried again, and after an answer that broke off the next asking is exact', async () => {
      const o = await connected();
      o.emulator.faults.fail('icket', { kind: 'status', status: 503 }, { kind: 'lost' }, { kind: 'cut' });
      await expect(signClientPage(o.services, o.context.store, address)).rejects.toMatchObject({
        code: 'PLATFORM_UNEXPECTED',
      });
      const signature = await signClientPage(o.services, o.context.store, address);
      expect(o.emulator.takes(signature, address)).toBe(true);
    });

    test('speech becomes words on the server exactly where the platform says so', async () => {
      const o = await connected();
      const { connection, platform } = await openPlatform(o.services, o.context.store);
      const recognise = connection.client?.recognise;
      expect(typeof recognise === 'function').toBe(platform.clientPages?.recognisesSpeech);
      if (!recognise) return;
      expect(await recognise(new Uint8Array(32_000))).not.toBe('');
      await expect(recognise(new Uint8Array(61 * 32_000))).rejects.toMatchObject({
        code: 'PLATFORM_UNEXPECTED',
      });
    });

    test('facts for the page hold no secret, and nothing of it stands in a log line', async () => {
      const o = await connected();
      const start = await startClientPage(o.services, o.page);
      await signClientPage(o.services, o.context.store, address);
      const { connection } = await openPlatform(o.services, o.context.store);
      expect(start.app).toEqual(connection.client?.app);
      const text = JSON.stringify([start, o.lines]);
      for (const secret of o.emulator.secrets) expect(text).not.toContain(secret);
    });
  });
}
