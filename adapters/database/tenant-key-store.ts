import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import type { TenantKeyRecord, TenantKeyStore } from '#core/ports/secrets.ts';
import type { Database } from './database.ts';
import { tenantKeys as t } from './schema/system.ts';

const record = (row: typeof t.$inferSelect): TenantKeyRecord => ({
  tenantId: row.tenantId,
  version: row.version,
  masterId: row.masterKeyId,
  wrapped: row.wrappedKey,
  createdAt: row.createdAt,
});

/** Keeps wrapped tenant keys in the table of the system store. */
export function createTenantKeyStore(database: Database): TenantKeyStore {
  const { orm } = database;
  return {
    async load(tenantId) {
      return (await orm.select().from(t).where(eq(t.tenantId, tenantId))).map(record);
    },
    async save(key, replaces) {
      const n = await database.run(
        replaces === null
          ? sql`insert into tenant_keys (tenant_id, version, master_key_id, wrapped_key, created_at)
              values (${key.tenantId}, ${key.version}, ${key.masterId}, ${key.wrapped}, ${key.createdAt})
              on conflict do nothing`
          : sql`update tenant_keys set master_key_id = ${key.masterId}, wrapped_key = ${key.wrapped}
              where tenant_id = ${key.tenantId} and version = ${key.version} and master_key_id = ${replaces}`,
      );
      return n === 1;
    },
    async *list() {
      let last: { tenantId: string; version: number } | undefined;
      for (;;) {
        const rows = await orm
          .select()
          .from(t)
          .where(
            last
              ? or(
                  gt(t.tenantId, last.tenantId),
                  and(eq(t.tenantId, last.tenantId), gt(t.version, last.version)),
                )
              : undefined,
          )
          .orderBy(asc(t.tenantId), asc(t.version))
          .limit(100);
        for (const row of rows) yield record(row);
        last = rows.at(-1);
        if (!last) return;
      }
    },
    async destroy(tenantId, version) {
      await orm
        .delete(t)
        .where(and(eq(t.tenantId, tenantId), version === undefined ? undefined : eq(t.version, version)));
    },
  };
}
