import { and, asc, count, desc, eq, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { MessageRepository } from '#core/ports/repositories/messages.ts';
import type { PageRequest } from '#core/ports/unit-of-work.ts';
import { change } from '../database.ts';
import { messages, notices } from '../schema/messages.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { bare, insert, ofTenant, own, remove, type Scope, update } from './scope.ts';

/** Rows after the place that a cursor names, newest first. */
function after(cursor: string | undefined, at: SQLiteColumn, id: SQLiteColumn): SQL | undefined {
  const place = decodeCursor(cursor);
  return place ? or(lt(at, place.key), and(eq(at, place.key), lt(id, place.id))) : undefined;
}

function pageOf<R extends { readonly id: string; readonly createdAt: string }>(
  rows: readonly R[],
  { limit }: PageRequest,
) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(last.createdAt, last.id) : null };
}

type NoticeReads = Pick<
  MessageRepository,
  'notice' | 'notices' | 'unread' | 'wanted' | 'noticesOf' | 'noticesAbout'
>;
type NoticeWrites = Pick<MessageRepository, 'addNotice' | 'markRead' | 'withoutCard'>;

function noticeReads(scope: Scope): NoticeReads {
  const { orm } = scope.database;
  const t = notices;
  const where = async (...conditions: (SQL | undefined)[]) =>
    (
      await orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, ...conditions))
        .orderBy(asc(t.createdAt), asc(t.id))
    ).map(bare);
  return {
    notice: async (id) => (await where(eq(t.id, id)))[0] ?? null,
    async notices(personId, { unread }, page) {
      const rows = await orm
        .select()
        .from(t)
        .where(
          ofTenant(
            scope,
            t,
            eq(t.personId, personId),
            unread ? isNull(t.readAt) : undefined,
            after(page.cursor, t.createdAt, t.id),
          ),
        )
        .orderBy(desc(t.createdAt), desc(t.id))
        .limit(page.limit + 1);
      return pageOf(rows.map(bare), page);
    },
    async unread(personId) {
      const rows = await orm
        .select({ n: count() })
        .from(t)
        .where(ofTenant(scope, t, eq(t.personId, personId), isNull(t.readAt)));
      return rows[0]?.n ?? 0;
    },
    wanted: (personId) => where(eq(t.personId, personId), eq(t.card, 'wanted')),
    noticesOf: (messageId) => where(eq(t.messageId, messageId)),
    noticesAbout: (subjectId) => where(eq(t.subjectId, subjectId)),
  };
}

function noticeWrites(scope: Scope): NoticeWrites {
  const { orm } = scope.database;
  const t = notices;
  return {
    addNotice: (notice) =>
      change(
        orm
          .insert(t)
          .values({ ...notice, params: { ...notice.params }, tenantId: scope.tenantId })
          .onConflictDoNothing() as BatchItem<'sqlite'>,
      ),
    markRead: (personId, ids, at) =>
      change(
        orm
          .update(t)
          .set({ readAt: at })
          .where(
            ofTenant(
              scope,
              t,
              eq(t.personId, personId),
              isNull(t.readAt),
              ids ? inArray(t.id, [...ids]) : undefined,
            ),
          ) as BatchItem<'sqlite'>,
      ),
    withoutCard: (ids) =>
      change(
        orm
          .update(t)
          .set({ card: 'none' })
          .where(ofTenant(scope, t, eq(t.card, 'wanted'), inArray(t.id, [...ids]))) as BatchItem<'sqlite'>,
      ),
  };
}

/** Notices to staff and the cards that carry them. */
export function messageRepository(scope: Scope): MessageRepository {
  const { orm } = scope.database;
  const t = messages;
  return {
    ...noticeReads(scope),
    ...noticeWrites(scope),
    addMessage: (message, noticeIds) => [
      insert(scope, t, message),
      ...noticeIds.map((id) =>
        update(
          orm,
          notices,
          { card: 'made', messageId: message.id },
          own(scope, notices, id, eq(notices.card, 'wanted')),
        ),
      ),
    ],
    async message(id) {
      const rows = await orm
        .select()
        .from(t)
        .where(own(scope, t, id));
      return rows[0] ? bare(rows[0]) : null;
    },
    async latest(personId, kind) {
      const rows = await orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, eq(t.personId, personId), eq(t.kind, kind)))
        .orderBy(desc(t.createdAt))
        .limit(1);
      return rows[0] ? bare(rows[0]) : null;
    },
    async messages({ state }, page) {
      const rows = await orm
        .select()
        .from(t)
        .where(
          ofTenant(scope, t, state ? eq(t.state, state) : undefined, after(page.cursor, t.createdAt, t.id)),
        )
        .orderBy(desc(t.createdAt), desc(t.id))
        .limit(page.limit + 1);
      return pageOf(rows.map(bare), page);
    },
    update: (id, revision, set) =>
      update(orm, t, { ...set, revision: revision + 1 }, own(scope, t, id, eq(t.revision, revision))),
    sweep: (before) => [
      remove(orm, notices, ofTenant(scope, notices, lt(notices.createdAt, before))),
      remove(orm, t, ofTenant(scope, t, lt(t.createdAt, before))),
    ],
  };
}
