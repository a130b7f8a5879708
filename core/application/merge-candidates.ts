import { AppError } from '../errors/app-error.ts';
import type { Candidate, MergeSuggestion, MovedBelongings } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { openContact, sealContact } from './contact.ts';
import { liveCandidate } from './edit-profile.ts';

async function suggestionOf(
  { store }: TenantContext,
  id: string,
  state: MergeSuggestion['state'],
): Promise<MergeSuggestion> {
  const suggestion = await store.candidates.mergeSuggestion(id);
  if (!suggestion) throw new AppError('NOT_FOUND');
  if (suggestion.state !== state) {
    throw new AppError('STATE_CONFLICT', { details: { state: suggestion.state } });
  }
  return suggestion;
}

const audited = (
  { services, store, actor }: TenantContext,
  action: string,
  subjectId: string,
  data: Record<string, unknown>,
): Change =>
  store.audit.add({
    actor,
    action,
    subjectKind: 'candidate',
    subjectId,
    at: nowOf(services),
    data,
  });

/**
 * The applications that go over. One for a job that the kept candidate applied for too stays behind unless an
 * interview hangs on it: that must not disappear from view.
 */
async function applicationsToMove(
  { store }: TenantContext,
  fromId: string,
  intoId: string,
): Promise<string[]> {
  const kept = new Set((await store.applications.ofCandidate(intoId)).map((one) => one.jobId));
  const moving: string[] = [];
  for (const application of await store.applications.ofCandidate(fromId)) {
    if (!kept.has(application.jobId)) moving.push(application.id);
    else if ((await store.interviews.ofApplication(application.id)).length > 0) {
      const job = await store.jobs.get(application.jobId);
      throw new AppError('MERGE_WOULD_HIDE', { details: { job: job?.title ?? '' } });
    }
  }
  return moving;
}

/** Contacts that only the merged candidate has go to the kept one. */
async function fillContact(context: TenantContext, from: Candidate, into: Candidate) {
  const [theirs, own] = [await openContact(context, from), await openContact(context, into)];
  const filled = (['phone', 'email'] as const).filter((kind) => own[kind] === null && theirs[kind] !== null);
  const sealed = await sealContact(context, into.id, {
    phone: own.phone ?? theirs.phone,
    email: own.email ?? theirs.email,
  });
  return { filled, sealed };
}

/**
 * Merges the two candidates of a proposal: `keepId` stays and receives résumés, applications and missing contacts of
 * the other, who leaves the lists. Nothing is deleted, so it can be undone.
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` when already decided; `MERGE_WOULD_HIDE` when both applied for one job
 * and the one to be merged was invited to its interview; `CONFLICT` when one changed meanwhile.
 */
export async function mergeCandidates(
  context: TenantContext,
  suggestionId: string,
  keepId: string,
): Promise<void> {
  const { services, store, actor } = context;
  const suggestion = await suggestionOf(context, suggestionId, 'open');
  const pair = [suggestion.candidateId, suggestion.otherId];
  const fromId = pair.find((id) => id !== keepId);
  if (!pair.includes(keepId) || !fromId) throw new AppError('NOT_FOUND');
  const [from, into] = [await liveCandidate(context, fromId), await liveCandidate(context, keepId)];
  const now = nowOf(services);
  const applicationIds = await applicationsToMove(context, from.id, into.id);
  const resumeIds = (await store.resumes.ofCandidate(from.id)).map((resume) => resume.id);
  const { filled, sealed } = await fillContact(context, from, into);
  const moved: MovedBelongings = { from: from.id, into: into.id, resumeIds, applicationIds, filled };
  await store.commit([
    store.candidates.decideMerge(suggestion.id, 'open', {
      state: 'merged',
      moved,
      decidedBy: actor.id,
      decidedAt: now,
    }),
    store.candidates.update(from.id, from.revision, { mergedInto: into.id, updatedAt: now }),
    store.candidates.update(into.id, into.revision, {
      ...(filled.length > 0 ? sealed : {}),
      updatedAt: now,
    }),
    ...applicationIds.map((id) => store.candidates.giveApplication(id, from.id, into.id)),
    ...resumeIds.map((id) => store.candidates.giveResume(id, from.id, into.id)),
    audited(context, 'candidate.merged', into.id, { from: from.id, applications: applicationIds.length }),
  ]);
}

/** Keeps the two candidates of a proposal apart. */
export async function keepApart(context: TenantContext, suggestionId: string): Promise<void> {
  const { services, store, actor } = context;
  const suggestion = await suggestionOf(context, suggestionId, 'open');
  await store.commit([
    store.candidates.decideMerge(suggestion.id, 'open', {
      state: 'dismissed',
      moved: null,
      decidedBy: actor.id,
      decidedAt: nowOf(services),
    }),
    audited(context, 'candidate.kept_apart', suggestion.candidateId, { other: suggestion.otherId }),
  ]);
}

/**
 * Takes a decision on a proposal back: a merge gives everything that it moved back, and the proposal is open again.
 * @throws AppError `NOT_FOUND` also when one was erased; `STATE_CONFLICT` when nothing was decided or the kept one was
 * merged on; `CONFLICT` when something that was moved is elsewhere by now.
 */
export async function undoMergeDecision(context: TenantContext, suggestionId: string): Promise<void> {
  const { store } = context;
  const suggestion = await store.candidates.mergeSuggestion(suggestionId);
  if (!suggestion) throw new AppError('NOT_FOUND');
  if (suggestion.state === 'open') throw new AppError('STATE_CONFLICT', { details: { state: 'open' } });
  const reopened = store.candidates.decideMerge(suggestion.id, suggestion.state, {
    state: 'open',
    moved: null,
    decidedBy: null,
    decidedAt: null,
  });
  const changes = suggestion.moved ? await giveBack(context, suggestion, suggestion.moved) : [];
  await store.commit([
    reopened,
    ...changes,
    audited(context, 'candidate.merge_undone', suggestion.candidateId, { other: suggestion.otherId }),
  ]);
}

async function giveBack(
  context: TenantContext,
  suggestion: MergeSuggestion,
  moved: MovedBelongings,
): Promise<Change[]> {
  const { services, store } = context;
  const into = await liveCandidate(context, moved.into);
  const from = await store.candidates.get(moved.from);
  if (!from || from.erasedAt) throw new AppError('NOT_FOUND');
  const now = nowOf(services);
  // A contact that somebody corrected since the merge is the kept candidate's own.
  const takenBack = moved.filled.filter(
    (kind) => (into.edits?.[kind]?.at ?? '') <= (suggestion.decidedAt ?? ''),
  );
  const blank = Object.fromEntries(
    takenBack.flatMap((kind) => [
      [`${kind}Sealed`, null],
      [`${kind}Key`, null],
    ]),
  );
  return [
    store.candidates.update(from.id, from.revision, { mergedInto: null, updatedAt: now }),
    store.candidates.update(into.id, into.revision, { ...blank, updatedAt: now }),
    ...moved.applicationIds.map((id) => store.candidates.giveApplication(id, into.id, from.id)),
    ...moved.resumeIds.map((id) => store.candidates.giveResume(id, into.id, from.id)),
  ];
}
