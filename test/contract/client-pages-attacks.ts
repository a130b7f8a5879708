import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { createApp } from '#adapters/http/app.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { platformGround } from '#test/support/platform-ground.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { OfficeCase, OfficeEmulator } from './office-emulator.ts';

const site = 'https://hire.example.com';
const write = { 'content-type': 'application/json', 'x-jinji-request': '1' };

/** What strangers may try on the pages inside an office client, over HTTP. */
export function keepsClientPagesSafe(office: OfficeCase, openDatabase: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  async function anOffice() {
    const held: { emulator?: OfficeEmulator } = {};
    const ground = await platformGround(database, (clock) => {
      held.emulator = office.open((ids) => madeCompany({ departments: 2, people: 4, ...ids }), clock);
      return [held.emulator.platform];
    });
    const { emulator } = held;
    if (!emulator) throw new Error('no emulator');
    await connectPlatform(ground.context, emulator.platform.manifest.id, emulator.settings);
    await ground.work();
    const row = await ground.context.store.platform.installation();
    const id = row?.id ?? '';
    const app = createApp({
      services: ground.services,
      assets: { open: { script: 'assets/open.js', styles: [], imports: [] } },
      version: 'test',
      checkResponses: true,
    });
    const call = (path: string, init: RequestInit = {}) => app.request(`${site}${path}`, init);
    const place = `/api/v1/open/${row?.platform}/${id}`;
    const state = async () => ((await (await call(place)).json()) as { readonly state: string }).state;
    const someone = [...emulator.company.people.keys()][1] ?? '';
    const signIn = async (change: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly code?: string;
      readonly framed?: boolean;
      readonly at?: string;
    }) =>
      call(`${change.at ?? place}/session`, {
        method: 'POST',
        headers: { ...write, ...change.headers },
        body: JSON.stringify({
          code: change.code ?? emulator.inPageCode(someone),
          state: await state(),
          framed: change.framed ?? false,
        }),
      });
    return { ...ground, emulator, call, place, id, platform: row?.platform ?? '', signIn, someone };
  }
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie') ?? '';
  const tokenOf = (answer: Response) => /__Host-jinji=([^;]+)/.exec(cookieOf(answer))?.[1] ?? '';

  describe(`${office.name}: strangers at the pages in the client`, () => {
    test('another site cannot sign in with the code of its victim, nor without our own header', async () => {
      const o = await anOffice();
      for (const headers of [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'x-jinji-request': '' },
      ]) {
        expect((await o.signIn({ headers })).status).toBe(403);
      }
      expect((await o.signIn({ headers: { origin: site } })).status).toBe(200);
    });

    test('a code that was used is refused, also where the platform would take it again', async () => {
      const o = await anOffice();
      const code = o.emulator.inPageCode(o.someone);
      expect((await o.signIn({ code })).status).toBe(200);
      const again = await o.signIn({ code });
      expect([again.status, await again.json()]).toMatchObject([401, { code: 'PLATFORM_SIGN_IN' }]);
      expect(cookieOf(again)).toBe('');
    });

    test('the cookie is Lax outside of frames, and kept apart inside of them, where the page gets its token, too', async () => {
      const o = await anOffice();
      const plain = await o.signIn({});
      expect(cookieOf(plain)).toMatch(/^__Host-jinji=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      expect(await plain.json()).toEqual({ token: null });
      const framed = await o.signIn({ framed: true });
      expect(cookieOf(framed)).toMatch(/^__Host-jinji=.*HttpOnly; Secure; SameSite=None; Partitioned$/);
      expect(await framed.json()).toEqual({ token: tokenOf(framed) });
    });

    test("a session of another company does not open this one's pages, by cookie or by token", async () => {
      const [o, other] = [await anOffice(), await anOffice()];
      const foreign = tokenOf(await other.signIn({ framed: true }));
      const own = tokenOf(await o.signIn({ framed: true }));
      const at = async (headers: Readonly<Record<string, string>>) =>
        (await o.call('/api/v1/session', { headers })).status;
      expect(await at({ 'x-jinji-open': o.id, authorization: `Bearer ${own}` })).toBe(200);
      expect(await at({ 'x-jinji-open': o.id, cookie: `__Host-jinji=${own}` })).toBe(200);
      expect(await at({ 'x-jinji-open': o.id, authorization: `Bearer ${foreign}` })).toBe(401);
      expect(await at({ 'x-jinji-open': o.id, cookie: `__Host-jinji=${foreign}` })).toBe(401);
      expect(await at({ 'x-jinji-open': 'ins_unknown', cookie: `__Host-jinji=${own}` })).toBe(401);
      // Outside of a client a token in that header is a candidate's, never the staff's.
      expect(await at({ authorization: `Bearer ${own}` })).toBe(401);
    });

    test('an installation is found only under its own platform', async () => {
      const o = await anOffice();
      expect((await o.call(`/api/v1/open/pigeon-post/${o.id}`)).status).toBe(404);
      expect((await o.call(`/api/v1/open/${o.platform}/ins_unknown`)).status).toBe(404);
      expect((await o.signIn({ at: `/api/v1/open/${o.platform}/ins_unknown` })).status).toBe(404);
    });

    test('only the platform may frame its entry, only its hosts are let in, and nobody frames the other pages', async () => {
      const o = await anOffice();
      const entry = await o.call(`/open/${o.platform}/${o.id}/reports/rep_1`);
      const policy = entry.headers.get('content-security-policy') ?? '';
      const pages = o.emulator.platform.clientPages;
      expect(policy).toContain(`frame-ancestors ${pages?.ancestors.join(' ')};`.replace(/;$/, ''));
      expect(policy).toContain(`script-src ${["'self'", ...(pages?.scripts ?? [])].join(' ')};`);
      expect(policy).not.toMatch(/unsafe|\*;|https:;|script-src [^;]*\*/);
      expect(entry.headers.get('set-cookie')).toBeNull();
      expect((await o.call('/open/pigeon-post/ins_1')).status).toBe(404);
      const home = await o.call('/app/');
      expect(
        home.status === 503 ||
          home.headers.get('content-security-policy')?.includes("frame-ancestors 'none'"),
      ).toBe(true);
    });

    test('signing needs a session, and guesses at codes are slowed down', async () => {
      const o = await anOffice();
      const sign = (headers: Readonly<Record<string, string>>) =>
        o.call('/api/v1/client/signature', {
          method: 'POST',
          headers: { ...write, ...headers },
          body: JSON.stringify({ url: `${site}/open/x` }),
        });
      expect((await sign({})).status).toBe(401);
      const token = tokenOf(await o.signIn({}));
      expect((await sign({ cookie: `__Host-jinji=${token}` })).status).toBe(200);
      const statuses = new Set<number>();
      for (let n = 0; n < 31; n += 1) statuses.add((await o.signIn({ code: `guess-${n}` })).status);
      expect(statuses).toEqual(new Set([401, 429]));
    });
  });
}
