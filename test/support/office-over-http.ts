import type { Database } from '#adapters/database/database.ts';
import { createApp } from '#adapters/http/app.ts';
import { wecomPlatform } from '#adapters/wecom/wecom-platform.ts';
import { prepareSignInLink, redeemSignInLink } from '#core/company/sign-in.ts';
import { madeCompany } from '#test/emulators/shared/company.ts';
import { type WecomEmulator, wecomEmulator } from '#test/emulators/wecom/wecom-emulator.ts';
import { platformGround } from './platform-ground.ts';

/** What the tests read of answers. */
export interface Shown {
  readonly id: string;
  readonly checks: readonly { readonly granted: boolean }[];
  readonly items: readonly { readonly connected: { readonly homeUrl: string } | null }[];
  readonly departments: readonly { readonly id: string; readonly parentId: string | null }[];
}

/** The first cookie that an answer sets, as a browser sends it back. */
export const cookieOf = (answer: Response): string =>
  (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** The HTTP side over a company whose owner is signed in, with WeCom (nine people) behind an emulator. */
export async function officeOverHttp(database: Database) {
  const held: { emulator?: WecomEmulator } = {};
  const ground = await platformGround(database, (clock) => {
    const emulator = wecomEmulator(madeCompany({ departments: 3, people: 9 }), clock);
    held.emulator = emulator;
    const fetch = async (address: string, init: RequestInit) =>
      emulator.app.fetch(new Request(address, init));
    return [wecomPlatform({ fetch })];
  });
  const { services, context } = ground;
  const app = createApp({ services, assets: {}, version: 'test', checkResponses: true });
  const call = (path: string, init: RequestInit = {}) => app.request(`https://hire.example.com${path}`, init);
  /** A session by a single-use link, as the cookie of a browser. */
  const sessionOf = async (personId: string) => {
    const link = await prepareSignInLink(services, context.tenantId, personId);
    await services.system.commit([link.change]);
    const { sessionToken } = await redeemSignInLink(services, link.url.split('/').at(-1) ?? '');
    return `__Host-jinji=${sessionToken}`;
  };
  const cookie = await sessionOf(context.actor.id ?? '');
  const as = async (cookies: string, method: string, path: string, body?: unknown) => {
    const headers = { cookie: cookies, 'x-jinji-request': '1', 'content-type': 'application/json' };
    return call(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  };
  const asOwner = async (method: string, path: string, body?: unknown) => {
    const answer = await as(cookie, method, path, body);
    return { status: answer.status, body: (answer.status === 204 ? {} : await answer.json()) as Shown };
  };
  if (!held.emulator) throw new Error('no emulator');
  return { ...ground, emulator: held.emulator, call, as, asOwner, cookie, sessionOf };
}
