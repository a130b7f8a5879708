import { AppError } from '../errors/app-error.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Session } from '../ports/repositories/system-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import type { Device } from './device.ts';
import { sampleInLanguage } from './sample-names.ts';

/** Minutes a sign-in link stays usable (design D18). */
export const signInMinutes = 15;

/** Days an unused session lasts. */
export const sessionDays = 30;

/** A sign-in link and the write that makes it work. */
export interface PreparedLink {
  readonly url: string;
  readonly expiresAt: string;
  readonly change: Change;
}

/** Prepares a single-use sign-in link; only the hash of its token is stored. */
export async function prepareSignInLink(
  services: Services,
  tenantId: string,
  personId: string,
  minutes: number = signInMinutes,
): Promise<PreparedLink> {
  const token = services.random.token();
  const now = services.clock.now();
  const expiresAt = new Date(now.getTime() + minutes * 60_000).toISOString();
  const change = services.system.addSignInLink({
    tokenHash: await services.digest.sha256(token),
    tenantId,
    personId,
    createdAt: now.toISOString(),
    expiresAt,
    usedAt: null,
  });
  return { url: `${services.publicUrl}/sign-in/${token}`, expiresAt, change };
}

/** Prepares a session; only the hash of its token is stored. */
export async function prepareSession(
  services: Services,
  tenantId: string,
  personId: string,
  device: Device | null,
): Promise<{ readonly token: string; readonly change: Change }> {
  const token = services.random.token(256);
  const now = nowOf(services);
  const change = services.system.addSession({
    tokenHash: await services.digest.sha256(token),
    tenantId,
    personId,
    createdAt: now,
    expiresAt: new Date(Date.parse(now) + sessionDays * 86_400_000).toISOString(),
    revokedAt: null,
    device,
  });
  return { token, change };
}

/** What a redeemed link gives: the session's token for the cookie. */
export interface Redeemed {
  readonly sessionToken: string;
  readonly tenantId: string;
  readonly personId: string;
}

/**
 * Redeems a sign-in link once. Two redemptions at the same moment: one wins, the other gets `LINK_USED`.
 * @param seen the language of the page that asks (whoever comes for the first time goes on in it, later sign-ins keep
 * the person's own) and the browser it is open in.
 * @throws AppError `NOT_FOUND`, `LINK_EXPIRED`, `LINK_USED`, `FORBIDDEN` for a disabled person.
 */
export async function redeemSignInLink(
  services: Services,
  token: string,
  seen: { readonly locale?: Locale; readonly device?: Device | null } = {},
): Promise<Redeemed> {
  const { system, stores } = services;
  const tokenHash = await services.digest.sha256(token);
  const link = await system.signInLink(tokenHash);
  const now = nowOf(services);
  if (!link) throw new AppError('NOT_FOUND');
  if (link.usedAt) throw new AppError('LINK_USED');
  if (link.expiresAt <= now) throw new AppError('LINK_EXPIRED');
  const store = stores.open(link.tenantId);
  const person = await store.people.get(link.personId);
  if (!person || person.state === 'disabled') throw new AppError('FORBIDDEN');
  const session = await prepareSession(services, link.tenantId, link.personId, seen.device ?? null);
  const first = person.lastSeenAt === null ? seen.locale : undefined;
  const names = first ? await sampleInLanguage(services, link.tenantId, person, first, now) : [];
  try {
    await system.commit([
      system.useSignInLink(tokenHash, now),
      session.change,
      store.people.update(person.id, {
        state: 'active',
        lastSeenAt: now,
        ...(first ? { locale: first } : {}),
      }),
      ...names,
      store.audit.add({
        actor: { kind: 'person', id: person.id },
        action: 'session.started',
        subjectKind: 'person',
        subjectId: person.id,
        at: now,
      }),
    ]);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'CONFLICT') throw new AppError('LINK_USED', { cause });
    throw cause;
  }
  return { sessionToken: session.token, tenantId: link.tenantId, personId: link.personId };
}

/** When a session was last used, to the day: its end is moved on at most once a day. */
export const lastUsedAt = ({ expiresAt }: Pick<Session, 'expiresAt'>): string =>
  new Date(Date.parse(expiresAt) - sessionDays * 86_400_000).toISOString();
