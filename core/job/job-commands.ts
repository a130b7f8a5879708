import { demandApprovals } from '../approval/required-approvals.ts';
import { AppError } from '../errors/app-error.ts';
import type { Job, JobVersion } from '../ports/repositories/jobs.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { checkJob } from './check-job.ts';
import { foreignPatternRow, patternsOfRubric } from './foreign-patterns.ts';
import type { JobDefinition } from './job-definition.ts';
import type { JobFinding } from './job-finding.ts';

const audited = (
  { store, actor, services }: TenantContext,
  action: string,
  jobId: string,
  data?: Record<string, unknown>,
): Change =>
  store.audit.add({
    actor,
    action,
    subjectKind: 'job',
    subjectId: jobId,
    at: nowOf(services),
    ...(data ? { data } : {}),
  });

async function jobOf(context: TenantContext, id: string): Promise<Job> {
  const job = await context.store.jobs.get(id);
  if (!job) throw new AppError('NOT_FOUND');
  return job;
}

/** Creates a job from a draft. */
export async function createJob(context: TenantContext, draft: JobDefinition): Promise<Job> {
  const { services, store, actor } = context;
  const now = nowOf(services);
  const job: Job = {
    id: services.ids.next('job'),
    title: draft.title,
    industry: draft.industry,
    state: 'draft',
    draft,
    revision: 1,
    dirty: true,
    currentVersionId: null,
    createdBy: actor.id ?? '',
    createdAt: now,
    updatedAt: now,
  };
  await store.commit([store.jobs.add(job), audited(context, 'job.created', job.id)]);
  return job;
}

/**
 * Saves the draft made from `revision`.
 * @throws AppError `CONFLICT` when somebody saved meanwhile, `NOT_FOUND`, `VALIDATION` for patterns of one's own
 */
export async function saveDraft(
  context: TenantContext,
  id: string,
  revision: number,
  draft: JobDefinition,
): Promise<Job> {
  const { store, services } = context;
  const job = await jobOf(context, id);
  if (job.state === 'closed') throw new AppError('STATE_CONFLICT', { details: { state: job.state } });
  await assertKnownPatterns(context, job, draft);
  await store.commit([
    store.jobs.saveDraft(id, revision, draft, nowOf(services)),
    audited(context, 'job.draft_saved', id, { revision: revision + 1 }),
  ]);
  return jobOf(context, id);
}

/** @throws AppError `VALIDATION` for a dimension with patterns that are neither shipped, nor phrases, nor this job's already */
async function assertKnownPatterns(
  { services, store, lang }: TenantContext,
  job: Job,
  draft: JobDefinition,
): Promise<void> {
  const { dimensions } = services.templates;
  if (foreignPatternRow(draft, dimensions, patternsOfRubric(job.draft)) === null) return;
  const versions = await store.jobs.versions(job.id);
  const known = [job.draft, ...versions.map(({ definition }) => definition)].flatMap(patternsOfRubric);
  const row = foreignPatternRow(draft, dimensions, known);
  if (row === null) return;
  throw new AppError('VALIDATION', {
    details: {
      field: `rubric.${row}.dimension.indicators`,
      problem:
        lang === 'zh'
          ? '请用「维度」页的行为词，不能直接写匹配式'
          : 'use the signs of the dimension’s form; patterns are not taken',
    },
  });
}

/** The findings that block a publication, as an error. */
export class JobNotPublishable extends AppError {
  readonly findings: readonly JobFinding[];

  constructor(findings: readonly JobFinding[], lang: 'zh' | 'en') {
    super('VALIDATION', {
      details: { field: findings[0]?.path ?? '', problem: findings[0]?.message[lang] ?? '' },
    });
    this.findings = findings;
  }
}

/**
 * Freezes the draft as a new version, which new invitations use; running interviews keep theirs (design D12).
 * @throws JobNotPublishable when `checkJob` finds errors; AppError `APPROVAL_NEEDED` where the company wants an agreement first,
 *   `CONFLICT` when the draft changed meanwhile.
 */
export async function publishJob(context: TenantContext, id: string, revision: number): Promise<JobVersion> {
  const { services, store, actor, lang } = context;
  const job = await jobOf(context, id);
  if (job.state === 'closed') throw new AppError('STATE_CONFLICT', { details: { state: job.state } });
  const errors = checkJob(job.draft).filter((f) => f.severity === 'error');
  if (errors.length > 0) throw new JobNotPublishable(errors, lang);
  await demandApprovals(context, job);
  const now = nowOf(services);
  const versions = await store.jobs.versions(id);
  const keptWording = (job.draft.wordingExceptions ?? []).map(({ rule, reason }) => ({ rule, reason }));
  const version: JobVersion = {
    id: services.ids.next('jbv'),
    jobId: id,
    number: (versions[0]?.number ?? 0) + 1,
    definition: job.draft,
    publishedBy: actor.id ?? '',
    publishedAt: now,
  };
  await store.commit([
    store.jobs.addVersion(version),
    store.jobs.publish(id, revision, version.id, now),
    audited(context, 'job.published', id, {
      version: version.number,
      ...(keptWording.length > 0 ? { keptWording } : {}),
    }),
  ]);
  return version;
}

/** Closes a published job or opens a closed one again. Running interviews go on. */
export async function setJobOpen(context: TenantContext, id: string, open: boolean): Promise<Job> {
  const { services, store } = context;
  const job = await jobOf(context, id);
  const [from, to] = open ? (['closed', 'published'] as const) : (['published', 'closed'] as const);
  if (job.state !== from) throw new AppError('STATE_CONFLICT', { details: { state: job.state } });
  await store.commit([
    store.jobs.setState(id, from, to, nowOf(services)),
    audited(context, open ? 'job.reopened' : 'job.closed', id),
  ]);
  return jobOf(context, id);
}

/** Deletes a draft that was never published. */
export async function deleteDraft(context: TenantContext, id: string): Promise<void> {
  const job = await jobOf(context, id);
  if (job.currentVersionId) throw new AppError('STATE_CONFLICT', { details: { state: job.state } });
  await context.store.commit([context.store.jobs.remove(id), audited(context, 'job.deleted', id)]);
}
