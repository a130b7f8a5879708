import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Device } from '#core/company/device.ts';
import { json, time } from './columns.ts';

/** Companies. A row is never reused: an erased tenant stays as a name-less tombstone. */
export const tenants = sqliteTable('tenants', {
  id: text('id').primaryKey(),
  name: text('name'),
  platform: text('platform').notNull(),
  /** 1: the sample company of the first start, removable with one click. */
  sample: integer('sample', { mode: 'boolean' }).notNull(),
  locale: text('locale').notNull(),
  region: text('region').notNull(),
  state: text('state', { enum: ['active', 'suspended', 'erasing', 'erased'] }).notNull(),
  createdAt: time('created_at').notNull(),
  erasedAt: time('erased_at'),
});

/** Tenant keys wrapped by the master key (design D7). Erasure deletes the rows. */
export const tenantKeys = sqliteTable(
  'tenant_keys',
  {
    tenantId: text('tenant_id').notNull(),
    version: integer('version').notNull(),
    masterKeyId: text('master_key_id').notNull(),
    wrappedKey: text('wrapped_key').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.version] })],
);

/** The guard of the guarded batch (design D4): inserting 0 breaks the CHECK and rolls the whole batch back. Always empty between batches. */
export const guard = sqliteTable('guard', { ok: integer('ok').notNull() }, (t) => [
  check('guard_ok', sql`${t.ok} = 1`),
]);

/** Single-use staff sign-in links; only the hash of the token is kept (design D18). */
export const signInLinks = sqliteTable(
  'sign_in_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    personId: text('person_id').notNull(),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    usedAt: time('used_at'),
  },
  (t) => [index('sign_in_links_tenant').on(t.tenantId)],
);

/** Staff sessions: hash of the cookie's token, rolling end. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    personId: text('person_id').notNull(),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    revokedAt: time('revoked_at'),
    device: json<Device>('device'),
  },
  (t) => [index('sessions_person').on(t.tenantId, t.personId)],
);

/** Links for people without an account: `/i/<token>` (interview) and `/me/<token>` (feedback, rights, appeal) — design D19. */
export const publicLinks = sqliteTable(
  'public_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    kind: text('kind', { enum: ['interview', 'me'] }).notNull(),
    interviewId: text('interview_id').notNull(),
    /** The token sealed with the tenant key, so that HR can show and print the link again (audited). */
    sealedToken: text('sealed_token').notNull(),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    revokedAt: time('revoked_at'),
  },
  (t) => [index('public_links_interview').on(t.tenantId, t.interviewId)],
);

/** Background jobs: the truth on both runtimes; queues only carry the id (design D6). */
export const backgroundJobs = sqliteTable(
  'background_jobs',
  {
    id: text('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    kind: text('kind').notNull(),
    payload: json<Record<string, string | number | boolean | null>>('payload').notNull(),
    state: text('state', { enum: ['queued', 'running', 'done', 'dead'] }).notNull(),
    attempts: integer('attempts').notNull(),
    runAt: time('run_at').notNull(),
    leaseUntil: time('lease_until'),
    leaseToken: text('lease_token'),
    lastError: text('last_error'),
    createdAt: time('created_at').notNull(),
    finishedAt: time('finished_at'),
  },
  (t) => [
    index('background_jobs_due').on(t.state, t.runAt),
    index('background_jobs_tenant').on(t.tenantId, t.kind),
  ],
);

/** Answers kept for repeated writes with the same `Idempotency-Key`. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    /** Hash of caller scope, route and key. */
    key: text('key').primaryKey(),
    requestHash: text('request_hash').notNull(),
    status: integer('status'),
    body: text('body'),
    createdAt: time('created_at').notNull(),
    /** Set by the batch of the write itself. */
    storedAt: time('stored_at'),
  },
  (t) => [index('idempotency_keys_created').on(t.createdAt)],
);

/** Fixed-window counters of the public routes. */
export const rateWindows = sqliteTable('rate_windows', {
  bucket: text('bucket').primaryKey(),
  windowStart: integer('window_start').notNull(),
  count: integer('count').notNull(),
});
