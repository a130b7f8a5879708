import { Type } from '@sinclair/typebox';
import { deleteResume, openResumeFile, resumeOf, retryResume } from '#core/application/manage-resume.ts';
import { maxResumeBytes, receiveResume } from '#core/application/receive-resume.ts';
import { fileResponse } from '../file-response.ts';
import { withFormFile } from '../multipart-file.ts';
import { resumeView, resumeWithApplication } from '../resume-view.ts';
import { type AnyRoute, route } from '../route.ts';
import { ResumeView, UploadedResumeView } from '../schemas/candidates.ts';
import { Id, List } from '../schemas/shared.ts';

const tag = 'Résumés';

/** Uploaded résumé files. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'post',
    path: '/api/v1/jobs/:jobId/resumes',
    permission: 'candidate.write',
    tag,
    summary: 'Upload one résumé file (multipart field `file`, at most 20 MB); the same file is taken once',
    rawBody: true,
    mediaType: 'multipart/form-data',
    maxBytes: maxResumeBytes,
    naturallyIdempotent: true,
    response: UploadedResumeView,
    status: 202,
    handle: ({ tenant, params, http }) =>
      withFormFile(
        http,
        { company: tenant.tenantId, field: 'file', maxBytes: maxResumeBytes },
        async (file) => {
          const { resume, known } = await receiveResume(tenant, params.jobId ?? '', file);
          return { ...(await resumeWithApplication(tenant, resume)), known };
        },
      ),
  }),
  route({
    method: 'get',
    path: '/api/v1/resumes',
    permission: 'candidate.read',
    tag,
    summary: 'Uploads that have not become a candidate yet: being read, or failed; newest first',
    query: Type.Object({ jobId: Type.Optional(Id) }, { additionalProperties: false }),
    response: List(ResumeView),
    async handle({ tenant, query }) {
      const found = await tenant.store.resumes.unfinished(query.jobId);
      return { items: found.map((resume) => resumeView(tenant, resume, null)), nextCursor: null };
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/resumes/:resumeId',
    permission: 'candidate.read',
    tag,
    summary: 'State of an uploaded résumé and the application made from it',
    response: ResumeView,
    handle: async ({ tenant, params }) =>
      resumeWithApplication(tenant, await resumeOf(tenant, params.resumeId ?? '')),
  }),
  route({
    method: 'post',
    path: '/api/v1/resumes/:resumeId/retry',
    permission: 'candidate.write',
    tag,
    summary: 'Read a failed file again',
    response: ResumeView,
    handle: async ({ tenant, params }) =>
      resumeView(tenant, await retryResume(tenant, params.resumeId ?? ''), null),
  }),
  route({
    method: 'delete',
    path: '/api/v1/resumes/:resumeId',
    permission: 'candidate.write',
    tag,
    summary: 'Delete an upload that no candidate was made from',
    response: 'none',
    handle: ({ tenant, params }) => deleteResume(tenant, params.resumeId ?? ''),
  }),
  route({
    method: 'get',
    path: '/api/v1/resumes/:resumeId/file',
    permission: 'candidate.write',
    tag,
    summary: 'The original file; a PDF may be shown in the browser, everything else is a download',
    query: Type.Object(
      { view: Type.Optional(Type.Boolean({ description: 'Show a PDF instead of saving it' })) },
      { additionalProperties: false },
    ),
    response: 'stream',
    async handle({ tenant, params, query }) {
      const { resume, content } = await openResumeFile(tenant, params.resumeId ?? '');
      return fileResponse(resume, content, query.view === true);
    },
  }),
];
