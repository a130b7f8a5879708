import { asc, eq, gte, sql } from 'drizzle-orm';
import type { PlatformRepository, PlatformTokenRepository } from '#core/ports/repositories/platforms.ts';
import { messages } from '../schema/messages.ts';
import {
  organisationHistory,
  organisationMirror,
  organisationOverlay,
  organisationRuns,
} from '../schema/organisation.ts';
import {
  platformAccounts as accounts,
  platformCalls as calls,
  platformDeliveries as deliveries,
  platformEvents as events,
  platformInstallations as installations,
  platformTokens as tokens,
} from '../schema/platforms.ts';
import { deliveryRepository } from './deliveries.ts';
import { bare, insert, ofTenant, own, remove, type Scope, update } from './scope.ts';

/** Tables that hold what came from the platform, emptied when a company disconnects. */
const ownedTables = [
  installations,
  deliveries,
  tokens,
  accounts,
  events,
  organisationMirror,
  organisationHistory,
  organisationOverlay,
  organisationRuns,
  messages,
] as const;

/** Installation, events, accounts and tokens of one company. */
export function platformRepository(scope: Scope): PlatformRepository {
  const { orm } = scope.database;
  return {
    async installation() {
      const rows = await orm.select().from(installations).where(ofTenant(scope, installations));
      return rows[0] ? bare(rows[0]) : null;
    },
    addInstallation: (row) => insert(scope, installations, row),
    updateInstallation: (id, set) => update(orm, installations, set, own(scope, installations, id)),
    forgetTokens: () => remove(orm, tokens, ofTenant(scope, tokens)),
    removeInstallation: () => ownedTables.map((table) => remove(orm, table, ofTenant(scope, table))),

    addEvent: (event) => insert(scope, events, event),
    async event(id) {
      const rows = await orm
        .select()
        .from(events)
        .where(own(scope, events, id));
      return rows[0] ? bare(rows[0]) : null;
    },
    async contactEventsSince(at) {
      const rows = await orm
        .select({ n: sql<number>`count(*)` })
        .from(events)
        .where(
          ofTenant(
            scope,
            events,
            gte(events.receivedAt, at),
            sql`json_extract(${events.change}, '$.kind') in ('person', 'department')`,
          ),
        );
      return rows[0]?.n ?? 0;
    },
    finishEvent: (id, at) => update(orm, events, { doneAt: at }, own(scope, events, id)),

    async account(id) {
      const rows = await orm
        .select()
        .from(accounts)
        .where(own(scope, accounts, id));
      return rows[0] ? bare(rows[0]) : null;
    },
    async accounts() {
      const rows = await orm
        .select()
        .from(accounts)
        .where(ofTenant(scope, accounts))
        .orderBy(asc(accounts.id));
      return rows.map(bare);
    },
    addAccount: (account) => insert(scope, accounts, account),
    moveAccount: (id, from, personId, grantedRoles) =>
      update(
        orm,
        accounts,
        { personId, grantedRoles },
        own(scope, accounts, id, eq(accounts.personId, from)),
      ),
    removeAccount: (id, personId) =>
      remove(orm, accounts, own(scope, accounts, id, eq(accounts.personId, personId))),
    setGrantedRoles: (id, grantedRoles) => update(orm, accounts, { grantedRoles }, own(scope, accounts, id)),
    ...callCounts(scope),
    tokens: tokenRepository(scope),
    deliveries: deliveryRepository(scope),
  };
}

/** The month's calls; one row each, counted in place. */
function callCounts(scope: Scope): Pick<PlatformRepository, 'countCall' | 'callsCounted'> {
  return {
    async countCall(id) {
      await scope.database.run(
        sql`insert into platform_calls (tenant_id, id, calls) values (${scope.tenantId}, ${id}, 1)
            on conflict (tenant_id, id) do update set calls = calls + 1`,
      );
    },
    async callsCounted(id) {
      const rows = await scope.database.orm
        .select()
        .from(calls)
        .where(own(scope, calls, id));
      return rows[0]?.calls ?? 0;
    },
  };
}

interface StoredToken {
  readonly sealed: string | null;
  readonly revision: number;
  readonly renewAt: number;
  readonly expiresAt: number;
}

function tokenRepository({ database, tenantId }: Scope): PlatformTokenRepository {
  const ours = (id: string) => sql`tenant_id = ${tenantId} and id = ${id}`;
  return {
    async get(id) {
      const rows = await database.orm.all<StoredToken>(
        sql`select sealed, revision, renew_at as renewAt, expires_at as expiresAt from platform_tokens where ${ours(id)}`,
      );
      const row = rows[0];
      return row && row.sealed !== null ? { ...row, sealed: row.sealed } : null;
    },
    async lease(id, lease, now, until) {
      const n = await database.run(
        sql`insert into platform_tokens (tenant_id, id, sealed, revision, renew_at, expires_at, lease, lease_until)
            values (${tenantId}, ${id}, null, 0, 0, 0, ${lease}, ${until})
            on conflict (tenant_id, id) do update set lease = ${lease}, lease_until = ${until}
            where lease is null or lease_until <= ${now}`,
      );
      return n === 1;
    },
    async save(id, lease, row) {
      await database.run(
        sql`update platform_tokens set sealed = ${row.sealed}, revision = ${row.revision}, renew_at = ${row.renewAt},
            expires_at = ${row.expiresAt}, lease = null, lease_until = 0 where ${ours(id)} and lease = ${lease}`,
      );
    },
    async release(id, lease) {
      await database.run(
        sql`update platform_tokens set lease = null, lease_until = 0 where ${ours(id)} and lease = ${lease}`,
      );
    },
    async put(id, row) {
      await database.run(
        sql`insert into platform_tokens (tenant_id, id, sealed, revision, renew_at, expires_at, lease, lease_until)
            values (${tenantId}, ${id}, ${row.sealed}, 1, ${row.renewAt}, ${row.expiresAt}, null, 0)
            on conflict (tenant_id, id) do update set sealed = excluded.sealed, revision = platform_tokens.revision + 1,
              renew_at = excluded.renew_at, expires_at = excluded.expires_at
            where platform_tokens.expires_at <= excluded.expires_at`,
      );
    },
    async refuse(id, revision) {
      await database.run(
        sql`update platform_tokens set renew_at = 0, expires_at = 0 where ${ours(id)} and revision = ${revision}`,
      );
    },
  };
}
