import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type {
  CustomDimensionRepository,
  Job,
  JobRepository,
  JobSummary,
  JobWithDimension,
} from '#core/ports/repositories/jobs.ts';
import { change, guarded } from '../database.ts';
import { applications, candidates } from '../schema/candidates.ts';
import { customDimensions, jobs, jobVersions } from '../schema/jobs.ts';
import { rememberedVersion } from '../version-cache.ts';
import { bare, insert, ofTenant, own, type Scope, update } from './scope.ts';

export function jobRepository(scope: Scope): JobRepository {
  const { orm } = scope.database;
  return {
    async get(id) {
      const row = (
        await orm
          .select()
          .from(jobs)
          .where(own(scope, jobs, id))
      )[0];
      return row ? bare(row) : null;
    },
    list: ({ state }) => listJobs(scope, state),
    withDimension: (code) => jobsWithDimension(scope, code),
    add: (job) => insert(scope, jobs, job),
    saveDraft: (id, revision, draft, at) =>
      update(
        orm,
        jobs,
        {
          draft,
          title: draft.title,
          industry: draft.industry,
          revision: revision + 1,
          dirty: true,
          updatedAt: at,
        },
        own(scope, jobs, id, eq(jobs.revision, revision)),
      ),
    publish: (id, revision, versionId, at) =>
      update(
        orm,
        jobs,
        {
          state: 'published',
          currentVersionId: versionId,
          dirty: false,
          revision: revision + 1,
          updatedAt: at,
        },
        own(scope, jobs, id, eq(jobs.revision, revision)),
      ),
    setState: (id, from, to, at) =>
      update(orm, jobs, { state: to, updatedAt: at }, own(scope, jobs, id, eq(jobs.state, from))),
    remove: (id) =>
      guarded(
        orm,
        orm
          .delete(jobs)
          .where(
            own(scope, jobs, id, and(eq(jobs.state, 'draft'), isNull(jobs.currentVersionId))),
          ) as BatchItem<'sqlite'>,
      ),
    ...versionPart(scope),
  };
}

async function listJobs(scope: Scope, state: Job['state'] | undefined): Promise<readonly JobSummary[]> {
  const { orm } = scope.database;
  const rows = await orm
    .select()
    .from(jobs)
    .where(ofTenant(scope, jobs, state ? eq(jobs.state, state) : undefined))
    .orderBy(desc(jobs.updatedAt));
  const counts = await orm
    .select({ jobId: applications.jobId, status: applications.status, n: sql<number>`count(*)` })
    .from(applications)
    .innerJoin(
      candidates,
      and(eq(candidates.tenantId, applications.tenantId), eq(candidates.id, applications.candidateId)),
    )
    .where(ofTenant(scope, applications, isNull(candidates.mergedInto), isNull(candidates.erasedAt)))
    .groupBy(applications.jobId, applications.status);
  return rows.map(
    ({ draft: _draft, tenantId: _tenant, createdBy: _by, createdAt: _at, revision: _r, ...job }) => ({
      ...job,
      counts: Object.fromEntries(counts.filter((c) => c.jobId === job.id).map((c) => [c.status, c.n])),
    }),
  );
}

/** Version of a dimension inside a stored job definition; null where its rubric does not hold it. */
const heldVersion = (definition: SQLiteColumn, code: string) =>
  sql<number | null>`(select json_extract(held.value, '$.dimension.version')
    from json_each(${definition}, '$.rubric') held
    where json_extract(held.value, '$.dimension.code') = ${code} limit 1)`;

async function jobsWithDimension(scope: Scope, code: string): Promise<readonly JobWithDimension[]> {
  const inDraft = heldVersion(jobs.draft, code);
  const inCurrentVersion = heldVersion(jobVersions.definition, code);
  return scope.database.orm
    .select({ id: jobs.id, title: jobs.title, state: jobs.state, inDraft, inCurrentVersion })
    .from(jobs)
    .leftJoin(
      jobVersions,
      and(eq(jobVersions.tenantId, jobs.tenantId), eq(jobVersions.id, jobs.currentVersionId)),
    )
    .where(ofTenant(scope, jobs, or(sql`${inDraft} is not null`, sql`${inCurrentVersion} is not null`)))
    .orderBy(desc(jobs.updatedAt));
}

function versionPart(scope: Scope): Pick<JobRepository, 'addVersion' | 'version' | 'versions'> {
  const { orm } = scope.database;
  return {
    addVersion: (version) => insert(scope, jobVersions, version),
    version: (id) =>
      rememberedVersion(scope.database, `${scope.tenantId}/${id}`, async () => {
        const row = (
          await orm
            .select()
            .from(jobVersions)
            .where(own(scope, jobVersions, id))
        )[0];
        return row ? bare(row) : null;
      }),
    async versions(jobId) {
      const rows = await orm
        .select()
        .from(jobVersions)
        .where(ofTenant(scope, jobVersions, eq(jobVersions.jobId, jobId)))
        .orderBy(desc(jobVersions.number));
      return rows.map(bare);
    },
  };
}

export function customDimensionRepository(scope: Scope): CustomDimensionRepository {
  const { orm } = scope.database;
  const t = customDimensions;
  const versions = async (code: string) => {
    const rows = await orm
      .select()
      .from(t)
      .where(ofTenant(scope, t, eq(t.code, code)))
      .orderBy(desc(t.version));
    return rows.map(bare);
  };
  const newest = async (where: ReturnType<typeof isNull>) => {
    const rows = await orm
      .select()
      .from(t)
      .where(ofTenant(scope, t, where))
      .orderBy(desc(t.archivedAt), asc(t.code), desc(t.version));
    return rows.filter((row, i) => row.code !== rows[i - 1]?.code).map(bare);
  };
  return {
    list: () => newest(isNull(t.archivedAt)),
    archived: () => newest(isNotNull(t.archivedAt)),
    versions,
    async latest(code) {
      return (await versions(code))[0] ?? null;
    },
    add: (row) => insert(scope, t, row),
    archive: (code, at) =>
      change(
        orm
          .update(t)
          .set({ archivedAt: at })
          .where(ofTenant(scope, t, eq(t.code, code))) as BatchItem<'sqlite'>,
      ),
  };
}
