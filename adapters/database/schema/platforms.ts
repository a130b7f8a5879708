import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '#core/access/permissions.ts';
import type { PlatformChange } from '#core/ports/platform.ts';
import type { InstallationFacts, StoredChecks } from '#core/ports/repositories/platforms.ts';
import { json, tenantColumns, time } from './columns.ts';

/** Calls that count against a platform's monthly quota, by our own count; the id names platform and month. Outlives a connection. */
export const platformCalls = sqliteTable(
  'platform_calls',
  { ...tenantColumns(), calls: integer('calls').notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** A company's connection to its office platform; one a company. */
export const platformInstallations = sqliteTable(
  'platform_installations',
  {
    ...tenantColumns(),
    platform: text('platform').notNull(),
    corpId: text('corp_id').notNull(),
    kind: text('kind', { enum: ['own', 'marketplace'] }).notNull(),
    state: text('state', {
      enum: ['pending', 'active', 'scope_changed', 'suspended', 'uninstalled'],
    }).notNull(),
    settingsSealed: text('settings_sealed').notNull(),
    connectedBy: text('connected_by').notNull(),
    checks: json<StoredChecks>('checks'),
    facts: json<InstallationFacts>('facts'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('platform_installations_one').on(t.tenantId),
    uniqueIndex('platform_installations_id').on(t.id),
  ],
);

/** Tokens, sealed; the lease lets one caller at a time renew, in whatever process. Times in milliseconds. */
export const platformTokens = sqliteTable(
  'platform_tokens',
  {
    ...tenantColumns(),
    sealed: text('sealed'),
    revision: integer('revision').notNull(),
    renewAt: integer('renew_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    lease: text('lease'),
    leaseUntil: integer('lease_until').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Verified events: their ids make every repetition harmless. */
export const platformEvents = sqliteTable(
  'platform_events',
  {
    ...tenantColumns(),
    installationId: text('installation_id').notNull(),
    change: json<PlatformChange>('change').notNull(),
    receivedAt: time('received_at').notNull(),
    doneAt: time('done_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index('platform_events_received').on(t.receivedAt)],
);

/** How an installation's events arrive and when one last did; the lease keeps one long connection a company. Lease in milliseconds. */
export const platformDeliveries = sqliteTable(
  'platform_deliveries',
  {
    ...tenantColumns(),
    way: text('way', { enum: ['callback', 'connection'] }).notNull(),
    heardAt: time('heard_at'),
    connectedAt: time('connected_at'),
    lostAt: time('lost_at'),
    errorCode: text('error_code'),
    lease: text('lease'),
    leaseUntil: integer('lease_until').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Whose account on the platform is whose in Jinji. */
export const platformAccounts = sqliteTable(
  'platform_accounts',
  {
    ...tenantColumns(),
    personId: text('person_id').notNull(),
    grantedRoles: json<readonly Role[]>('granted_roles').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('platform_accounts_person').on(t.tenantId, t.personId),
  ],
);
