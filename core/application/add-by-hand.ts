import { AppError } from '../errors/app-error.ts';
import type { Resume } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { ResumeProfile } from '../resume/profile.ts';
import { newApplication, newCandidate } from './admit-candidate.ts';
import { editableFields, emptyProfile, type TypedProfile } from './edit-profile.ts';
import { findDuplicates } from './find-duplicates.ts';
import { resumeOf } from './manage-resume.ts';
import { screenedText } from './rescreen.ts';

async function failedResume(context: TenantContext, jobId: string, id: string): Promise<Resume> {
  const resume = await resumeOf(context, id);
  if (resume.jobId !== jobId) throw new AppError('NOT_FOUND');
  if (resume.state !== 'failed') {
    throw new AppError('STATE_CONFLICT', { details: { state: resume.state } });
  }
  return resume;
}

const filledFields = (profile: ResumeProfile) =>
  editableFields.filter((field) => {
    const value = profile[field];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });

/**
 * Adds a candidate whose facts a person typed: without a résumé, or beside a file that could not be read (a scan). The
 * file then stays with the candidate.
 * @returns the id of the screened application
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` when the job is not open or the file became a candidate meanwhile
 */
export async function addCandidateByHand(
  context: TenantContext,
  jobId: string,
  input: {
    readonly profile: TypedProfile & Pick<ResumeProfile, 'language'>;
    readonly resumeId?: string | undefined;
  },
): Promise<string> {
  const { services, store, actor } = context;
  const job = await store.jobs.get(jobId);
  if (!job) throw new AppError('NOT_FOUND');
  const version = job.currentVersionId ? await store.jobs.version(job.currentVersionId) : null;
  if (job.state !== 'published' || !version) {
    throw new AppError('STATE_CONFLICT', { details: { state: job.state } });
  }
  const resume = input.resumeId ? await failedResume(context, jobId, input.resumeId) : null;
  const now = nowOf(services);
  const profile: ResumeProfile = {
    ...emptyProfile,
    ...input.profile,
    birthYear: input.profile.birthYear ?? null,
  };
  const edit = { by: actor.id ?? '', at: now };
  const candidate = await newCandidate(
    context,
    profile,
    Object.fromEntries(filledFields(profile).map((field) => [field, edit])),
  );
  const application = newApplication(context, {
    version,
    candidate,
    resumeId: resume?.id ?? null,
    read: { profile, pages: screenedText(null, profile) },
  });
  await store.commit([
    store.candidates.add(candidate),
    ...(resume ? [store.resumes.adopt(resume.id, candidate.id, now)] : []),
    ...(await findDuplicates(context, candidate, profile)),
    ...application.changes,
    store.audit.add({
      actor,
      action: 'candidate.added',
      subjectKind: 'candidate',
      subjectId: candidate.id,
      at: now,
      data: { application: application.id, ...(resume ? { resume: resume.id } : {}) },
    }),
  ]);
  return application.id;
}
