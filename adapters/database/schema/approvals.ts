import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import {
  type ApprovalStep,
  type ApproverKey,
  approvalKinds,
  approvalStates,
} from '#core/approval/approval.ts';
import type { ChainDefinition } from '#core/approval/chain.ts';
import type { TodoRecord } from '#core/approval/todo-record.ts';
import { offerStates } from '#core/offer/offer.ts';
import { approvalActs, type PlatformLedger } from '#core/ports/repositories/approvals.ts';
import { applications } from './candidates.ts';
import { json, tenantColumns, time } from './columns.ts';

/** Offers by version; terms are sealed. */
export const offers = sqliteTable(
  'offers',
  {
    ...tenantColumns(),
    applicationId: text('application_id').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: offerStates }).notNull(),
    revision: integer('revision').notNull(),
    termsSealed: text('terms_sealed'),
    approvalId: text('approval_id'),
    madeBy: text('made_by').notNull(),
    madeAt: time('made_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('offers_number').on(t.tenantId, t.applicationId, t.number),
    foreignKey({
      columns: [t.tenantId, t.applicationId],
      foreignColumns: [applications.tenantId, applications.id],
    }),
  ],
);

/** Requests for the company's agreement, with their running steps. */
export const approvals = sqliteTable(
  'approvals',
  {
    ...tenantColumns(),
    kind: text('kind', { enum: approvalKinds }).notNull(),
    subjectKind: text('subject_kind', { enum: ['job', 'application'] }).notNull(),
    subjectId: text('subject_id').notNull(),
    offerId: text('offer_id'),
    contentSealed: text('content_sealed'),
    contentHash: text('content_hash').notNull(),
    state: text('state', { enum: approvalStates }).notNull(),
    revision: integer('revision').notNull(),
    chainNumber: integer('chain_number').notNull(),
    way: text('way', { enum: ['own', 'platform'] }).notNull(),
    steps: json<readonly ApprovalStep[]>('steps').notNull(),
    waitingFor: json<readonly ApproverKey[]>('waiting_for').notNull(),
    involved: json<readonly ApproverKey[]>('involved').notNull(),
    /** JSON `null` for none, hence wrapped. */
    ledger: json<{ readonly v: PlatformLedger | null }>('ledger').notNull(),
    instanceId: text('instance_id'),
    /** The copy in the platform's to-do lists; changed by itself, whatever the request's revision. */
    todo: json<TodoRecord>('todo').notNull(),
    tick: integer('tick').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: time('asked_at').notNull(),
    updatedAt: time('updated_at').notNull(),
    endedAt: time('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('approvals_asked').on(t.tenantId, t.askedAt, t.id),
    index('approvals_subject').on(t.tenantId, t.subjectId),
    uniqueIndex('approvals_one_pending').on(t.tenantId, t.kind, t.subjectId).where(sql`state = 'pending'`),
    uniqueIndex('approvals_instance').on(t.tenantId, t.instanceId),
  ],
);

/** What happened to a request, in order. */
export const approvalHistory = sqliteTable(
  'approval_history',
  {
    ...tenantColumns(),
    approvalId: text('approval_id').notNull(),
    act: text('act', { enum: approvalActs }).notNull(),
    by: text('by'),
    to: text('to'),
    note: text('note'),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('approval_history_approval').on(t.tenantId, t.approvalId, t.at),
    foreignKey({
      columns: [t.tenantId, t.approvalId],
      foreignColumns: [approvals.tenantId, approvals.id],
    }),
  ],
);

/** Versions of the company's approval chains. */
export const approvalChains = sqliteTable(
  'approval_chains',
  {
    ...tenantColumns(),
    kind: text('kind', { enum: approvalKinds }).notNull(),
    number: integer('number').notNull(),
    definition: json<ChainDefinition>('definition').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: time('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('approval_chains_number').on(t.tenantId, t.kind, t.number),
  ],
);

/** Who stands in for whom while they are away; the id names who is away. */
export const approvalDelegations = sqliteTable(
  'approval_delegations',
  {
    ...tenantColumns(),
    to: text('to').notNull(),
    from: text('from').notNull(),
    until: text('until').notNull(),
    madeAt: time('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
