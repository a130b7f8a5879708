import { AppError } from '../errors/app-error.ts';
import type { DocumentText } from '../ports/document-reader.ts';
import type { Resume } from '../ports/repositories/candidates.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { parseResume } from '../resume/parse-resume.ts';
import { newApplication, newCandidate } from './admit-candidate.ts';
import { findDuplicates } from './find-duplicates.ts';
import { sealStoredResume } from './open-stored-resume.ts';
import type { StoredResume } from './stored-resume.ts';

async function fileBytes(services: Services, tenantId: string, resume: Resume): Promise<Uint8Array> {
  const content = await services.objects(tenantId).get(resume.objectKey);
  if (!content) throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'resume' } });
  const bytes = new Uint8Array(content.size);
  let at = 0;
  for await (const part of content.body) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** A scan or photo: what little text it has (a page number, a stamp) is no résumé. */
const isOnlyPictures = (document: DocumentText): boolean =>
  document.notes.some((note) => note.code === 'needs_ocr') &&
  document.lines.reduce((chars, line) => chars + line.text.trim().length, 0) < 40;

/**
 * Reads an uploaded résumé: profile, candidate, application, screening and proposals to merge, in one batch. A file
 * that cannot be read ends as `failed` with the reason, for HR to see; a passing fault is tried again.
 */
export async function parseResumeWork(services: Services, tenantId: string, resumeId: string): Promise<void> {
  const context = tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');
  const { store } = context;
  const resume = await store.resumes.get(resumeId);
  if (resume?.state !== 'pending') return;
  try {
    const document = await services.documents.read(await fileBytes(services, tenantId, resume), {
      fileName: resume.fileName,
    });
    if (isOnlyPictures(document)) throw new AppError('RESUME_NEEDS_OCR');
    const parsed = parseResume(document, {
      fileName: resume.fileName,
      now: nowOf(services).slice(0, 7),
    });
    const stored: StoredResume = {
      profile: parsed.profile,
      sources: parsed.sources,
      pages: parsed.pages,
      hidden: document.hidden,
    };
    await store.commit(await admit(context, resume, stored));
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable || error.code === 'CONFLICT') throw error;
    await store.commit([
      store.resumes.finish(resumeId, { state: 'failed', errorCode: error.code }, nowOf(services)),
    ]);
  }
}

async function admit(context: TenantContext, resume: Resume, stored: StoredResume): Promise<Change[]> {
  const { services, store } = context;
  const { profile } = stored;
  const candidate = await newCandidate(context, profile, null);
  const parsedSealed = await sealStoredResume(context, resume.id, stored);
  const job = resume.jobId ? await store.jobs.get(resume.jobId) : null;
  const version = job?.currentVersionId ? await store.jobs.version(job.currentVersionId) : null;
  return [
    store.candidates.add(candidate),
    store.resumes.finish(
      resume.id,
      { state: 'parsed', candidateId: candidate.id, parsedSealed },
      nowOf(services),
    ),
    ...(await findDuplicates(context, candidate, profile)),
    ...(version
      ? newApplication(context, { version, candidate, resumeId: resume.id, read: stored }).changes
      : []),
  ];
}
