import { foreignKey, index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { tenantColumns, time } from './columns.ts';
import { interviews } from './interviews.ts';

/** Requests of candidates to have something corrected; answered by staff within fifteen days (R8). */
export const correctionRequests = sqliteTable(
  'correction_requests',
  {
    ...tenantColumns(),
    interviewId: text('interview_id').notNull(),
    text: text('text').notNull(),
    state: text('state', { enum: ['open', 'done', 'declined'] }).notNull(),
    dueAt: time('due_at').notNull(),
    handledBy: text('handled_by'),
    answer: text('answer'),
    createdAt: time('created_at').notNull(),
    closedAt: time('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('correction_requests_state').on(t.tenantId, t.state, t.dueAt),
    foreignKey({
      columns: [t.tenantId, t.interviewId],
      foreignColumns: [interviews.tenantId, interviews.id],
    }),
  ],
);
