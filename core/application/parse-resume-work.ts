import { AppError } from '../errors/app-error.ts';
import type { Candidate, Resume } from '../ports/repositories/candidates.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { parseResume } from '../resume/parse-resume.ts';
import type { ResumeProfile } from '../resume/profile.ts';
import { sealContact } from './contact.ts';
import { findDuplicates } from './find-duplicates.ts';
import { sealStoredResume } from './open-stored-resume.ts';
import { screenProfile } from './screen-profile.ts';
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
    const parsed = parseResume(document, { now: nowOf(services).slice(0, 7) });
    const stored: StoredResume = {
      profile: parsed.profile,
      sources: parsed.sources,
      pages: parsed.pages,
      hidden: document.hidden.map((part) => part.text),
    };
    await store.commit(await admit(context, resume, stored));
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable || error.code === 'CONFLICT') throw error;
    await store.commit([
      store.resumes.finish(resumeId, { state: 'failed', errorCode: error.code }, nowOf(services)),
    ]);
  }
}

/** The contacts leave the profile for their sealed columns. */
export const withoutContact = (profile: ResumeProfile): ResumeProfile => ({
  ...profile,
  phone: null,
  email: null,
});

async function admit(context: TenantContext, resume: Resume, stored: StoredResume): Promise<Change[]> {
  const { services, store } = context;
  const now = nowOf(services);
  const { profile } = stored;
  const candidateId = services.ids.next('cnd');
  const candidate: Candidate = {
    id: candidateId,
    name: profile.name,
    ...(await sealContact(context, candidateId, profile)),
    city: profile.city,
    profile: withoutContact(profile),
    revision: 1,
    mergedInto: null,
    createdAt: now,
    updatedAt: now,
  };
  const parsedSealed = await sealStoredResume(context, resume.id, stored);
  return [
    store.candidates.add(candidate),
    store.resumes.finish(resume.id, { state: 'parsed', candidateId, parsedSealed }, now),
    ...(await findDuplicates(context, candidate, profile)),
    ...(await applicationChanges(context, resume, candidate, stored)),
  ];
}

async function applicationChanges(
  context: TenantContext,
  resume: Resume,
  candidate: Candidate,
  stored: StoredResume,
): Promise<Change[]> {
  const { store } = context;
  const job = resume.jobId ? await store.jobs.get(resume.jobId) : null;
  const version = job?.currentVersionId ? await store.jobs.version(job.currentVersionId) : null;
  if (!job || !version) return [];
  return addApplication(context, version, candidate, resume.id, stored);
}

/** A screened application of a new candidate for a job version. */
export function addApplication(
  { services, store, actor }: TenantContext,
  version: JobVersion,
  candidate: Candidate,
  resumeId: string | null,
  stored: StoredResume,
): Change[] {
  const now = nowOf(services);
  const applicationId = services.ids.next('app');
  const screening = screenProfile(version.definition, stored, now.slice(0, 7));
  return [
    store.applications.add({
      id: applicationId,
      jobId: version.jobId,
      jobVersionId: version.id,
      candidateId: candidate.id,
      resumeId,
      status: 'screened',
      screening,
      score10: null,
      suggestion: null,
      createdAt: now,
      updatedAt: now,
    }),
    ...(
      [
        [null, 'applied'],
        ['applied', 'screened'],
      ] as const
    ).map(([fromStatus, toStatus]) =>
      store.applications.addEvent({
        id: services.ids.next('evt'),
        applicationId,
        fromStatus,
        toStatus,
        actorKind: actor.kind,
        actorId: actor.id,
        reasonCode: null,
        note: null,
        at: now,
      }),
    ),
  ];
}
