import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PracticeAnswer, PracticeItem } from '#core/ports/repositories/quality.ts';
import type { CalibrationMap } from '#core/scoring/agreement/calibration-map.ts';
import { json, tenantColumns, time } from './columns.ts';

/** Calibration maps put into force by a person; a retired one stays, because reports were made by it. */
export const calibrations = sqliteTable(
  'calibrations',
  {
    ...tenantColumns(),
    family: text('family').notNull(),
    scorerVersion: text('scorer_version').notNull(),
    map: json<CalibrationMap>('map').notNull(),
    adoptedBy: text('adopted_by').notNull(),
    adoptedAt: time('adopted_at').notNull(),
    retiredBy: text('retired_by'),
    retiredAt: time('retired_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Practice of raters on sample answers of known level. */
export const ratingPractices = sqliteTable(
  'rating_practices',
  {
    ...tenantColumns(),
    personId: text('person_id').notNull(),
    lang: text('lang', { enum: ['zh', 'en'] }).notNull(),
    items: json<readonly PracticeItem[]>('items').notNull(),
    answers: json<readonly PracticeAnswer[]>('answers'),
    startedAt: time('started_at').notNull(),
    finishedAt: time('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('rating_practices_person').on(t.tenantId, t.personId, t.finishedAt),
  ],
);
