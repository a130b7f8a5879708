import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganisationCounts, OrganisationDrift } from '#core/ports/repositories/organisation.ts';
import { json, tenantColumns, time } from './columns.ts';

const kind = () => text('kind', { enum: ['department', 'person'] }).notNull();

/** What the platform says now: one row a department or person, the gone ones kept as such (design D13). */
export const organisationMirror = sqliteTable(
  'organisation_mirror',
  {
    tenantId: text('tenant_id').notNull(),
    kind: kind(),
    id: text('id').notNull(),
    data: json<Record<string, unknown>>('data').notNull(),
    present: integer('present', { mode: 'boolean' }).notNull(),
    readAt: integer('read_at').notNull(),
    /** The run that saw it last. */
    runId: text('run_id'),
    since: time('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.kind, t.id] }),
    index('organisation_mirror_run').on(t.tenantId, t.kind, t.present, t.runId),
  ],
);

/** What the platform said before: the mirror at any past moment. */
export const organisationHistory = sqliteTable(
  'organisation_history',
  {
    ...tenantColumns(),
    kind: kind(),
    subjectId: text('subject_id').notNull(),
    data: json<Record<string, unknown>>('data').notNull(),
    present: integer('present', { mode: 'boolean' }).notNull(),
    since: time('since').notNull(),
    until: time('until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('organisation_history_subject').on(t.tenantId, t.kind, t.subjectId, t.until),
  ],
);

/** Local changes over the mirror; each holds the value that it replaced. */
export const organisationOverlay = sqliteTable(
  'organisation_overlay',
  {
    ...tenantColumns(),
    kind: kind(),
    subjectId: text('subject_id').notNull(),
    field: text('field', {
      enum: ['name', 'parentId', 'leaderIds', 'departmentIds', 'managerId', 'title'],
    }).notNull(),
    /** JSON `null` for none, hence wrapped. */
    base: json<{ readonly v: string | readonly string[] | null }>('base').notNull(),
    value: json<{ readonly v: string | readonly string[] | null }>('value').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: time('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('organisation_overlay_subject').on(t.tenantId, t.kind, t.subjectId),
  ],
);

/** Readings of the whole directory: where each stands, so that a stopped one goes on. */
export const organisationRuns = sqliteTable(
  'organisation_runs',
  {
    ...tenantColumns(),
    state: text('state', { enum: ['running', 'held', 'done', 'failed'] }).notNull(),
    phase: text('phase', { enum: ['departments', 'people', 'confirm'] }).notNull(),
    cursor: text('cursor'),
    pending: json<readonly string[]>('pending').notNull(),
    revision: integer('revision').notNull(),
    removalsAccepted: integer('removals_accepted', { mode: 'boolean' }).notNull(),
    counts: json<OrganisationCounts>('counts').notNull(),
    drift: json<readonly OrganisationDrift[]>('drift').notNull(),
    startedAt: time('started_at').notNull(),
    updatedAt: time('updated_at').notNull(),
    finishedAt: time('finished_at'),
    errorCode: text('error_code'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('organisation_runs_started').on(t.tenantId, t.startedAt),
  ],
);
