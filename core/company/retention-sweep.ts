import { isOpen } from '../application/application.ts';
import { eraseCandidate } from '../application/erase-candidate.ts';
import { deleteResume } from '../application/manage-resume.ts';
import { agreesToTalentPool, talentPoolDays } from '../consent/talent-pool.ts';
import { AppError } from '../errors/app-error.ts';
import type { Application } from '../ports/repositories/candidates.ts';
import type { Recording } from '../ports/repositories/interviews.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import { eraseRecording } from '../recording/erase-recording.ts';
import { type CompanyProfile, companyProfile } from './company-settings.ts';

const day = 86_400_000;
const pageSize = 100;
/** An application that nobody touched for a year ended then, whatever its status says: the purpose is gone (PIPL Art. 19). */
const idleDays = 365;
const lastRunKey = 'retention.last_run';

/** What a sweep erased. */
export interface SweptRetention {
  readonly recordings: number;
  readonly candidates: number;
  /** Uploads that never became a candidate. */
  readonly resumes: number;
}

/** When an application ended, in milliseconds; for one that is open, when it would end if nobody touched it again. */
const endOf = ({ status, updatedAt }: Application): number =>
  Date.parse(updatedAt) + (isOpen(status) ? idleDays * day : 0);

async function endedApplications({ store }: TenantContext, now: number): Promise<Application[]> {
  const ended: Application[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await store.applications.list({}, { cursor, limit: pageSize });
    ended.push(...page.items.filter((application) => endOf(application) <= now));
    if (page.nextCursor === null) return ended;
    cursor = page.nextCursor;
  }
}

/** Whether so many days have passed since the application ended. */
const isOver = (application: Application, days: number, now: number): boolean =>
  now - endOf(application) >= days * day;

async function oldRecordings(
  { store }: TenantContext,
  application: Application,
  profile: CompanyProfile,
  now: number,
): Promise<Recording[]> {
  const old: Recording[] = [];
  for (const interview of await store.interviews.ofApplication(application.id)) {
    const appeals = await store.feedback.appeals({ interviewId: interview.id, state: 'open' });
    if (appeals.length > 0) continue;
    for (const recording of await store.recordings.ofInterview(interview.id)) {
      const days = recording.mediaType.startsWith('video/') ? profile.videoDays : profile.audioDays;
      if (recording.state !== 'erased' && isOver(application, days, now)) old.push(recording);
    }
  }
  return old;
}

/** Days that an ended application is kept: longer where the candidate agreed to the talent pool and did not take it back. */
async function keptDays(
  { store }: TenantContext,
  application: Application,
  retentionDays: number,
): Promise<number> {
  for (const interview of await store.interviews.ofApplication(application.id)) {
    if (await agreesToTalentPool(store, interview.id)) return Math.max(retentionDays, talentPoolDays);
  }
  return retentionDays;
}

/** People hired stay; the others go when the last of their applications has been over for long enough. */
async function mayForget(
  context: TenantContext,
  candidateId: string,
  days: number,
  now: number,
): Promise<boolean> {
  const { store } = context;
  const candidate = await store.candidates.get(candidateId);
  if (!candidate || candidate.erasedAt || candidate.mergedInto) return false;
  for (const application of await store.applications.ofCandidate(candidateId)) {
    if (application.status === 'hired') return false;
    if (!isOver(application, days, now)) return false;
    if (!isOver(application, await keptDays(context, application, days), now)) return false;
  }
  return true;
}

/** What a company no longer may keep. */
export interface DueErasures {
  readonly recordings: readonly Recording[];
  readonly candidateIds: readonly string[];
  readonly resumeIds: readonly string[];
}

async function dueErasures(context: TenantContext): Promise<DueErasures> {
  const { services, store } = context;
  const now = Date.parse(nowOf(services));
  const profile = await companyProfile(services.system, store);
  const ended = await endedApplications(context, now);
  const recordings: Recording[] = [];
  for (const application of ended) {
    recordings.push(...(await oldRecordings(context, application, profile, now)));
  }
  const candidateIds: string[] = [];
  for (const candidateId of new Set(ended.map((application) => application.candidateId))) {
    if (await mayForget(context, candidateId, profile.retentionDays, now)) candidateIds.push(candidateId);
  }
  const before = new Date(now - profile.retentionDays * day).toISOString();
  const alone = await store.candidates.withoutApplication(before, pageSize);
  const uploads = (await store.resumes.unfinished()).filter(({ createdAt }) => createdAt < before);
  return {
    recordings,
    candidateIds: [...candidateIds, ...alone.map(({ id }) => id)],
    resumeIds: uploads.map(({ id }) => id),
  };
}

/** One that has meanwhile become a candidate stays with them. */
async function deleteUploads(context: TenantContext, ids: readonly string[]): Promise<number> {
  let deleted = 0;
  for (const id of ids) {
    try {
      await deleteResume(context, id);
      deleted += 1;
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'CONFLICT' && error.code !== 'NOT_FOUND'))
        throw error;
    }
  }
  return deleted;
}

const systemContext = (services: Services, tenantId: string): TenantContext =>
  tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');

/** What the next sweep would erase, without erasing it. */
export const previewRetention = (services: Services, tenantId: string): Promise<DueErasures> =>
  dueErasures(systemContext(services, tenantId));

/**
 * Erases what the company no longer may keep (assessment R9): recordings some days after an application ended, and
 * everything about people who were not hired after `retentionDays`, or after a year where they agreed to the talent
 * pool; people to whom no application belongs and uploads that never became a candidate, the same days after they came.
 * An application left open counts as ended a year after its last change. Works once a day and company; safe to
 * repeat. An open appeal keeps its data.
 */
export async function sweepRetention(services: Services, tenantId: string): Promise<SweptRetention> {
  const context = systemContext(services, tenantId);
  const { store } = context;
  const at = nowOf(services);
  const last = await store.settings.get<{ readonly at: string }>(lastRunKey);
  if (last && Date.parse(at) - Date.parse(last.at) < day) return { recordings: 0, candidates: 0, resumes: 0 };
  const due = await dueErasures(context);
  for (const recording of due.recordings) await eraseRecording(services, tenantId, recording);
  let candidates = 0;
  for (const candidateId of due.candidateIds) {
    try {
      await eraseCandidate(context, candidateId, 'purpose_ended');
      candidates += 1;
    } catch (error) {
      if (
        !(error instanceof AppError) ||
        (error.code !== 'STATE_CONFLICT' && error.code !== 'ERASURE_APPEAL')
      )
        throw error;
    }
  }
  const resumes = await deleteUploads(context, due.resumeIds);
  const swept = { recordings: due.recordings.length, candidates, resumes };
  await store.commit([
    store.settings.set(lastRunKey, { at }, at),
    ...(swept.recordings + swept.candidates + swept.resumes === 0
      ? []
      : [
          store.audit.add({
            actor: context.actor,
            action: 'retention.swept',
            subjectKind: 'company',
            subjectId: tenantId,
            data: { ...swept },
            at,
          }),
        ]),
  ]);
  return swept;
}
