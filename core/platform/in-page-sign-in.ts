import type { Device } from '../company/device.ts';
import { AppError } from '../errors/app-error.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { enterAs, openedInstallation, type SignedIn } from './sign-in.ts';

/** A page of the office client before anybody is signed in. */
export interface ClientPage {
  readonly platform: string;
  readonly installationId: string;
}

/** What a page in the office client needs to begin. */
export interface ClientStart {
  /** Public facts of the app that the platform's SDK asks for. */
  readonly app: Readonly<Record<string, string>>;
  readonly sdk: Readonly<Record<string, string>>;
  readonly silentSignIn: 'code' | 'redirect';
  /** Given back with the code: ties the sign-in to this opening of the page, once and for ten minutes. */
  readonly state: string;
}

const stateMs = 600_000;
const statePurpose = (installationId: string): string => `platform.client.state:${installationId}`;

async function clientOf(services: Services, page: ClientPage) {
  const { store, office } = await openedInstallation(services, page);
  const { client } = office.connection;
  if (!client) throw new AppError('NOT_FOUND');
  return { store, office, client };
}

/** Begins a page in the office client. @throws AppError `NOT_FOUND`, `PLATFORM_DISCONNECTED` */
export async function startClientPage(services: Services, page: ClientPage): Promise<ClientStart> {
  const { store, office, client } = await clientOf(services, page);
  const held = JSON.stringify({ nonce: services.random.token(128), at: services.clock.now().getTime() });
  return {
    app: client.app,
    sdk: office.platform.clientPages?.sdk ?? {},
    silentSignIn: client.silentSignIn,
    state: await services.secrets.seal(store.tenantId, statePurpose(page.installationId), held),
  };
}

/** Takes something that may be used once. @throws AppError `PLATFORM_SIGN_IN` the second time */
async function takeOnce(services: Services, what: string): Promise<void> {
  const key = await services.digest.sha256(what);
  const { kind } = await services.system.beginIdempotent(key, key, nowOf(services));
  if (kind !== 'new') throw new AppError('PLATFORM_SIGN_IN');
  // A key that is never finished would be given out again.
  await services.system.finishIdempotent(key, 200, '');
}

async function checkState(
  services: Services,
  tenantId: string,
  { installationId }: ClientPage,
  state: string,
): Promise<void> {
  const text = await services.secrets
    .open(tenantId, statePurpose(installationId), state)
    .catch((cause: unknown) => {
      throw new AppError('PLATFORM_SIGN_IN', { cause });
    });
  const { at } = JSON.parse(text) as { readonly at: number };
  if (services.clock.now().getTime() - at > stateMs) throw new AppError('PLATFORM_SIGN_IN');
  await takeOnce(services, `client state\n${installationId}\n${state}`);
}

/**
 * Signs in with a code that the office client handed to the page: state and code work once, and the session belongs to the company
 * of the page's address.
 * @throws AppError `NOT_FOUND`, `PLATFORM_SIGN_IN`, `PLATFORM_DISCONNECTED`, `FORBIDDEN` for people who left or may not see the app
 */
export async function signInInPage(
  services: Services,
  page: ClientPage & {
    readonly code: string;
    readonly state: string;
    readonly locale: string;
    readonly device?: Device | null;
  },
): Promise<SignedIn> {
  const { store, office, client } = await clientOf(services, page);
  await checkState(services, store.tenantId, page, page.state);
  await takeOnce(services, `client code\n${page.installationId}\n${page.code}`);
  const user = await client.userOfInPageCode(page.code);
  const { locale, device } = page;
  return enterAs(services, store, office.connection, { user, locale, device });
}
