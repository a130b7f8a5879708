import { AppError } from '../errors/app-error.ts';
import type { ObjectContent } from '../ports/object-store.ts';
import type { Resume } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { resumeScope } from './receive-resume.ts';

/** Minutes after which a file that is still being read is taken for stuck, and reading may be asked for again. */
const stuckMinutes = 15;

/** Whether reading has taken so long that something must have gone wrong. */
export const isStuck = (resume: Resume, now: string): boolean =>
  resume.state === 'pending' && Date.parse(now) - Date.parse(resume.createdAt) > stuckMinutes * 60_000;

/**
 * A résumé file of the company.
 * @throws AppError `NOT_FOUND`
 */
export async function resumeOf({ store }: TenantContext, id: string): Promise<Resume> {
  const resume = await store.resumes.get(id);
  if (!resume) throw new AppError('NOT_FOUND');
  return resume;
}

/**
 * Has a file read again that failed or got stuck.
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` for a file that was read, `CONFLICT` when somebody else was first.
 */
export async function retryResume(context: TenantContext, id: string): Promise<Resume> {
  const { services, store, tenantId, actor } = context;
  const resume = await resumeOf(context, id);
  const now = nowOf(services);
  if (resume.state !== 'failed' && !isStuck(resume, now)) {
    throw new AppError('STATE_CONFLICT', { details: { state: resume.state } });
  }
  await store.commit([
    ...(resume.state === 'failed' ? [store.resumes.retry(id)] : []),
    services.system.enqueue(tenantId, 'resume.parse', { resumeId: id }),
    store.audit.add({ actor, action: 'resume.retried', subjectKind: 'resume', subjectId: id, at: now }),
  ]);
  return resumeOf(context, id);
}

/**
 * Deletes an upload that no candidate was made from, with its file.
 * @throws AppError `NOT_FOUND`; `CONFLICT` when it has meanwhile become a candidate.
 */
export async function deleteResume(context: TenantContext, id: string): Promise<void> {
  const { services, store, tenantId, actor } = context;
  await resumeOf(context, id);
  await store.commit([
    store.resumes.remove(id),
    store.audit.add({
      actor,
      action: 'resume.deleted',
      subjectKind: 'resume',
      subjectId: id,
      at: nowOf(services),
    }),
  ]);
  await services.objects(tenantId).erase(resumeScope(id));
}

/**
 * The original file for reading; each opening is audited (R10).
 * @throws AppError `NOT_FOUND`, `STORED_DATA_DAMAGED`
 */
export async function openResumeFile(
  context: TenantContext,
  id: string,
): Promise<{ readonly resume: Resume; readonly content: ObjectContent }> {
  const { services, store, tenantId, actor } = context;
  const resume = await resumeOf(context, id);
  const content = await services.objects(tenantId).get(resume.objectKey);
  if (!content) throw new AppError('NOT_FOUND');
  await store.commit([
    store.audit.add({
      actor,
      action: 'resume.opened',
      subjectKind: 'resume',
      subjectId: id,
      at: nowOf(services),
    }),
  ]);
  return { resume, content };
}
