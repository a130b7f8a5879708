import { AppError } from '../errors/app-error.ts';
import type { Resume } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';

/** Largest résumé file. */
export const maxResumeBytes = 20 * 1024 * 1024;

/** An uploaded file. */
export interface ResumeFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A received résumé; `known` when the same file was already uploaded for this job. */
export interface ReceivedResume {
  readonly resume: Resume;
  readonly known: boolean;
}

/** Key of the file in the object store. */
export const resumeObjectKey = (resumeId: string): string => `resumes/${resumeId}/file`;

/**
 * Keeps an uploaded résumé sealed and has it read in the background. The same file for the same job is not taken in
 * twice.
 * @throws AppError `RESUME_EMPTY`, `TOO_LARGE`, `STATE_CONFLICT` when the job is not open
 */
export async function receiveResume(
  context: TenantContext,
  jobId: string,
  file: ResumeFile,
): Promise<ReceivedResume> {
  const { services, store, tenantId, actor } = context;
  if (file.bytes.byteLength === 0) throw new AppError('RESUME_EMPTY');
  if (file.bytes.byteLength > maxResumeBytes)
    throw new AppError('TOO_LARGE', { details: { limit: '20 MB' } });
  const job = await store.jobs.get(jobId);
  if (!job) throw new AppError('NOT_FOUND');
  if (job.state !== 'published') throw new AppError('STATE_CONFLICT', { details: { state: job.state } });
  const contentHash = await services.digest.sha256(file.bytes);
  const known = (await store.resumes.byHash(contentHash)).find((resume) => resume.jobId === jobId);
  if (known) return { resume: known, known: true };
  const id = services.ids.next('res');
  const objectKey = resumeObjectKey(id);
  const { bytes } = file;
  await services.objects(tenantId).put(
    objectKey,
    (async function* () {
      yield bytes;
    })(),
    { maxBytes: maxResumeBytes, length: bytes.byteLength, expectedSha256: contentHash },
  );
  const resume: Resume = {
    id,
    candidateId: null,
    jobId,
    fileName: file.fileName.slice(0, 200),
    mediaType: file.mediaType.slice(0, 100),
    size: bytes.byteLength,
    contentHash,
    objectKey,
    state: 'pending',
    errorCode: null,
    parsedSealed: null,
    uploadedBy: actor.id,
    createdAt: nowOf(services),
    parsedAt: null,
  };
  await store.commit([
    store.resumes.add(resume),
    services.system.enqueue(tenantId, 'resume.parse', { resumeId: id }),
    store.audit.add({
      actor,
      action: 'resume.uploaded',
      subjectKind: 'resume',
      subjectId: id,
      at: resume.createdAt,
    }),
  ]);
  return { resume, known: false };
}
