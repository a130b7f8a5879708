import { and, asc, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Doorbell } from '#core/ports/background-jobs.ts';
import type { SystemStore } from '#core/ports/repositories/system-store.ts';
import type { Change } from '#core/ports/unit-of-work.ts';
import { backgroundStore } from './background-store.ts';
import { change, commit, type Database, guarded, onlyIf, type StatementChange } from './database.ts';
import { idempotencyStore } from './idempotency-store.ts';
import { linkStore } from './link-store.ts';
import { marketplaceStore } from './marketplace-store.ts';
import { applied } from './migrations.ts';
import { prepared } from './prepared.ts';
import { platformInstallations } from './schema/platforms.ts';
import * as t from './schema/system.ts';
import type { SystemStoreOptions } from './system-store-options.ts';
import { countTenantRows, eraseTenantRows } from './tenant-erasure.ts';

/** Commits and then rings the doorbell for background work that the batch added. */
export async function commitAndRing(
  database: Database,
  doorbell: Doorbell,
  changes: readonly Change[],
): Promise<void> {
  await commit(database, changes);
  for (const part of changes as readonly StatementChange[]) {
    if (part.enqueued) await doorbell.ring(part.enqueued);
  }
}

const tenantById = prepared((orm) =>
  orm
    .select()
    .from(t.tenants)
    .where(eq(t.tenants.id, sql.placeholder('id')))
    .prepare(),
);

/** The `SystemStore` over libSQL or D1. */
export function createSystemStore(options: SystemStoreOptions): SystemStore {
  const { database, doorbell } = options;
  const { orm } = database;
  return {
    commit: (changes) => commitAndRing(database, doorbell, changes),
    ready: () => isReady(database, options.migrations),

    async tenant(id) {
      return (await tenantById(orm).all({ id }))[0] ?? null;
    },
    tenants: () => orm.select().from(t.tenants).orderBy(asc(t.tenants.createdAt)),
    addTenant: (tenant) => change(orm.insert(t.tenants).values(tenant) as BatchItem<'sqlite'>),
    onlyWithoutTenants: () => onlyIf(orm, sql`not exists (select 1 from tenants)`),
    setTenantState: (id, from, to, at) =>
      guarded(
        orm,
        orm
          .update(t.tenants)
          .set({ state: to, ...(to === 'erased' ? { erasedAt: at, name: null } : {}) })
          .where(and(eq(t.tenants.id, id), eq(t.tenants.state, from))) as BatchItem<'sqlite'>,
      ),
    renameTenant: (id, name) =>
      guarded(orm, orm.update(t.tenants).set({ name }).where(eq(t.tenants.id, id)) as BatchItem<'sqlite'>),

    async installation(id) {
      const rows = await orm
        .select({ tenantId: platformInstallations.tenantId, platform: platformInstallations.platform })
        .from(platformInstallations)
        .where(eq(platformInstallations.id, id));
      return rows[0] ?? null;
    },

    marketplace: marketplaceStore(database),
    ...linkStore(orm),
    ...idempotencyStore(database),

    ...backgroundStore(options),
    eraseTenantRows: (tenantId) => eraseTenantRows(database, tenantId),
    countTenantRows: (tenantId) => countTenantRows(database, tenantId),
  };
}

async function isReady(database: Database, migrations: readonly string[]): Promise<boolean> {
  const done = new Set(await applied(database));
  return migrations.every((name) => done.has(name));
}
