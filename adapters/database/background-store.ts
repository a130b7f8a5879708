import { asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { BackgroundJob, BackgroundKind, WantedWork } from '#core/ports/background-jobs.ts';
import type { SystemStore } from '#core/ports/repositories/system-store.ts';
import { change } from './database.ts';
import * as t from './schema/system.ts';
import type { SystemStoreOptions } from './system-store-options.ts';

type BackgroundPart = Pick<
  SystemStore,
  'enqueue' | 'claim' | 'finishJob' | 'failJob' | 'listJobs' | 'retryJob' | 'nextDue'
>;

/** Background work in its table: the truth on both runtimes (design D6). */
export function backgroundStore(options: SystemStoreOptions): BackgroundPart {
  const { database, ids, doorbell } = options;
  const { orm } = database;
  return {
    enqueue(tenantId, kind, payload, enqueueOptions) {
      const id = ids.next('bgj');
      const now = options.now();
      const row = {
        id,
        tenantId,
        kind,
        payload: payload as Record<string, string>,
        state: 'queued' as const,
        attempts: 0,
        runAt: enqueueOptions?.runAt ?? now,
        createdAt: now,
      };
      return { ...change(orm.insert(t.backgroundJobs).values(row) as BatchItem<'sqlite'>), enqueued: id };
    },
    claim: (now, leaseSeconds, limit, which) => claim(options, now, leaseSeconds, limit, which),
    async finishJob(id, leaseToken, at) {
      const n = await database.run(
        sql`update background_jobs set state = 'done', finished_at = ${at}, lease_until = null where id = ${id} and lease_token = ${leaseToken} and state = 'running'`,
      );
      return n === 1;
    },
    async failJob(id, leaseToken, error, runAt, at) {
      const n = await database.run(
        runAt === null
          ? sql`update background_jobs set state = 'dead', last_error = ${error}, finished_at = ${at}, lease_until = null where id = ${id} and lease_token = ${leaseToken} and state = 'running'`
          : sql`update background_jobs set state = 'queued', last_error = ${error}, run_at = ${runAt}, lease_until = null where id = ${id} and lease_token = ${leaseToken} and state = 'running'`,
      );
      return n === 1;
    },
    listJobs: ({ state, limit }) =>
      orm
        .select()
        .from(t.backgroundJobs)
        .where(state ? eq(t.backgroundJobs.state, state) : undefined)
        .orderBy(desc(t.backgroundJobs.createdAt))
        .limit(limit),
    async retryJob(id, at) {
      const n = await database.run(
        sql`update background_jobs set state = 'queued', attempts = 0, run_at = ${at}, finished_at = null where id = ${id} and state = 'dead'`,
      );
      if (n === 1) await doorbell.ring(id);
      return n === 1;
    },
    async nextDue() {
      const rows = await orm.all<{ due: string | null }>(
        sql`select min(case state when 'queued' then run_at else lease_until end) as due from background_jobs where state in ('queued','running')`,
      );
      return rows[0]?.due ?? null;
    },
  };
}

/** A condition of one parameter, whatever the number of kinds. */
function kindsIn(of: WantedWork['of']): SQL {
  if (!of) return sql``;
  const named = sql`(select value from json_each(${JSON.stringify(of.kinds)}))`;
  return of.except ? sql`and kind not in ${named}` : sql`and kind in ${named}`;
}

/**
 * Leases due work: one UPDATE marks rows with a fresh lease token, then they are read by that token, so that two
 * callers never get the same piece.
 */
async function claim(
  { database, random }: SystemStoreOptions,
  now: string,
  leaseSeconds: number,
  limit: number,
  { id, of }: WantedWork = {},
): Promise<readonly BackgroundJob[]> {
  const token = random.token();
  const until = new Date(Date.parse(now) + leaseSeconds * 1000).toISOString();
  const n = await database.run(
    sql`update background_jobs set state = 'running', lease_token = ${token}, lease_until = ${until}, attempts = attempts + 1
        where id in (select id from background_jobs
          where ((state = 'queued' and run_at <= ${now}) or (state = 'running' and lease_until <= ${now}))
          ${id === undefined ? sql`` : sql`and id = ${id}`} ${kindsIn(of)} order by run_at limit ${limit})`,
  );
  if (n === 0) return [];
  const b = t.backgroundJobs;
  const rows = await database.orm.select().from(b).where(eq(b.leaseToken, token)).orderBy(asc(b.runAt));
  return rows.map((row) => ({
    id: row.id,
    tenantId: row.tenantId,
    kind: row.kind as BackgroundKind,
    payload: row.payload as never,
    attempts: row.attempts,
    leaseToken: token,
  }));
}
