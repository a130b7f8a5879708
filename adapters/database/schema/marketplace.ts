import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { MarketplaceNotice } from '#core/ports/platform-marketplace.ts';
import type { ErasureProof } from '#core/ports/repositories/marketplace.ts';
import { json, time } from './columns.ts';

/** Which company of a platform is which company here. `company_id` names a tenant, but the row outlives it: it carries the proof of erasure. */
export const marketplaceInstallations = sqliteTable(
  'marketplace_installations',
  {
    id: text('id').primaryKey(),
    platform: text('platform').notNull(),
    corpId: text('corp_id').notNull(),
    companyId: text('company_id').notNull(),
    state: text('state', {
      enum: ['pending', 'active', 'scope_changed', 'suspended', 'uninstalled', 'erased'],
    }).notNull(),
    revision: integer('revision').notNull(),
    installedAt: time('installed_at').notNull(),
    changedAt: time('changed_at').notNull(),
    uninstalledAt: time('uninstalled_at'),
    eraseAt: time('erase_at'),
    proof: json<ErasureProof>('proof'),
  },
  (t) => [
    // Companies install again after their data were erased; only one installation of each lives at a time.
    uniqueIndex('marketplace_installations_living').on(t.platform, t.corpId).where(sql`state <> 'erased'`),
    uniqueIndex('marketplace_installations_company').on(t.companyId),
  ],
);

/** Signed notices of the marketplaces that wait for their work, sealed: some hold codes. */
export const marketplaceNotices = sqliteTable(
  'marketplace_notices',
  {
    id: text('id').primaryKey(),
    platform: text('platform').notNull(),
    corpId: text('corp_id'),
    kind: text('kind').$type<MarketplaceNotice['kind']>().notNull(),
    at: integer('at').notNull(),
    sealed: text('sealed').notNull(),
    receivedAt: time('received_at').notNull(),
    doneAt: time('done_at'),
  },
  (t) => [
    index('marketplace_notices_company').on(t.platform, t.corpId, t.at),
    index('marketplace_notices_received').on(t.receivedAt),
  ],
);
