import { and, desc, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { InterviewState } from '#core/interview/interview.ts';
import type {
  ApplicationFilter,
  ApplicationListItem,
  ApplicationRepository,
} from '#core/ports/repositories/candidates.ts';
import { applicationEvents, applications, candidates } from '../schema/candidates.ts';
import { jobs } from '../schema/jobs.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { bare, foundThenById, insert, ofTenant, own, type Scope, update } from './scope.ts';

const a = applications;

/** Rows that a person sees: candidates merged into another or erased are no part of a list or a count. */
const shown = (): SQL | undefined => and(isNull(candidates.mergedInto), isNull(candidates.erasedAt));

const searchCondition = ({ search, contactKeys }: ApplicationFilter): SQL | undefined =>
  or(
    // instr, not LIKE: D1 allows LIKE patterns of 50 bytes only.
    search
      ? sql`instr(lower(coalesce(${candidates.name}, '') || ' ' || coalesce(${candidates.city}, '')), ${search.toLowerCase()}) > 0`
      : undefined,
    contactKeys?.length ? inArray(candidates.phoneKey, [...contactKeys]) : undefined,
    contactKeys?.length ? inArray(candidates.emailKey, [...contactKeys]) : undefined,
  );

const screeningResult = sql<string>`coalesce(json_extract(${a.screening}, '$.result'), 'none')`;

const listConditions = (filter: ApplicationFilter): (SQL | undefined)[] => [
  filter.jobId ? eq(a.jobId, filter.jobId) : undefined,
  filter.statuses?.length ? inArray(a.status, [...filter.statuses]) : undefined,
  filter.screening ? sql`${screeningResult} = ${filter.screening}` : undefined,
  filter.suggestion ? eq(a.suggestion, filter.suggestion) : undefined,
  searchCondition(filter),
  shown(),
];

const candidateOf = and(eq(candidates.tenantId, a.tenantId), eq(candidates.id, a.candidateId));

/** Columns of other tables that a row of the list shows. */
const listColumns = {
  application: a,
  candidateName: candidates.name,
  city: candidates.city,
  jobTitle: jobs.title,
  years: sql<number | null>`json_extract(${candidates.profile}, '$.years')`,
  interviewState: sql<InterviewState | null>`(select i.state from interviews i where i.tenant_id = ${a.tenantId} and i.application_id = ${a.id} order by i.created_at desc limit 1)`,
  duplicate: sql<number>`exists (select 1 from merge_suggestions m where m.tenant_id = ${a.tenantId} and m.state = 'open' and (m.candidate_id = ${a.candidateId} or m.other_id = ${a.candidateId}))`,
};

async function list(scope: Scope, filter: ApplicationFilter, limit: number, cursor: string | undefined) {
  const byScore = filter.sort === 'score';
  const key = byScore ? sql<number>`coalesce(${a.score10}, -1)` : sql<string>`${a.updatedAt}`;
  const after = decodeCursor(cursor);
  const rows = await scope.database.orm
    .select({ ...listColumns, key })
    .from(a)
    .innerJoin(candidates, candidateOf)
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
  const items: ApplicationListItem[] = rows
    .slice(0, limit)
    .map(({ application, key: _key, duplicate, ...rest }) => ({
      ...bare(application),
      ...rest,
      duplicate: Boolean(duplicate),
    }));
  return { items, nextCursor: last ? encodeCursor(last.key, last.application.id) : null };
}

/** How many rows of the filter fall to each value of `by`. */
async function countBy(scope: Scope, by: SQL<string>, filter: ApplicationFilter) {
  const rows = await scope.database.orm
    .select({ key: by, n: sql<number>`count(*)` })
    .from(a)
    .innerJoin(candidates, candidateOf)
    .where(ofTenant(scope, a, ...listConditions(filter)))
    .groupBy(by);
  return Object.fromEntries(rows.map((row) => [row.key, row.n]));
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
    counts: (filter = {}) => countBy(scope, sql<string>`${a.status}`, { ...filter, statuses: undefined }),
    screeningCounts: (filter = {}) => countBy(scope, screeningResult, { ...filter, screening: undefined }),
    move: (id, from, to, at, set) =>
      update(orm, a, { ...set, status: to, updatedAt: at }, own(scope, a, id, eq(a.status, from))),
    update: (id, set, at, updatedAt) =>
      update(
        orm,
        a,
        { ...set, updatedAt: at },
        own(scope, a, id, updatedAt === undefined ? undefined : eq(a.updatedAt, updatedAt)),
      ),
    addEvent: (event) => insert(scope, applicationEvents, event),
    async events(applicationId) {
      const e = applicationEvents;
      const rows = await orm
        .select()
        .from(e)
        .where(ofTenant(scope, e, eq(e.applicationId, applicationId)))
        .orderBy(foundThenById(e.id));
      return rows.map(bare);
    },
  };
}
