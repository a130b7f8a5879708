import { asc, desc, eq, inArray, isNull, lt, ne, notExists, or } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { CandidateRepository, ResumeRepository } from '#core/ports/repositories/candidates.ts';
import { eraseCandidateRows } from '../candidate-erasure.ts';
import { change, guarded } from '../database.ts';
import { applications, candidates, mergeSuggestions, resumes } from '../schema/candidates.ts';
import { bare, insert, ofTenant, own, type Scope, update } from './scope.ts';

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
    withoutApplication: (before, limit) => withoutApplication(scope, before, limit),
    async mergedInto(id) {
      const rows = await orm
        .select()
        .from(candidates)
        .where(ofTenant(scope, candidates, eq(candidates.mergedInto, id)));
      return rows.map(bare);
    },
    eraseRows: (candidateId, at) => eraseCandidateRows(scope, candidateId, at),
    ...mergePart(scope),
  };
}

/** People to whom no application belongs, oldest first. */
async function withoutApplication(scope: Scope, before: string, limit: number) {
  const { orm } = scope.database;
  const rows = await orm
    .select()
    .from(candidates)
    .where(
      ofTenant(
        scope,
        candidates,
        lt(candidates.createdAt, before),
        isNull(candidates.mergedInto),
        isNull(candidates.erasedAt),
        notExists(
          orm
            .select({ id: applications.id })
            .from(applications)
            .where(ofTenant(scope, applications, eq(applications.candidateId, candidates.id))),
        ),
      ),
    )
    .orderBy(asc(candidates.createdAt), asc(candidates.id))
    .limit(limit);
  return rows.map(bare);
}

type MergePart = Pick<
  CandidateRepository,
  | 'suggestMerge'
  | 'mergeSuggestions'
  | 'mergeSuggestion'
  | 'mergeSuggestionsOf'
  | 'decideMerge'
  | 'giveApplication'
  | 'giveResume'
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
    async mergeSuggestionsOf(candidateId) {
      const rows = await orm
        .select()
        .from(m)
        .where(ofTenant(scope, m, or(eq(m.candidateId, candidateId), eq(m.otherId, candidateId))))
        .orderBy(desc(m.createdAt), desc(m.id));
      return rows.map(bare);
    },
    decideMerge: (id, from, set) => update(orm, m, set, own(scope, m, id, eq(m.state, from))),
    giveApplication: (applicationId, fromId, intoId) =>
      update(
        orm,
        applications,
        { candidateId: intoId },
        own(scope, applications, applicationId, eq(applications.candidateId, fromId)),
      ),
    giveResume: (resumeId, fromId, intoId) =>
      update(
        orm,
        resumes,
        { candidateId: intoId },
        own(scope, resumes, resumeId, eq(resumes.candidateId, fromId)),
      ),
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
    adopt: (id, candidateId, at) =>
      update(
        orm,
        t,
        { state: 'parsed', candidateId, parsedAt: at },
        own(scope, t, id, eq(t.state, 'failed'), isNull(t.candidateId)),
      ),
    remove: (id) =>
      guarded(orm, orm.delete(t).where(own(scope, t, id, isNull(t.candidateId))) as BatchItem<'sqlite'>),
    async unfinished(jobId) {
      const rows = await orm
        .select()
        .from(t)
        .where(ofTenant(scope, t, ne(t.state, 'parsed'), jobId ? eq(t.jobId, jobId) : undefined))
        .orderBy(desc(t.createdAt), desc(t.id));
      return rows.map(record);
    },
  };
}
