import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Closing, NoticeKind } from '#core/message/notice-kinds.ts';
import { json, tenantColumns, time } from './columns.ts';

/** What staff are told, one row a person: the inbox, and what cards are made from. */
export const notices = sqliteTable(
  'notices',
  {
    ...tenantColumns(),
    personId: text('person_id').notNull(),
    kind: text('kind').$type<NoticeKind>().notNull(),
    /** Equal for the same news, which is told once. */
    key: text('key').notNull(),
    subjectId: text('subject_id').notNull(),
    applicationId: text('application_id'),
    params: json<Record<string, string | number>>('params').notNull(),
    urgent: integer('urgent', { mode: 'boolean' }).notNull(),
    card: text('card', { enum: ['wanted', 'none', 'made'] }).notNull(),
    messageId: text('message_id'),
    createdAt: time('created_at').notNull(),
    readAt: time('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('notices_once').on(t.tenantId, t.personId, t.key),
    index('notices_unread').on(t.tenantId, t.personId, t.readAt),
    index('notices_card').on(t.tenantId, t.personId, t.card),
    index('notices_subject').on(t.tenantId, t.subjectId),
    index('notices_message').on(t.tenantId, t.messageId),
  ],
);

/** Cards over the office platform, with what became of each. */
export const messages = sqliteTable(
  'messages',
  {
    ...tenantColumns(),
    personId: text('person_id').notNull(),
    kind: text('kind').$type<NoticeKind>().notNull(),
    state: text('state', {
      enum: ['waiting', 'sent', 'skipped', 'failed', 'unreachable', 'uncertain'],
    }).notNull(),
    ref: text('ref'),
    accountId: text('account_id'),
    errorCode: text('error_code'),
    platformCode: text('platform_code'),
    attempts: integer('attempts').notNull(),
    firstTriedAt: time('first_tried_at'),
    sentAt: time('sent_at'),
    closing: text('closing').$type<Closing>(),
    closed: text('closed', { enum: ['open', 'wanted', 'done', 'never'] }).notNull(),
    /** Counts every write, so that two workers never take the same step. */
    revision: integer('revision').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('messages_latest').on(t.tenantId, t.personId, t.kind, t.createdAt),
    index('messages_state').on(t.tenantId, t.state, t.createdAt),
  ],
);
