import type { Device } from '../company/device.ts';
import { sessionDays } from '../company/sign-in.ts';
import { AppError } from '../errors/app-error.ts';
import { followAdminRolesIfAnswered } from '../installation/admin-roles.ts';
import { answerFor, applyRead, untilUndisturbed } from '../organisation/apply-read.ts';
import { mayEnter } from '../organisation/close-accounts.ts';
import type { PlatformConnection, PlatformPerson, PlatformUser } from '../ports/platform.ts';
import type { Person } from '../ports/repositories/people.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { type OpenedPlatform, openPlatform } from './connection.ts';

/** A sign-in that has begun: where to send the browser, and what it must bring back. */
export interface StartedSignIn {
  readonly address: string;
  /** Lower-case hex: WeCom takes only letters and digits. */
  readonly state: string;
  readonly verifier: string;
}

interface Request {
  readonly platform: string;
  readonly installationId: string;
  readonly redirectUri: string;
}

/** The installation that an address names. @throws AppError `NOT_FOUND`, `PLATFORM_DISCONNECTED` */
export async function openedInstallation(
  services: Services,
  { platform, installationId }: Pick<Request, 'platform' | 'installationId'>,
): Promise<{ readonly store: TenantStore; readonly office: OpenedPlatform }> {
  const found = await services.system.installation(installationId);
  if (found?.platform !== platform) throw new AppError('NOT_FOUND');
  const tenant = await services.system.tenant(found.tenantId);
  if (tenant?.state !== 'active' && tenant?.state !== 'suspended') throw new AppError('NOT_FOUND');
  const store = services.stores.open(found.tenantId);
  return { store, office: await openPlatform(services, store) };
}

/** Begins a sign-in. @throws AppError `NOT_FOUND`, `PLATFORM_DISCONNECTED` */
export async function startSignIn(
  services: Services,
  request: Request & { readonly userAgent: string },
): Promise<StartedSignIn> {
  const { office } = await openedInstallation(services, request);
  const state = await services.digest.sha256(services.random.token(256));
  const verifier = await services.digest.sha256(services.random.token(256));
  const { redirectUri, userAgent } = request;
  const address = office.connection.identity.signInAddress({ redirectUri, state, userAgent, verifier });
  return { address, state, verifier };
}

/** Who signed in, with the token for the session cookie. */
export interface SignedIn {
  readonly sessionToken: string;
  readonly tenantId: string;
  readonly personId: string;
}

/** A browser that comes back from the platform. */
export interface SignInReturn extends Request {
  /** What came back in the address. */
  readonly query: Readonly<Record<string, string>>;
  readonly verifier: string;
}

/** Redeems the platform's code: who it names. @throws AppError `PLATFORM_SIGN_IN`, `NOT_FOUND`, `PLATFORM_DISCONNECTED` */
export async function redeemedUser(
  services: Services,
  back: SignInReturn,
): Promise<Awaited<ReturnType<typeof openedInstallation>> & { readonly user: PlatformUser }> {
  const { store, office } = await openedInstallation(services, back);
  const { identity } = office.connection;
  const value = back.query[identity.codeParameter];
  if (!value) throw new AppError('PLATFORM_SIGN_IN', { details: { platform: back.platform } });
  const { redirectUri, verifier } = back;
  return { store, office, user: await identity.userOf({ value, redirectUri, verifier }) };
}

/**
 * Redeems the platform's code and opens a session for the person whom the platform named, whoever was signed in in that browser
 * before. A colleague who comes for the first time becomes staff with the role `employee`.
 * @throws AppError `PLATFORM_SIGN_IN`, `FORBIDDEN` for people who left, are frozen, or whom the app may not see
 */
export async function finishSignIn(
  services: Services,
  back: SignInReturn & { readonly locale: string; readonly device?: Device | null },
): Promise<SignedIn> {
  const { store, office, user } = await redeemedUser(services, back);
  const { locale, device } = back;
  return enterAs(services, store, office.connection, { user, locale, device });
}

/**
 * Opens a session for somebody whom the platform has named.
 * @throws AppError `FORBIDDEN` for people who left, are frozen, or whom the app may not see
 */
export async function enterAs(
  services: Services,
  store: TenantStore,
  connection: PlatformConnection,
  entering: Omit<Entering, 'colleague'>,
): Promise<SignedIn> {
  const colleague = await colleagueOf(services, store, connection, entering.user);
  const known = await store.platform.account(colleague.id);
  const entered = await untilUndisturbed(() => enter(services, store, { ...entering, colleague }));
  if (!known || connection.admins?.perPerson)
    await followAdminRolesIfAnswered(services, store, connection, [colleague.id]);
  return entered;
}

/**
 * The person in the mirror; who is not there yet is read from the platform.
 * @throws AppError `FORBIDDEN` for people who left, are frozen, or whom the app may not see
 */
export async function colleagueOf(
  services: Services,
  store: TenantStore,
  { directory }: PlatformConnection,
  user: PlatformUser,
): Promise<PlatformPerson> {
  const [row] = await store.organisation.rows('person', [user.id]);
  if (row && mayEnter(row)) return row.value;
  const askedAt = services.clock.now().getTime();
  const value = await directory.person(user.id);
  await untilUndisturbed(async () => {
    const moment = { askedAt, now: nowOf(services), runId: null };
    const read = await applyRead(store.organisation, 'person', [answerFor<'person'>(user.id, value)], moment);
    await store.commit(read.changes);
  });
  if (!value || value.state === 'disabled' || value.state === 'resigned') throw new AppError('FORBIDDEN');
  return value;
}

interface Entering {
  readonly colleague: PlatformPerson;
  readonly user: PlatformUser;
  readonly locale: string;
  readonly device?: Device | null | undefined;
}

async function enter(services: Services, store: TenantStore, entering: Entering): Promise<SignedIn> {
  const { colleague, user, locale } = entering;
  const now = nowOf(services);
  const account = await store.platform.account(colleague.id);
  const personId = account?.personId ?? services.ids.next('per');
  const person = await store.people.get(personId);
  if (person?.state === 'disabled') throw new AppError('FORBIDDEN');
  const joined: Person = {
    id: personId,
    name: colleague.name ?? user.name,
    roles: ['employee'],
    state: 'active',
    locale,
    createdAt: now,
    lastSeenAt: now,
  };
  const sessionToken = services.random.token(256);
  const changes: Change[] = [
    person
      ? store.people.update(personId, {
          state: 'active',
          lastSeenAt: now,
          // Who installed the app was named by an id alone.
          ...(person.name === null ? { name: joined.name } : {}),
        })
      : store.people.add(joined),
    ...(account
      ? []
      : [store.platform.addAccount({ id: colleague.id, personId, grantedRoles: [], createdAt: now })]),
    services.system.addSession({
      tokenHash: await services.digest.sha256(sessionToken),
      tenantId: store.tenantId,
      personId,
      createdAt: now,
      expiresAt: new Date(Date.parse(now) + sessionDays * 86_400_000).toISOString(),
      revokedAt: null,
      device: entering.device ?? null,
    }),
    store.audit.add({
      actor: { kind: 'person', id: personId },
      action: 'session.started',
      subjectKind: 'person',
      subjectId: personId,
      at: now,
      data: { by: 'platform' },
    }),
  ];
  await services.system.commit(changes);
  return { sessionToken, tenantId: store.tenantId, personId };
}
