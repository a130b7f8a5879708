import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { CandidateRepository, ResumeRepository } from '#core/ports/repositories/candidates.ts';
import { change } from '../database.ts';
import { applications, candidates, mergeSuggestions, resumes } from '../schema/candidates.ts';
import { bare, insert, ofTenant, own, remove, type Scope, update } from './scope.ts';

export function candidateRepository(scope: Scope): CandidateRepository {
  const { orm } = scope.database;
  return {
    async get(id) {
      const row = (
        await orm
          .select()
          .from(candidates)
          .where(own(scope, candidates, id))
      )[0];
      return row ? bare(row) : null;
    },
    add: (candidate) => insert(scope, candidates, candidate),
    update: (id, revision, set) =>
      update(
        orm,
        candidates,
        { ...set, revision: revision + 1 },
        own(scope, candidates, id, eq(candidates.revision, revision)),
      ),
    async byContact({ phoneKeys, emailKeys }) {
      if (phoneKeys.length + emailKeys.length === 0) return [];
      const rows = await orm
        .select()
        .from(candidates)
        .where(
          ofTenant(
            scope,
            candidates,
            isNull(candidates.mergedInto),
            or(
              phoneKeys.length ? inArray(candidates.phoneKey, [...phoneKeys]) : undefined,
              emailKeys.length ? inArray(candidates.emailKey, [...emailKeys]) : undefined,
            ),
          ),
        );
      return rows.map(bare);
    },
    async byName(name) {
      const rows = await orm
        .select()
        .from(candidates)
        .where(ofTenant(scope, candidates, eq(candidates.name, name), isNull(candidates.mergedInto)));
      return rows.map(bare);
    },
    ...mergePart(scope),
  };
}

type MergePart = Pick<
  CandidateRepository,
  'suggestMerge' | 'mergeSuggestions' | 'mergeSuggestion' | 'decideMerge' | 'moveBelongings'
>;

function mergePart(scope: Scope): MergePart {
  const { orm } = scope.database;
  const m = mergeSuggestions;
  return {
    suggestMerge: (suggestion) =>
      change(
        orm
          .insert(m)
          .values({ ...suggestion, reasons: [...suggestion.reasons], tenantId: scope.tenantId })
          .onConflictDoNothing() as BatchItem<'sqlite'>,
      ),
    async mergeSuggestions(state) {
      const rows = await orm
        .select()
        .from(m)
        .where(ofTenant(scope, m, eq(m.state, state)))
        .orderBy(desc(m.createdAt));
      return rows.map(bare);
    },
    async mergeSuggestion(id) {
      const row = (
        await orm
          .select()
          .from(m)
          .where(own(scope, m, id))
      )[0];
      return row ? bare(row) : null;
    },
    decideMerge: (id, state, by, at) =>
      update(orm, m, { state, decidedBy: by, decidedAt: at }, own(scope, m, id, eq(m.state, 'open'))),
    moveBelongings: (fromId, intoId) => [
      change(
        orm
          .update(resumes)
          .set({ candidateId: intoId })
          .where(ofTenant(scope, resumes, eq(resumes.candidateId, fromId))) as BatchItem<'sqlite'>,
      ),
      change(
        orm
          .update(applications)
          .set({ candidateId: intoId })
          .where(
            ofTenant(
              scope,
              applications,
              eq(applications.candidateId, fromId),
              sql`not exists (select 1 from applications o where o.tenant_id = ${scope.tenantId} and o.candidate_id = ${intoId} and o.job_id = ${applications.jobId})`,
            ),
          ) as BatchItem<'sqlite'>,
      ),
    ],
  };
}

export function resumeRepository(scope: Scope): ResumeRepository {
  const { orm } = scope.database;
  const t = resumes;
  const record = (row: typeof t.$inferSelect) => bare(row);
  return {
    async get(id) {
      const row = (
        await orm
          .select()
          .from(t)
          .where(own(scope, t, id))
      )[0];
      return row ? record(row) : null;
    },
    add: (resume) => insert(scope, t, resume),
    async byHash(contentHash) {
      return (
        await orm
          .select()
          .from(t)
          .where(ofTenant(scope, t, eq(t.contentHash, contentHash)))
      ).map(record);
    },
    async ofJob(jobId) {
      const rows = await orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, eq(t.jobId, jobId)))
        .orderBy(desc(t.createdAt));
      return rows.map(record);
    },
    async ofCandidate(candidateId) {
      const rows = await orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, eq(t.candidateId, candidateId)))
        .orderBy(asc(t.createdAt));
      return rows.map(record);
    },
    finish: (id, result, at) =>
      update(orm, t, { ...result, parsedAt: at }, own(scope, t, id, eq(t.state, 'pending'))),
    retry: (id) =>
      update(orm, t, { state: 'pending', errorCode: null }, own(scope, t, id, eq(t.state, 'failed'))),
    remove: (id) => remove(orm, t, own(scope, t, id, and(isNull(t.candidateId)))),
  };
}
