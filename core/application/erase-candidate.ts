import { endApprovals } from '../approval/end-approvals.ts';
import { AppError } from '../errors/app-error.ts';
import { canMoveInterview } from '../interview/interview.ts';
import type { Candidate } from '../ports/repositories/candidates.ts';
import type { Interview } from '../ports/repositories/interviews.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { recordingScope } from '../recording/segments.ts';
import { statusEvent } from './admit-candidate.ts';
import { isOpen } from './application.ts';
import { liveCandidate } from './edit-profile.ts';
import { resumeScope } from './receive-resume.ts';

/** Why somebody's data is erased. */
export const erasureReasons = ['candidate_request', 'purpose_ended', 'entered_by_mistake'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** A candidate with everyone who was merged into them, at any depth. */
async function withMerged({ store }: TenantContext, candidate: Candidate): Promise<Candidate[]> {
  const all = [candidate];
  for (let at = 0; at < all.length; at += 1) {
    const next = all[at];
    if (next) all.push(...(await store.candidates.mergedInto(next.id)));
  }
  return all;
}

async function interviewsOf(
  { store }: TenantContext,
  candidates: readonly Candidate[],
): Promise<Interview[]> {
  const applications = await Promise.all(candidates.map((one) => store.applications.ofCandidate(one.id)));
  const held = await Promise.all(applications.flat().map((one) => store.interviews.ofApplication(one.id)));
  return held.flat();
}

/** An open appeal must be answered first, unless the person asks to be erased. */
async function refuseWhileAppealed(
  { store }: TenantContext,
  interviews: readonly Interview[],
  reason: ErasureReason,
): Promise<void> {
  if (reason === 'candidate_request') return;
  for (const interview of interviews) {
    const open = await store.feedback.appeals({ interviewId: interview.id, state: 'open' });
    if (open.length > 0) throw new AppError('ERASURE_APPEAL');
  }
}

/** The flow ends for applications that are still running. */
async function endApplications(context: TenantContext, candidate: Candidate): Promise<Change[]> {
  const { services, store } = context;
  const now = nowOf(services);
  const changes: Change[] = [];
  for (const application of await store.applications.ofCandidate(candidate.id)) {
    if (!isOpen(application.status)) continue;
    changes.push(
      store.applications.move(application.id, application.status, 'withdrawn', now),
      statusEvent(context, {
        applicationId: application.id,
        from: application.status,
        to: 'withdrawn',
        reasonCode: 'erased',
      }),
      ...(await endApprovals(context, application.id)),
    );
  }
  return changes;
}

/**
 * Erases a candidate and everybody merged into them (R8). At once: name, contacts and profile go, links stop working,
 * running applications end. In the background: files, recordings with their keys, answers, scores, reports, feedback.
 * What stays names nobody: the place and status of applications, consents, decisions, the audit (R9, three years).
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` for a merged candidate (erase the one kept) and for somebody hired,
 * whose file labour law keeps; `ERASURE_APPEAL` while an appeal is open and the reason is not the candidate's request.
 */
export async function eraseCandidate(
  context: TenantContext,
  candidateId: string,
  reason: ErasureReason,
): Promise<void> {
  const { services, store, tenantId, actor } = context;
  const candidate = await liveCandidate(context, candidateId);
  const group = await withMerged(context, candidate);
  const applications = await Promise.all(group.map((one) => store.applications.ofCandidate(one.id)));
  if (applications.flat().some((one) => one.status === 'hired')) {
    throw new AppError('STATE_CONFLICT', { details: { state: 'hired' } });
  }
  const interviews = await interviewsOf(context, group);
  await refuseWhileAppealed(context, interviews, reason);
  const now = nowOf(services);
  const ended = await Promise.all(group.map((one) => endApplications(context, one)));
  await services.system.commit([
    ...ended.flat(),
    // A submitted one must not be scored after its answers are gone.
    ...interviews
      .filter(({ state }) => canMoveInterview(state, 'withdrawn'))
      .map(({ id, state }) => store.interviews.move(id, [state], 'withdrawn', now)),
    ...interviews.flatMap(({ id }) =>
      (['interview', 'me'] as const).map((kind) =>
        services.system.revokePublicLinks(tenantId, id, kind, now),
      ),
    ),
    ...group.map((one) =>
      store.candidates.update(one.id, one.revision, { ...forgotten, erasedAt: now, updatedAt: now }),
    ),
    ...group.map((one) => services.system.enqueue(tenantId, 'candidate.erase', { candidateId: one.id })),
    store.audit.add({
      actor,
      action: 'candidate.erased',
      subjectKind: 'candidate',
      subjectId: candidateId,
      at: now,
      data: { reason, candidates: group.length, interviews: interviews.length },
    }),
  ]);
}

const forgotten = {
  name: null,
  phoneSealed: null,
  phoneKey: null,
  emailSealed: null,
  emailKey: null,
  city: null,
  profile: null,
  edits: null,
} as const;

/**
 * Destroys what an erased candidate left: files and recordings first, then the rows that name them, with a record of
 * what went. Safe to repeat: what is gone stays gone.
 */
export async function eraseCandidateWork(
  services: Services,
  tenantId: string,
  candidateId: string,
): Promise<void> {
  const context = tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');
  const { store } = context;
  const candidate = await store.candidates.get(candidateId);
  if (!candidate?.erasedAt) return;
  const resumes = await store.resumes.ofCandidate(candidateId);
  const interviews = await interviewsOf(context, [candidate]);
  const recordings = (await Promise.all(interviews.map(({ id }) => store.recordings.ofInterview(id)))).flat();
  const objects = services.objects(tenantId);
  let files = 0;
  for (const resume of resumes) files += await objects.erase(resumeScope(resume.id));
  for (const recording of recordings) files += await objects.erase(recordingScope(recording.id));
  await store.commit([
    ...store.candidates.eraseRows(candidateId, candidate.erasedAt),
    store.audit.add({
      actor: context.actor,
      action: 'candidate.erasure_done',
      subjectKind: 'candidate',
      subjectId: candidateId,
      at: nowOf(services),
      data: { files, resumes: resumes.length, recordings: recordings.length, interviews: interviews.length },
    }),
  ]);
}
