import { closeCards, notify } from '../message/notify.ts';
import { canMoveOffer, type OfferState } from '../offer/offer.ts';
import type { ApprovalAct, ApprovalRow } from '../ports/repositories/approvals.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import {
  type ApprovalState,
  type ApproverKey,
  involved,
  nextDue,
  type Progress,
  waitingFor,
} from './approval.ts';
import { mirrorLater } from './mirror-todo.ts';

/** A line of a request's history. */
export const actOf = (
  { services, store }: TenantContext,
  act: Pick<ApprovalAct, 'approvalId' | 'act'> & Partial<Pick<ApprovalAct, 'by' | 'to' | 'note' | 'at'>>,
): Change =>
  store.approvals.addAct({
    id: services.ids.next('apa'),
    by: null,
    to: null,
    note: null,
    at: nowOf(services),
    ...act,
  });

/** The audit's line of the same. @param data codes and ids only */
export const audited = (
  { services, store, actor }: TenantContext,
  row: ApprovalRow,
  action: string,
  data: Readonly<Record<string, unknown>> = {},
): Change =>
  store.audit.add({
    actor,
    action,
    subjectKind: 'approval',
    subjectId: row.id,
    at: nowOf(services),
    data: { kind: row.kind, ...data },
  });

const offerAfter: Readonly<Record<Exclude<ApprovalState, 'pending'>, OfferState>> = {
  approved: 'approved',
  rejected: 'refused',
  withdrawn: 'draft',
  timed_out: 'draft',
};

/** What the end of a request does to its offer. */
async function offerChanges(
  context: TenantContext,
  row: ApprovalRow,
  state: ApprovalState,
): Promise<readonly Change[]> {
  const { services, store } = context;
  if (row.offerId === null || state === 'pending') return [];
  const offer = await store.offers.get(row.offerId);
  const next = offerAfter[state];
  if (!offer || offer.approvalId !== row.id || !canMoveOffer(offer.state, next)) return [];
  return [store.offers.save({ ...offer, state: next, updatedAt: nowOf(services) }, offer.revision)];
}

const staffIn = (keys: readonly ApproverKey[]): readonly string[] =>
  keys.flatMap((key) => (key.startsWith('staff:') ? [key.slice(6)] : []));

/** Tells whoever is asked now, and whoever asked once it is over. */
export function news(
  context: TenantContext,
  row: ApprovalRow,
  before: readonly ApproverKey[],
): readonly Change[] {
  const applicationId = row.subjectKind === 'application' ? row.subjectId : null;
  const about = { subjectId: row.id, applicationId, params: { kind: row.kind } };
  if (row.state !== 'pending') {
    const params = { kind: row.kind, state: row.state };
    return [
      ...notify(context, { ...about, kind: 'approval_decided', to: [row.askedBy], params }),
      closeCards(context, row.id, 'decided'),
    ];
  }
  const fresh = row.waitingFor.filter((key) => !before.includes(key));
  return notify(context, { ...about, kind: 'approval_asked', to: staffIn(fresh) });
}

/** A request as it goes on: what is new about it. */
export type Advance = Partial<
  Pick<ApprovalRow, 'steps' | 'state' | 'ledger' | 'instanceId' | 'waitingFor'>
> & {
  /** When its follow-up work is due next; absent: as the steps say. */
  readonly nextAt?: string | null;
};

/**
 * Writes how a request goes on, with everything that follows: its offer, its next follow-up work. Guarded by the row's revision, so
 * that two who decide at once never both count.
 */
export async function advanced(
  context: TenantContext,
  row: ApprovalRow,
  { nextAt, ...set }: Advance,
): Promise<readonly Change[]> {
  const { services, store, tenantId } = context;
  const now = nowOf(services);
  const steps = set.steps ?? row.steps;
  const state = set.state ?? row.state;
  const ended = state !== 'pending';
  const due = ended ? null : nextAt === undefined ? nextDue(steps) : nextAt;
  const tick = row.tick + 1;
  const waits = ended ? [] : (set.waitingFor ?? (row.way === 'own' ? waitingFor(steps) : row.waitingFor));
  const next: ApprovalRow = {
    ...row,
    ...set,
    steps,
    state,
    waitingFor: waits,
    involved: [...new Set([...row.involved, ...involved(steps), ...waits])],
    tick,
    updatedAt: now,
    endedAt: ended ? (row.endedAt ?? now) : null,
  };
  return [
    store.approvals.save(next, row.revision),
    ...(due === null
      ? []
      : [
          services.system.enqueue(tenantId, 'approval.advance', { approvalId: row.id, tick }, { runAt: due }),
        ]),
    ...(ended ? await offerChanges(context, row, state) : []),
    ...news(context, next, row.waitingFor),
    ...mirrorLater(context, next),
  ];
}

/** The writes of a step's progress. */
export const progressed = (
  context: TenantContext,
  row: ApprovalRow,
  { steps, state }: Progress,
): Promise<readonly Change[]> => advanced(context, row, { steps, state });

/** All names of whoever acts. */
export type ActingKeys = readonly ApproverKey[];
