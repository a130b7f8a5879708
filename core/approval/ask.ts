import { statusEvent } from '../application/admit-candidate.ts';
import { canMove } from '../application/application.ts';
import { AppError } from '../errors/app-error.ts';
import { canMoveOffer, missingTerms } from '../offer/offer.ts';
import type { ApprovalRow } from '../ports/repositories/approvals.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { involved, nextDue, openNext, staffKey, waitingFor } from './approval.ts';
import { type ApprovalContent, contentOf, contentPurpose, hashedContent, type Subject } from './content.ts';
import { mirrorLater } from './mirror-todo.ts';
import { type ApprovalPlan, planApproval, planProblem } from './plan.ts';
import { actOf, audited, news } from './settle.ts';

const subjectOf = (subject: Subject): Pick<ApprovalRow, 'subjectKind' | 'subjectId' | 'offerId'> =>
  subject.kind === 'offer'
    ? { subjectKind: 'application', subjectId: subject.offer.applicationId, offerId: subject.offer.id }
    : { subjectKind: 'job', subjectId: subject.job.id, offerId: null };

const linkOf = ({ services }: TenantContext, subject: Subject): string =>
  subject.kind === 'offer'
    ? `${services.publicUrl}/app/candidates/${subject.offer.applicationId}`
    : `${services.publicUrl}/app/jobs/${subject.job.id}`;

/** Who would be asked, and what stands in the way; nothing is written. */
export async function previewApproval(context: TenantContext, subject: Subject): Promise<ApprovalPlan> {
  return planApproval(context, subject.kind, contentOf(subject, 'preview', linkOf(context, subject)));
}

function ready(subject: Subject): void {
  if (subject.kind !== 'offer') return;
  const missing = missingTerms(subject.terms);
  if (missing.length > 0) throw new AppError('OFFER_INCOMPLETE', { details: { fields: missing } });
}

/** The steps that an offer and its application take with the request. */
async function offerSteps(
  context: TenantContext,
  subject: Subject,
  to: { readonly state: 'in_approval' | 'approved'; readonly approvalId: string | null },
): Promise<readonly Change[]> {
  if (subject.kind !== 'offer') return [];
  const { services, store } = context;
  const { offer } = subject;
  const application = await store.applications.get(offer.applicationId);
  if (!application) throw new AppError('NOT_FOUND');
  const moves = application.status !== 'offer_approval';
  if (!canMoveOffer(offer.state, to.state))
    throw new AppError('STATE_CONFLICT', { details: { state: offer.state } });
  if (moves && !canMove(application.status, 'offer_approval')) {
    throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  }
  const now = nowOf(services);
  return [
    store.offers.save({ ...offer, ...to, updatedAt: now }, offer.revision),
    ...(moves
      ? [
          store.applications.move(application.id, application.status, 'offer_approval', now),
          statusEvent(context, {
            applicationId: application.id,
            from: application.status,
            to: 'offer_approval',
          }),
        ]
      : []),
  ];
}

async function newRow(
  context: TenantContext,
  subject: Subject,
  {
    plan,
    content,
    id,
  }: { readonly plan: ApprovalPlan; readonly content: ApprovalContent; readonly id: string },
): Promise<ApprovalRow> {
  const { services, tenantId, actor } = context;
  const now = nowOf(services);
  const waiting = plan.steps.map(({ step }) => step);
  const own = plan.way === 'own' ? openNext(waiting, now) : { steps: waiting, state: 'pending' as const };
  const { platform } = plan;
  return {
    id,
    kind: subject.kind,
    ...subjectOf(subject),
    contentSealed: await services.secrets.seal(tenantId, contentPurpose(id), JSON.stringify(content)),
    contentHash: await services.digest.sha256(hashedContent(subject)),
    state: own.state,
    revision: 1,
    chainNumber: plan.chain?.number ?? 0,
    way: platform ? 'platform' : 'own',
    steps: own.steps,
    waitingFor: platform ? [] : waitingFor(own.steps),
    involved: involved(own.steps),
    ledger: platform && {
      platform: platform.mapping.platform,
      definitionId: platform.mapping.definitionId,
      askerId: platform.askerId,
      stage: 'to_send',
      tries: 0,
      firstTryAt: null,
      lastTryAt: null,
      seenActs: 0,
      emptyLooks: 0,
      errorCode: null,
      lastReadAt: null,
    },
    instanceId: null,
    tick: 1,
    askedBy: actor.id ?? '',
    askedAt: now,
    updatedAt: now,
    endedAt: null,
  };
}

/**
 * Asks for agreement. Who decides is found before anything is written; with a problem nothing is sent. Where the company wants no
 * agreement for this kind, an offer counts as approved at once and null is answered.
 * @throws AppError `APPROVAL_UNRESOLVED`; `OFFER_INCOMPLETE`; `STATE_CONFLICT` where the flow has no such step; `CONFLICT` when a
 *   request is pending already
 */
export async function askForApproval(context: TenantContext, subject: Subject): Promise<ApprovalRow | null> {
  const { services, store, tenantId, actor } = context;
  ready(subject);
  const id = services.ids.next('apv');
  const content = contentOf(subject, id, linkOf(context, subject));
  const plan = await planApproval(context, subject.kind, content);
  const problem = planProblem(plan);
  if (problem !== null) throw new AppError('APPROVAL_UNRESOLVED', { details: { problem } });
  if (plan.way === 'none') {
    await withoutApproval(context, subject);
    return null;
  }
  const row = await newRow(context, subject, { plan, content, id });
  const due = row.way === 'platform' ? nowOf(services) : nextDue(row.steps);
  await services.system.commit([
    store.approvals.add(row),
    actOf(context, { approvalId: id, act: 'asked', by: staffKey(actor.id ?? '') }),
    ...(await offerSteps(context, subject, { state: 'in_approval', approvalId: id })),
    ...(due === null
      ? []
      : [services.system.enqueue(tenantId, 'approval.advance', { approvalId: id, tick: 1 }, { runAt: due })]),
    ...news(context, row, []),
    ...mirrorLater(context, row),
    audited(context, row, 'approval.asked', {
      way: row.way,
      chain: row.chainNumber,
      steps: row.steps.length,
    }),
  ]);
  return row;
}

async function withoutApproval(context: TenantContext, subject: Subject): Promise<void> {
  if (subject.kind !== 'offer') return;
  const { services, store, actor } = context;
  await services.system.commit([
    ...(await offerSteps(context, subject, { state: 'approved', approvalId: null })),
    store.audit.add({
      actor,
      action: 'offer.approved_without_chain',
      subjectKind: 'application',
      subjectId: subject.offer.applicationId,
      at: nowOf(services),
      data: { number: subject.offer.number },
    }),
  ]);
}
