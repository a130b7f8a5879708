import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { CandidateFeedback } from '#core/report/feedback.ts';
import type { ReportData } from '#core/report/report.ts';
import type { ScoreRunData } from '#core/report/score-run.ts';
import { applications } from './candidates.ts';
import { json, tenantColumns, time } from './columns.ts';
import { interviews } from './interviews.ts';

/** Immutable score runs: embedded, model or human (design D9). */
export const scoreRuns = sqliteTable(
  'score_runs',
  {
    ...tenantColumns(),
    interviewId: text('interview_id').notNull(),
    kind: text('kind', { enum: ['embedded', 'llm', 'human'] }).notNull(),
    scorerVersion: text('scorer_version').notNull(),
    raterId: text('rater_id'),
    data: json<ScoreRunData>('data').notNull(),
    /** Hash of the judged answers, so that a re-run over the same input is recognised. */
    inputHash: text('input_hash').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('score_runs_interview').on(t.tenantId, t.interviewId, t.createdAt),
    uniqueIndex('score_runs_once').on(t.tenantId, t.interviewId, t.kind, t.scorerVersion, t.inputHash),
    foreignKey({
      columns: [t.tenantId, t.interviewId],
      foreignColumns: [interviews.tenantId, interviews.id],
    }),
  ],
);

/** Reports; a new one is written whenever a run joins. */
export const reports = sqliteTable(
  'reports',
  {
    ...tenantColumns(),
    interviewId: text('interview_id').notNull(),
    applicationId: text('application_id').notNull(),
    number: integer('number').notNull(),
    suggestion: text('suggestion', { enum: ['advance', 'hold', 'do_not_advance'] }),
    score10: real('score10'),
    data: json<ReportData>('data').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('reports_number').on(t.tenantId, t.interviewId, t.number),
    index('reports_application').on(t.tenantId, t.applicationId),
    foreignKey({
      columns: [t.tenantId, t.interviewId],
      foreignColumns: [interviews.tenantId, interviews.id],
    }),
  ],
);

/** Who opened which report or screening card, and when first: `rejected` needs one (R5). */
export const views = sqliteTable(
  'views',
  {
    tenantId: text('tenant_id').notNull(),
    applicationId: text('application_id').notNull(),
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: ['report', 'screening'] }).notNull(),
    firstAt: time('first_at').notNull(),
    lastAt: time('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.applicationId, t.personId, t.kind] }),
    foreignKey({
      columns: [t.tenantId, t.applicationId],
      foreignColumns: [applications.tenantId, applications.id],
    }),
  ],
);

/** Decisions of named people. */
export const decisions = sqliteTable(
  'decisions',
  {
    ...tenantColumns(),
    applicationId: text('application_id').notNull(),
    reportId: text('report_id'),
    outcome: text('outcome', { enum: ['advance', 'hold', 'reject'] }).notNull(),
    reasonCode: text('reason_code').notNull(),
    note: text('note'),
    suggestion: text('suggestion'),
    decidedBy: text('decided_by').notNull(),
    decidedAt: time('decided_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('decisions_application').on(t.tenantId, t.applicationId, t.decidedAt),
    foreignKey({
      columns: [t.tenantId, t.applicationId],
      foreignColumns: [applications.tenantId, applications.id],
    }),
  ],
);

/** Points to verify that HR looked into and dismissed, with the reason. */
export const flagDismissals = sqliteTable(
  'flag_dismissals',
  {
    ...tenantColumns(),
    interviewId: text('interview_id').notNull(),
    flagKey: text('flag_key').notNull(),
    reason: text('reason').notNull(),
    dismissedBy: text('dismissed_by').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('flag_dismissals_once').on(t.tenantId, t.interviewId, t.flagKey),
    foreignKey({
      columns: [t.tenantId, t.interviewId],
      foreignColumns: [interviews.tenantId, interviews.id],
    }),
  ],
);

/** Feedback for the candidate; shown on `/me/<token>` once released. */
export const feedback = sqliteTable(
  'feedback',
  {
    ...tenantColumns(),
    interviewId: text('interview_id').notNull(),
    data: json<CandidateFeedback>('data').notNull(),
    state: text('state', { enum: ['draft', 'released'] }).notNull(),
    editedBy: text('edited_by'),
    releasedBy: text('released_by'),
    releasedAt: time('released_at'),
    openedAt: time('opened_at'),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('feedback_interview').on(t.tenantId, t.interviewId),
    foreignKey({
      columns: [t.tenantId, t.interviewId],
      foreignColumns: [interviews.tenantId, interviews.id],
    }),
  ],
);

/** Appeals: a second person reviews within seven days (R7). */
export const appeals = sqliteTable(
  'appeals',
  {
    ...tenantColumns(),
    interviewId: text('interview_id').notNull(),
    text: text('text').notNull(),
    state: text('state', { enum: ['open', 'kept', 'changed'] }).notNull(),
    dueAt: time('due_at').notNull(),
    reviewerId: text('reviewer_id'),
    answer: text('answer'),
    createdAt: time('created_at').notNull(),
    closedAt: time('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('appeals_state').on(t.tenantId, t.state, t.dueAt),
    foreignKey({
      columns: [t.tenantId, t.interviewId],
      foreignColumns: [interviews.tenantId, interviews.id],
    }),
  ],
);
