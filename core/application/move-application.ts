import { endApprovals } from '../approval/end-approvals.ts';
import { AppError } from '../errors/app-error.ts';
import { isEnterable } from '../interview/interview.ts';
import type { Application } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { statusEvent } from './admit-candidate.ts';
import { type ApplicationStatus, canMove } from './application.ts';

/**
 * Steps that a person takes by hand. Inviting, the interview and scoring move the application themselves, an offer moves it to
 * `offer_approval` and `offered`, and `rejected` goes through a decision with a reason and an opened report (design §5, R5).
 */
export const handMoves = [
  'second_round',
  'hired',
  'withdrawn',
  'no_show',
] as const satisfies readonly ApplicationStatus[];
export type HandMove = (typeof handMoves)[number];

/** Why somebody left the flow; kept with the step. */
export const exitReasons = [
  'candidate_withdrew',
  'other_offer',
  'pay',
  'place_or_shift',
  'not_reachable',
  'did_not_come',
  'entered_by_mistake',
  'other',
] as const;
export type ExitReason = (typeof exitReasons)[number];

/** The steps that may be taken by hand from a status. */
export const movesFrom = (status: ApplicationStatus): HandMove[] =>
  handMoves.filter((to) => canMove(status, to));

/** A step and, when it leaves the flow, why. */
export interface MoveRequest {
  readonly to: HandMove;
  readonly reasonCode?: ExitReason | undefined;
  readonly note?: string | undefined;
}

/**
 * Moves an application by hand; leaving the flow also ends an open interview and its link.
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` where the flow has no such step; `CONFLICT` when it moved meanwhile.
 */
export async function moveApplication(
  context: TenantContext,
  applicationId: string,
  { to, reasonCode, note }: MoveRequest,
): Promise<Application> {
  const { services, store, actor } = context;
  const application = await store.applications.get(applicationId);
  if (!application) throw new AppError('NOT_FOUND');
  if (!canMove(application.status, to)) {
    throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  }
  const now = nowOf(services);
  const leaves = to === 'withdrawn' || to === 'no_show';
  await services.system.commit([
    store.applications.move(applicationId, application.status, to, now),
    statusEvent(context, { applicationId, from: application.status, to, reasonCode, note: note || null }),
    ...(leaves ? await endInterviews(context, applicationId, to) : []),
    ...(leaves ? await endApprovals(context, applicationId) : []),
    ...(to === 'hired' ? await acceptedOffer(context, applicationId) : []),
    store.audit.add({
      actor,
      action: 'application.moved',
      subjectKind: 'application',
      subjectId: applicationId,
      at: now,
      data: { from: application.status, to, ...(reasonCode ? { reason: reasonCode } : {}) },
    }),
  ]);
  return { ...application, status: to, updatedAt: now };
}

/** Who starts work has accepted: an offer that nobody recorded an answer to is accepted with it. */
async function acceptedOffer({ services, store }: TenantContext, applicationId: string): Promise<Change[]> {
  const [offer] = await store.offers.ofApplication(applicationId);
  if (!offer || offer.state === 'accepted') return [];
  if (offer.state !== 'sent') throw new AppError('STATE_CONFLICT', { details: { state: offer.state } });
  return [store.offers.save({ ...offer, state: 'accepted', updatedAt: nowOf(services) }, offer.revision)];
}

/** Ends the interviews of an application that can still be entered, with their links. */
export async function endInterviews(
  { services, store, tenantId }: TenantContext,
  applicationId: string,
  why: 'withdrawn' | 'no_show',
): Promise<Change[]> {
  const now = nowOf(services);
  const open = (await store.interviews.ofApplication(applicationId)).filter((i) => isEnterable(i.state));
  return open.flatMap((interview) => [
    store.interviews.move(interview.id, [interview.state], why === 'withdrawn' ? why : 'expired', now),
    services.system.revokePublicLinks(tenantId, interview.id, 'interview', now),
  ]);
}
