import { and, asc, desc, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ApplicationListItem, ApplicationRepository } from '#core/ports/repositories/candidates.ts';
import { applicationEvents, applications, candidates } from '../schema/candidates.ts';
import { jobs } from '../schema/jobs.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { bare, insert, ofTenant, own, type Scope, update } from './scope.ts';

const a = applications;

type ListFilter = Parameters<ApplicationRepository['list']>[0];

const listConditions = (filter: ListFilter): (SQL | undefined)[] => [
  filter.jobId ? eq(a.jobId, filter.jobId) : undefined,
  filter.statuses?.length ? inArray(a.status, [...filter.statuses]) : undefined,
  filter.screening ? sql`json_extract(${a.screening}, '$.result') = ${filter.screening}` : undefined,
  filter.suggestion ? eq(a.suggestion, filter.suggestion) : undefined,
  // instr, not LIKE: D1 allows LIKE patterns of 50 bytes only.
  filter.search
    ? sql`instr(lower(coalesce(${candidates.name}, '')), ${filter.search.toLowerCase()}) > 0`
    : undefined,
  isNull(candidates.mergedInto),
];

async function list(scope: Scope, filter: ListFilter, limit: number, cursor: string | undefined) {
  const byScore = filter.sort === 'score';
  const key = byScore ? sql<number>`coalesce(${a.score10}, -1)` : sql<string>`${a.updatedAt}`;
  const after = decodeCursor(cursor);
  const rows = await scope.database.orm
    .select({
      application: a,
      candidateName: candidates.name,
      city: candidates.city,
      jobTitle: jobs.title,
      key,
    })
    .from(a)
    .innerJoin(candidates, and(eq(candidates.tenantId, a.tenantId), eq(candidates.id, a.candidateId)))
    .innerJoin(jobs, and(eq(jobs.tenantId, a.tenantId), eq(jobs.id, a.jobId)))
    .where(
      ofTenant(
        scope,
        a,
        ...listConditions(filter),
        after
          ? or(sql`${key} < ${after.key}`, and(sql`${key} = ${after.key}`, lt(a.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(key), desc(a.id))
    .limit(limit + 1);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const items: ApplicationListItem[] = rows.slice(0, limit).map((row) => ({
    ...bare(row.application),
    candidateName: row.candidateName,
    city: row.city,
    jobTitle: row.jobTitle,
  }));
  return { items, nextCursor: last ? encodeCursor(last.key, last.application.id) : null };
}

export function applicationRepository(scope: Scope): ApplicationRepository {
  const { orm } = scope.database;
  return {
    async get(id) {
      const row = (
        await orm
          .select()
          .from(a)
          .where(own(scope, a, id))
      )[0];
      return row ? bare(row) : null;
    },
    async ofCandidate(candidateId) {
      const rows = await orm
        .select()
        .from(a)
        .where(ofTenant(scope, a, eq(a.candidateId, candidateId)))
        .orderBy(desc(a.updatedAt));
      return rows.map(bare);
    },
    async forJobAndCandidate(jobId, candidateId) {
      const rows = await orm
        .select()
        .from(a)
        .where(ofTenant(scope, a, eq(a.jobId, jobId), eq(a.candidateId, candidateId)));
      return rows[0] ? bare(rows[0]) : null;
    },
    add: (application) => insert(scope, a, application),
    list: (filter, page) => list(scope, filter, page.limit, page.cursor),
    async counts(jobId) {
      const rows = await orm
        .select({ status: a.status, n: sql<number>`count(*)` })
        .from(a)
        .where(ofTenant(scope, a, jobId ? eq(a.jobId, jobId) : undefined))
        .groupBy(a.status);
      return Object.fromEntries(rows.map((row) => [row.status, row.n]));
    },
    move: (id, from, to, at, set) =>
      update(orm, a, { ...set, status: to, updatedAt: at }, own(scope, a, id, eq(a.status, from))),
    update: (id, set, at) => update(orm, a, { ...set, updatedAt: at }, own(scope, a, id)),
    addEvent: (event) => insert(scope, applicationEvents, event),
    async events(applicationId) {
      const e = applicationEvents;
      const rows = await orm
        .select()
        .from(e)
        .where(ofTenant(scope, e, eq(e.applicationId, applicationId)))
        .orderBy(asc(e.id));
      return rows.map(bare);
    },
  };
}
