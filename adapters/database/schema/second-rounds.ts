import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { CalendarEntry, RoundPlace, ScorecardData } from '#core/second-round/second-round.ts';
import { applications } from './candidates.ts';
import { json, tenantColumns, time } from './columns.ts';

/** Talks of people with a candidate after the first interview. */
export const secondRounds = sqliteTable(
  'second_rounds',
  {
    ...tenantColumns(),
    applicationId: text('application_id').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: ['arranged', 'cancelled'] }).notNull(),
    startsAt: time('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    place: json<RoundPlace>('place').notNull(),
    interviewerIds: json<string[]>('interviewer_ids').notNull(),
    confirmed: json<Record<string, string>>('confirmed').notNull(),
    note: text('note'),
    cancelReason: text('cancel_reason'),
    calendar: json<CalendarEntry>('calendar').notNull(),
    /** The calendar entry's own counter, apart from the arrangement's. */
    calendarStep: integer('calendar_step').notNull(),
    revision: integer('revision').notNull(),
    arrangedBy: text('arranged_by').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('second_rounds_number').on(t.tenantId, t.applicationId, t.number),
    index('second_rounds_time').on(t.tenantId, t.startsAt),
    foreignKey({
      columns: [t.tenantId, t.applicationId],
      foreignColumns: [applications.tenantId, applications.id],
    }),
  ],
);

/** Interviewers' judgements of second rounds. */
export const scorecards = sqliteTable(
  'scorecards',
  {
    ...tenantColumns(),
    roundId: text('round_id').notNull(),
    personId: text('person_id').notNull(),
    data: json<ScorecardData>('data').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('scorecards_once').on(t.tenantId, t.roundId, t.personId),
    foreignKey({
      columns: [t.tenantId, t.roundId],
      foreignColumns: [secondRounds.tenantId, secondRounds.id],
    }),
  ],
);
