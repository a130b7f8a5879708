import { statusEvent } from '../application/admit-candidate.ts';
import { type ApplicationStatus, canMove } from '../application/application.ts';
import type { ExitReason } from '../application/move-application.ts';
import { openTerms, type Subject } from '../approval/content.ts';
import { AppError } from '../errors/app-error.ts';
import type { OfferRow } from '../ports/repositories/approvals.ts';
import type { Application } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { canMoveOffer, type OfferState, type OfferTerms, termsPurpose } from './offer.ts';
import { offerStatuses } from './read-offer.ts';

async function applicationOf({ store }: TenantContext, id: string): Promise<Application> {
  const application = await store.applications.get(id);
  if (!application) throw new AppError('NOT_FOUND');
  return application;
}

/** The newest offer of an application, or null. */
export const currentOffer = async (
  { store }: TenantContext,
  applicationId: string,
): Promise<OfferRow | null> => (await store.offers.ofApplication(applicationId))[0] ?? null;

const ended: readonly OfferState[] = ['refused', 'declined', 'withdrawn'];

const audited = (
  { services, store, actor }: TenantContext,
  offer: OfferRow,
  action: string,
  data: Readonly<Record<string, unknown>> = {},
): Change =>
  store.audit.add({
    actor,
    action,
    subjectKind: 'application',
    subjectId: offer.applicationId,
    at: nowOf(services),
    data: { offer: offer.number, ...data },
  });

/**
 * Saves an offer's terms: a new offer, a new version after one that ended, or the draft itself. An approved offer that is changed
 * needs a new approval.
 * @param revision the one the terms were typed over; 0 for a new offer
 * @throws AppError `NOT_FOUND`, `STATE_CONFLICT` where no offer may be made or it is being decided, `CONFLICT`
 */
export async function saveOffer(
  context: TenantContext,
  applicationId: string,
  { terms, revision }: { readonly terms: OfferTerms; readonly revision: number },
): Promise<void> {
  const { services, store, tenantId, actor } = context;
  const application = await applicationOf(context, applicationId);
  if (!offerStatuses.includes(application.status)) {
    throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  }
  const before = await currentOffer(context, applicationId);
  const live = before !== null && !ended.includes(before.state) ? before : null;
  if ((live?.revision ?? 0) !== revision) throw new AppError('CONFLICT');
  const now = nowOf(services);
  const id = live?.id ?? services.ids.next('off');
  const termsSealed = await services.secrets.seal(tenantId, termsPurpose(id), JSON.stringify(terms));
  if (!live) {
    const offer: OfferRow = {
      id,
      applicationId,
      number: (before?.number ?? 0) + 1,
      state: 'draft',
      revision: 1,
      termsSealed,
      approvalId: null,
      madeBy: actor.id ?? '',
      madeAt: now,
      updatedAt: now,
    };
    await store.commit([store.offers.add(offer), audited(context, offer, 'offer.drafted')]);
    return;
  }
  if (live.state !== 'draft' && live.state !== 'approved') {
    throw new AppError('STATE_CONFLICT', { details: { state: live.state } });
  }
  const offer: OfferRow = { ...live, state: 'draft', termsSealed, approvalId: null, updatedAt: now };
  await store.commit([
    store.offers.save(offer, live.revision),
    audited(context, offer, live.state === 'approved' ? 'offer.reopened' : 'offer.drafted'),
  ]);
}

/** What an approval of the newest offer is about. @throws AppError `NOT_FOUND` */
export async function offerSubject(context: TenantContext, applicationId: string): Promise<Subject> {
  const application = await applicationOf(context, applicationId);
  const offer = await currentOffer(context, applicationId);
  if (!offer) throw new AppError('NOT_FOUND');
  const candidate = await context.store.candidates.get(application.candidateId);
  return { kind: 'offer', offer, terms: await openTerms(context, offer), candidate: candidate?.name ?? null };
}

interface OfferStep {
  readonly to: 'sent' | 'accepted' | 'declined' | 'withdrawn';
  readonly reasonCode?: ExitReason | undefined;
  readonly note?: string | undefined;
}

const applicationAfter: Readonly<Record<OfferStep['to'], ApplicationStatus | null>> = {
  sent: 'offered',
  accepted: null,
  declined: 'withdrawn',
  withdrawn: null,
};

/**
 * Records what became of an offer: given to the candidate, accepted, declined (which ends the application), or taken back.
 * @throws AppError `NOT_FOUND`, `STATE_CONFLICT` where the offer or the flow has no such step, `CONFLICT`
 */
export async function moveOffer(
  context: TenantContext,
  applicationId: string,
  { to, reasonCode, note }: OfferStep,
): Promise<void> {
  const { services, store } = context;
  const application = await applicationOf(context, applicationId);
  const offer = await currentOffer(context, applicationId);
  if (!offer) throw new AppError('NOT_FOUND');
  const status = applicationAfter[to];
  if (offer.state === 'in_approval' || !canMoveOffer(offer.state, to)) {
    throw new AppError('STATE_CONFLICT', { details: { state: offer.state } });
  }
  if (status !== null && !canMove(application.status, status)) {
    throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  }
  const now = nowOf(services);
  const step = { applicationId, from: application.status, reasonCode, note: note?.trim() || null };
  await services.system.commit([
    store.offers.save({ ...offer, state: to, updatedAt: now }, offer.revision),
    ...(status === null
      ? []
      : [
          store.applications.move(applicationId, application.status, status, now),
          statusEvent(context, { ...step, to: status }),
        ]),
    audited(context, offer, `offer.${to}`, reasonCode ? { reason: reasonCode } : {}),
  ]);
}
