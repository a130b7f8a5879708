import { Type } from '@sinclair/typebox';
import { companyProfile } from '#core/company/company-settings.ts';
import { AppError } from '#core/errors/app-error.ts';
import { checkJob } from '#core/job/check-job.ts';
import { draftFromPack } from '#core/job/draft-from-pack.ts';
import { createJob, deleteDraft, publishJob, saveDraft, setJobOpen } from '#core/job/job-commands.ts';
import type { Job, JobVersion } from '#core/ports/repositories/jobs.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  CreateJobBody,
  JobState,
  JobSummaryView,
  JobVersionView,
  JobView,
  RevisionBody,
  SaveDraftBody,
} from '../schemas/jobs.ts';
import { List } from '../schemas/shared.ts';

const tag = 'Jobs';

/** A draft carries questions with anchors and patterns of up to eight dimensions. */
const draftBytes = 1_048_576;

const jobView = ({ createdBy: _by, createdAt: _at, ...job }: Job): JobView => ({
  ...job,
  findings: checkJob(job.draft).map(({ wording, ...finding }) => ({
    ...finding,
    message: { ...finding.message },
    ...(wording ? { wording: { ...wording } } : {}),
  })),
});

const versionView = (version: JobVersion, names: ReadonlyMap<string, string | null>): JobVersionView => ({
  ...version,
  publishedByName: names.get(version.publishedBy) ?? null,
});

const staffNames = async ({ store }: TenantContext) =>
  new Map((await store.people.list()).map((person) => [person.id, person.name]));

/** Jobs, their drafts and versions. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/jobs',
    permission: 'job.read',
    tag,
    summary: 'Jobs with counts of their applications by status',
    query: Type.Object({ state: Type.Optional(JobState) }, { additionalProperties: false }),
    response: List(JobSummaryView),
    async handle({ tenant, query }) {
      const items = await tenant.store.jobs.list(query.state ? { state: query.state } : {});
      return { items: items.map((job) => ({ ...job, counts: { ...job.counts } })), nextCursor: null };
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/jobs',
    permission: 'job.write',
    tag,
    summary: 'Create a job from an industry pack',
    body: CreateJobBody,
    response: JobView,
    status: 201,
    async handle({ tenant, services, body }) {
      const profile = await companyProfile(services.system, tenant.store);
      return jobView(await createJob(tenant, draftFromPack(services.templates, body, tenant.lang, profile)));
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/jobs/:jobId',
    permission: 'job.read',
    tag,
    summary: 'A job with its draft and what blocks publishing',
    response: JobView,
    async handle({ tenant, params }) {
      const job = await tenant.store.jobs.get(params.jobId ?? '');
      if (!job) throw new AppError('NOT_FOUND');
      return jobView(job);
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/jobs/:jobId/draft',
    permission: 'job.write',
    tag,
    summary: 'Save the draft made from a revision',
    body: SaveDraftBody,
    maxBytes: draftBytes,
    response: JobView,
    naturallyIdempotent: true,
    handle: async ({ tenant, params, body }) =>
      jobView(await saveDraft(tenant, params.jobId ?? '', body.revision, body.draft)),
  }),
  route({
    method: 'post',
    path: '/api/v1/jobs/:jobId/publish',
    permission: 'job.write',
    tag,
    summary: 'Freeze the draft as a new version',
    body: RevisionBody,
    response: JobVersionView,
    status: 201,
    handle: async ({ tenant, params, body }) =>
      versionView(await publishJob(tenant, params.jobId ?? '', body.revision), await staffNames(tenant)),
  }),
  route({
    method: 'post',
    path: '/api/v1/jobs/:jobId/close',
    permission: 'job.write',
    tag,
    summary: 'Take no further applications',
    response: JobView,
    handle: async ({ tenant, params }) => jobView(await setJobOpen(tenant, params.jobId ?? '', false)),
  }),
  route({
    method: 'post',
    path: '/api/v1/jobs/:jobId/reopen',
    permission: 'job.write',
    tag,
    summary: 'Open a closed job again',
    response: JobView,
    handle: async ({ tenant, params }) => jobView(await setJobOpen(tenant, params.jobId ?? '', true)),
  }),
  route({
    method: 'delete',
    path: '/api/v1/jobs/:jobId',
    permission: 'job.write',
    tag,
    summary: 'Delete a draft that was never published',
    response: 'none',
    handle: ({ tenant, params }) => deleteDraft(tenant, params.jobId ?? ''),
  }),
  route({
    method: 'get',
    path: '/api/v1/jobs/:jobId/versions',
    permission: 'job.read',
    tag,
    summary: 'Frozen versions of a job, newest first',
    response: List(JobVersionView),
    async handle({ tenant, params }) {
      const job = await tenant.store.jobs.get(params.jobId ?? '');
      if (!job) throw new AppError('NOT_FOUND');
      const [versions, names] = await Promise.all([tenant.store.jobs.versions(job.id), staffNames(tenant)]);
      return { items: versions.map((version) => versionView(version, names)), nextCursor: null };
    },
  }),
];
