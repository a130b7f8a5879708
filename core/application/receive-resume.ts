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

/** Scope of a résumé in the object store: one key, erased as one. */
export const resumeScope = (resumeId: string): string => `resumes/${resumeId}`;

/** Key of the file in the object store. */
export const resumeObjectKey = (resumeId: string): string => `${resumeScope(resumeId)}/file`;

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
  const known = await sameFile(context, jobId, contentHash);
  if (known) return { resume: known, known: true };
  const resume = resumeRow(context, jobId, file, contentHash);
  const { bytes } = file;
  await services.objects(tenantId).put(
    resume.objectKey,
    (async function* () {
      yield bytes;
    })(),
    { maxBytes: maxResumeBytes, length: bytes.byteLength, expectedSha256: contentHash },
  );
  try {
    await store.commit([
      store.resumes.add(resume),
      services.system.enqueue(tenantId, 'resume.parse', { resumeId: resume.id }),
      store.audit.add({
        actor,
        action: 'resume.uploaded',
        subjectKind: 'resume',
        subjectId: resume.id,
        at: resume.createdAt,
      }),
    ]);
  } catch (error) {
    // The same file came twice at once: the other request was first, and its file is the one that is kept.
    await services.objects(tenantId).erase(resumeScope(resume.id));
    const first = await sameFile(context, jobId, contentHash);
    if (!(error instanceof AppError) || error.code !== 'CONFLICT' || !first) throw error;
    return { resume: first, known: true };
  }
  return { resume, known: false };
}

async function sameFile(
  { store }: TenantContext,
  jobId: string,
  contentHash: string,
): Promise<Resume | undefined> {
  return (await store.resumes.byHash(contentHash)).find((resume) => resume.jobId === jobId);
}

function resumeRow(
  { services, actor }: TenantContext,
  jobId: string,
  file: ResumeFile,
  contentHash: string,
): Resume {
  const id = services.ids.next('res');
  return {
    id,
    candidateId: null,
    jobId,
    fileName: file.fileName.slice(0, 200),
    mediaType: file.mediaType.slice(0, 100),
    size: file.bytes.byteLength,
    contentHash,
    objectKey: resumeObjectKey(id),
    state: 'pending',
    errorCode: null,
    parsedSealed: null,
    uploadedBy: actor.id,
    createdAt: nowOf(services),
    parsedAt: null,
  };
}
