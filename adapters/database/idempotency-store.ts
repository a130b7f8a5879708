import { and, eq, isNull, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SystemStore } from '#core/ports/repositories/system-store.ts';
import { type Database, guarded } from './database.ts';
import { idempotencyKeys, rateWindows } from './schema/system.ts';

type IdempotencyPart = Pick<
  SystemStore,
  'beginIdempotent' | 'markIdempotent' | 'finishIdempotent' | 'dropIdempotent' | 'hitRate' | 'sweep'
>;

/** Seconds after which a write that never finished (its process died) may be tried again under the same key. */
const abandonedAfterSeconds = 60;

/** Answers of repeated writes and the counters of the public routes. */
export function idempotencyStore(database: Database): IdempotencyPart {
  const { orm } = database;
  const t = idempotencyKeys;
  return {
    async beginIdempotent(key, requestHash, at) {
      const stale = new Date(Date.parse(at) - abandonedAfterSeconds * 1000).toISOString();
      const taken = await database.run(
        sql`insert into idempotency_keys (key, request_hash, created_at) values (${key}, ${requestHash}, ${at})
            on conflict (key) do update set created_at = excluded.created_at
            where status is null and stored_at is null and idempotency_keys.created_at < ${stale} and idempotency_keys.request_hash = excluded.request_hash`,
      );
      if (taken === 1) return { kind: 'new' };
      const row = (await orm.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key)))[0];
      if (!row) return { kind: 'running' }; // the first one failed a moment ago: a repeat begins anew
      if (row.requestHash !== requestHash) return { kind: 'mismatch' };
      if (row.status === null) return { kind: row.storedAt && row.createdAt < stale ? 'stored' : 'running' };
      return { kind: 'done', status: row.status, body: row.body ?? '' };
    },
    markIdempotent: (key, begunAt, at) =>
      guarded(
        orm,
        orm
          .update(t)
          .set({ storedAt: at })
          .where(and(eq(t.key, key), eq(t.createdAt, begunAt), isNull(t.storedAt))) as BatchItem<'sqlite'>,
      ),
    async finishIdempotent(key, status, body) {
      await orm.update(idempotencyKeys).set({ status, body }).where(eq(idempotencyKeys.key, key));
    },
    async dropIdempotent(key) {
      await orm.delete(t).where(and(eq(t.key, key), isNull(t.storedAt)));
    },
    async hitRate(bucket, windowSeconds, nowSeconds) {
      const start = Math.floor(nowSeconds / windowSeconds) * windowSeconds;
      await database.run(
        sql`insert into rate_windows (bucket, window_start, count) values (${bucket}, ${start}, 1)
            on conflict (bucket) do update set
              count = case when rate_windows.window_start = excluded.window_start then rate_windows.count + 1 else 1 end,
              window_start = excluded.window_start`,
      );
      const row = (await orm.select().from(rateWindows).where(eq(rateWindows.bucket, bucket)))[0];
      return row?.count ?? 1;
    },
    async sweep(before) {
      await database.run(sql`delete from idempotency_keys where created_at < ${before}`);
      await database.run(sql`delete from sign_in_links where expires_at < ${before}`);
      await database.run(sql`delete from sessions where expires_at < ${before} or revoked_at < ${before}`);
      await database.run(sql`delete from background_jobs where state = 'done' and finished_at < ${before}`);
      await database.run(sql`delete from platform_events where done_at < ${before}`);
      await database.run(sql`delete from marketplace_notices where received_at < ${before}`);
      await database.run(
        sql`delete from rate_windows where window_start < ${Math.floor(Date.parse(before) / 1000)}`,
      );
    },
  };
}
