import type { Context } from 'hono';
import { permissionsOf, type RoutePermission } from '#core/access/permissions.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PublicLink, Tenant } from '#core/ports/repositories/system-store.ts';
import { nowOf, type Services } from '#core/ports/services.ts';
import type { StaffSession } from './route.ts';
import { sessionDays, sessionToken } from './session-cookie.ts';

/** Who sent a request. */
export interface Caller {
  readonly session?: StaffSession;
  readonly link?: PublicLink;
}

/** A rolling session is extended once this much of it has passed. */
const extendAfterMs = 86_400_000;

/** A suspended company can be read, and candidates end what they began; an erased one is not there. */
const isOpen = ({ state }: Pick<Tenant, 'state'>): boolean => state === 'active' || state === 'suspended';

/** Names the installation in whose office client a page is open; its address names the same. */
const openHeader = 'x-jinji-open';

/**
 * A page in an office client may keep its token in memory, where no cookie is sent, and sees its own company only: somebody
 * who works for two is signed in again by the client of the other.
 */
async function staff(c: Context, services: Services): Promise<StaffSession | null> {
  const open = c.req.header(openHeader);
  const token = (open === undefined ? undefined : bearer(c)) ?? sessionToken(c, services.publicUrl);
  if (!token) return null;
  const tokenHash = await services.digest.sha256(token);
  const found = await services.system.staffSession(tokenHash);
  if (!found) return null;
  const { session, tenant, person } = found;
  const now = nowOf(services);
  if (session.revokedAt || session.expiresAt <= now) return null;
  if (open !== undefined && (await services.system.installation(open))?.tenantId !== session.tenantId)
    return null;
  if (!isOpen(tenant) || person.state === 'disabled') return null;
  const end = new Date(Date.parse(now) + sessionDays * 86_400_000).toISOString();
  if (Date.parse(end) - Date.parse(session.expiresAt) > extendAfterMs) {
    await services.system.commit([services.system.extendSession(tokenHash, end)]);
  }
  return { person, tenant, tokenHash };
}

/** The token of a candidate's link, sent as `Authorization: Bearer`; it never stands in an API address. */
const bearer = (c: Context): string | undefined =>
  /^Bearer (\S{16,200})$/.exec(c.req.header('authorization') ?? '')?.[1];

async function candidateLink(c: Context, services: Services, kind: PublicLink['kind']): Promise<PublicLink> {
  const token = bearer(c);
  if (!token) throw new AppError('UNAUTHENTICATED');
  const found = await services.system.publicLink(await services.digest.sha256(token));
  if (found?.link.kind !== kind) throw new AppError('NOT_FOUND');
  const { link, tenantState } = found;
  if (link.revokedAt) throw new AppError('LINK_REVOKED');
  if (link.expiresAt <= nowOf(services)) throw new AppError('LINK_EXPIRED');
  if (!isOpen({ state: tenantState })) throw new AppError('LINK_REVOKED');
  return link;
}

/**
 * Finds out who calls and whether they may.
 * @throws AppError `UNAUTHENTICATED`, `FORBIDDEN`, `NOT_FOUND` (unknown link), `LINK_EXPIRED`, `LINK_REVOKED`.
 */
export async function identify(c: Context, services: Services, permission: RoutePermission): Promise<Caller> {
  if (permission === 'public') return {};
  if (permission === 'candidate') return { link: await candidateLink(c, services, 'interview') };
  if (permission === 'me') return { link: await candidateLink(c, services, 'me') };
  const session = await staff(c, services);
  if (!session) throw new AppError('UNAUTHENTICATED');
  if (permission !== 'signed_in' && !permissionsOf(session.person.roles).has(permission)) {
    throw new AppError('FORBIDDEN');
  }
  return { session };
}
