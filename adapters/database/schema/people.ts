import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '#core/access/permissions.ts';
import { json, tenantColumns, time } from './columns.ts';

/** Staff of a company. `name` may be null (WeCom gives ids without names, design D13). */
export const people = sqliteTable(
  'people',
  {
    ...tenantColumns(),
    name: text('name'),
    roles: json<Role[]>('roles').notNull(),
    state: text('state', { enum: ['invited', 'active', 'disabled'] }).notNull(),
    locale: text('locale').notNull(),
    createdAt: time('created_at').notNull(),
    lastSeenAt: time('last_seen_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Settings of a company by key (region policy, feedback default, company profile …). */
export const settings = sqliteTable(
  'settings',
  {
    tenantId: text('tenant_id').notNull(),
    key: text('key').notNull(),
    value: json<unknown>('value').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.key] })],
);

/** What happened, by whom: written unchained inside the batch, chained by the sealer (design D24). */
export const auditRows = sqliteTable(
  'audit_rows',
  {
    ...tenantColumns(),
    at: time('at').notNull(),
    actorKind: text('actor_kind', { enum: ['person', 'candidate', 'system', 'operator'] }).notNull(),
    actorId: text('actor_id'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    data: json<Record<string, unknown>>('data').notNull(),
    /** Position in the chain and SHA-256 over the previous hash and this row; null until sealed. */
    chainIndex: integer('chain_index'),
    hash: text('hash'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('audit_rows_subject').on(t.tenantId, t.subjectKind, t.subjectId),
    uniqueIndex('audit_rows_chain').on(t.tenantId, t.chainIndex),
  ],
);
