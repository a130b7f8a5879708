import { and, asc, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SystemStore } from '#core/ports/repositories/system-store.ts';
import { change, guarded, type Orm } from './database.ts';
import { prepared } from './prepared.ts';
import { bare } from './repositories/scope.ts';
import { people } from './schema/people.ts';
import { publicLinks, sessions, signInLinks, tenants } from './schema/system.ts';

type LinkPart = Pick<
  SystemStore,
  | 'addSignInLink'
  | 'signInLink'
  | 'useSignInLink'
  | 'addSession'
  | 'staffSession'
  | 'extendSession'
  | 'revokeSession'
  | 'sessionsOf'
  | 'revokeSessionsOf'
  | 'addPublicLink'
  | 'publicLink'
  | 'publicLinksOf'
  | 'revokePublicLinks'
  | 'extendPublicLink'
>;

const staffOfToken = prepared((orm) =>
  orm
    .select({ session: sessions, tenant: tenants, person: people })
    .from(sessions)
    .innerJoin(tenants, eq(tenants.id, sessions.tenantId))
    .innerJoin(people, and(eq(people.tenantId, sessions.tenantId), eq(people.id, sessions.personId)))
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
);

/** Sign-in links, sessions and candidate links: found by the hash of their token only. */
export function linkStore(orm: Orm): LinkPart {
  return {
    addSignInLink: (link) => change(orm.insert(signInLinks).values(link) as BatchItem<'sqlite'>),
    async signInLink(tokenHash) {
      return (await orm.select().from(signInLinks).where(eq(signInLinks.tokenHash, tokenHash)))[0] ?? null;
    },
    useSignInLink: (tokenHash, at) =>
      guarded(
        orm,
        orm
          .update(signInLinks)
          .set({ usedAt: at })
          .where(
            and(eq(signInLinks.tokenHash, tokenHash), isNull(signInLinks.usedAt)),
          ) as BatchItem<'sqlite'>,
      ),

    addSession: (session) => change(orm.insert(sessions).values(session) as BatchItem<'sqlite'>),
    async staffSession(tokenHash) {
      const found = (await staffOfToken(orm).all({ tokenHash }))[0];
      return found ? { ...found, person: bare(found.person) } : null;
    },
    extendSession: (tokenHash, expiresAt) =>
      change(
        orm
          .update(sessions)
          .set({ expiresAt })
          .where(eq(sessions.tokenHash, tokenHash)) as BatchItem<'sqlite'>,
      ),
    revokeSession: (tokenHash, at) =>
      change(
        orm
          .update(sessions)
          .set({ revokedAt: at })
          .where(eq(sessions.tokenHash, tokenHash)) as BatchItem<'sqlite'>,
      ),
    sessionsOf: (tenantId, personId, now) =>
      orm
        .select()
        .from(sessions)
        .where(
          and(
            eq(sessions.tenantId, tenantId),
            eq(sessions.personId, personId),
            isNull(sessions.revokedAt),
            gt(sessions.expiresAt, now),
          ),
        )
        .orderBy(desc(sessions.createdAt)),
    revokeSessionsOf: (tenantId, personId, at, except) =>
      change(
        orm
          .update(sessions)
          .set({ revokedAt: at })
          .where(
            and(
              eq(sessions.tenantId, tenantId),
              eq(sessions.personId, personId),
              isNull(sessions.revokedAt),
              except === undefined ? undefined : ne(sessions.tokenHash, except),
            ),
          ) as BatchItem<'sqlite'>,
      ),

    ...publicLinkPart(orm),
  };
}

type PublicLinkPart = Pick<
  SystemStore,
  'addPublicLink' | 'publicLink' | 'publicLinksOf' | 'revokePublicLinks' | 'extendPublicLink'
>;

const linkOfToken = prepared((orm) =>
  orm
    .select({ link: publicLinks, tenantState: tenants.state })
    .from(publicLinks)
    .innerJoin(tenants, eq(tenants.id, publicLinks.tenantId))
    .where(eq(publicLinks.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
);

function publicLinkPart(orm: Orm): PublicLinkPart {
  return {
    addPublicLink: (link) => change(orm.insert(publicLinks).values(link) as BatchItem<'sqlite'>),
    async publicLink(tokenHash) {
      return (await linkOfToken(orm).all({ tokenHash }))[0] ?? null;
    },
    publicLinksOf: (tenantId, interviewId) =>
      orm
        .select()
        .from(publicLinks)
        .where(and(eq(publicLinks.tenantId, tenantId), eq(publicLinks.interviewId, interviewId)))
        .orderBy(asc(publicLinks.createdAt)),
    revokePublicLinks: (tenantId, interviewId, kind, at) =>
      change(
        orm
          .update(publicLinks)
          .set({ revokedAt: at })
          .where(
            and(
              eq(publicLinks.tenantId, tenantId),
              eq(publicLinks.interviewId, interviewId),
              eq(publicLinks.kind, kind),
              isNull(publicLinks.revokedAt),
            ),
          ) as BatchItem<'sqlite'>,
      ),
    extendPublicLink: (tokenHash, expiresAt) =>
      guarded(
        orm,
        orm
          .update(publicLinks)
          .set({ expiresAt })
          .where(
            and(eq(publicLinks.tokenHash, tokenHash), isNull(publicLinks.revokedAt)),
          ) as BatchItem<'sqlite'>,
      ),
  };
}
