import { AppError } from '../errors/app-error.ts';
import { surelyNotDone } from '../platform/surely-not-done.ts';
import type {
  InstanceState,
  InstanceTrace,
  NewInstance,
  PlatformApprovals,
} from '../ports/platform-approvals.ts';
import type { ApprovalRow, PlatformLedger } from '../ports/repositories/approvals.ts';
import type { TenantContext } from '../ports/services.ts';
import { actOf, advanced, audited } from './settle.ts';

/** A try without an answer may still arrive at the platform so long afterwards; a look before that proves nothing. */
export const settleMs = 120_000;
const looksBelieved = 2;
const lookAgainMs = 60_000;
/** The platform's clock may differ. */
const clockSkewMs = 300_000;

/** A request that is on its way, with the number of the row that the next write must meet. */
export interface Sending {
  readonly row: ApprovalRow;
  readonly ledger: PlatformLedger;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** Where nothing can be listed, the event of a start is waited for so long. */
const hearMs = 1_800_000;

/** Answers that mean that the platform has made nothing. All others leave it open. */
const nothingMade = (error: AppError | null): boolean =>
  error?.code === 'PLATFORM_PERMISSION' ||
  error?.code === 'PLATFORM_DISCONNECTED' ||
  error?.code === 'PLATFORM_SETTINGS' ||
  surelyNotDone(error);

/** Writes into the ledger, and when to go on. The row that comes back carries the new revision and tick. */
export async function noted(
  context: TenantContext,
  { row, ledger }: Sending,
  set: Partial<PlatformLedger>,
  nextAt: number,
): Promise<Sending> {
  const next = { ...ledger, ...set };
  await context.services.system.commit([
    ...(await advanced(context, row, { ledger: next, nextAt: iso(nextAt) })),
  ]);
  return { row: { ...row, ledger: next, revision: row.revision + 1, tick: row.tick + 1 }, ledger: next };
}

async function adopted(context: TenantContext, { row, ledger }: Sending, instanceId: string): Promise<void> {
  const { services } = context;
  const now = services.clock.now().getTime();
  const sent: PlatformLedger = { ...ledger, stage: 'sent', errorCode: null };
  await services.system.commit([
    // Looked at at once: who is asked now is only known to the platform.
    ...(await advanced(context, row, { ledger: sent, instanceId, nextAt: iso(now) })),
    actOf(context, { approvalId: row.id, act: 'sent_to_platform' }),
    audited(context, row, 'approval.sent', { platform: ledger.platform, tries: ledger.tries }),
  ]);
}

/** The instance of an earlier try, recognised by the request id in its form. */
async function lost(
  find: NonNullable<PlatformApprovals['find']>,
  approvals: PlatformApprovals,
  trace: InstanceTrace,
): Promise<string | null> {
  for (const id of await find(trace)) {
    const instance = await approvals.read(id);
    if (instance && carries(instance, trace.requestId)) return id;
  }
  return null;
}

/** Whether a form was filled by Jinji for that request. */
const carries = ({ texts }: InstanceState, requestId: string): boolean =>
  [...texts.values()].some((text) => text.trim() === requestId);

/** Whether an earlier try may have made an instance that nobody has heard of. */
const open = ({ stage }: PlatformLedger): boolean => stage === 'sending' || stage === 'unclear';

/** Waits for the event of a start; after `until` a person has to look, for a second form on a manager's phone is worse than none. */
async function unheard(context: TenantContext, sending: Sending, until: number): Promise<void> {
  const now = context.services.clock.now().getTime();
  if (now >= until) return gaveUp(context, sending, 'APPROVAL_UNCLEAR');
  await noted(context, sending, {}, until);
}

/**
 * Takes an instance that an event named as the one of a try without an answer, if its form says so.
 * @returns whether it was one
 */
export async function adoptIfOurs(
  context: TenantContext,
  approvals: PlatformApprovals,
  instanceId: string,
): Promise<boolean> {
  if (approvals.find !== null) return false;
  const { items } = await context.store.approvals.list({ state: 'pending' }, { limit: 100 });
  const unheardOf = items.flatMap((row) =>
    row.ledger && open(row.ledger) ? [{ row, ledger: row.ledger }] : [],
  );
  if (unheardOf.length === 0) return false;
  const instance = await approvals.read(instanceId);
  const sending = instance && unheardOf.find(({ row }) => carries(instance, row.id));
  if (!sending) return false;
  await adopted(context, sending, instanceId);
  return true;
}

/** What came of one try; `wait` says when to go on. */
type Tried = { readonly done: true } | { readonly done: false; readonly sending: Sending };

/** Looks for the instance of an earlier try before there is another one. */
async function searched(
  context: TenantContext,
  sending: Sending,
  approvals: PlatformApprovals,
): Promise<Tried> {
  const { row, ledger } = sending;
  if (!open(ledger) || approvals.idempotent || ledger.firstTryAt === null || ledger.lastTryAt === null) {
    return { done: false, sending };
  }
  const now = context.services.clock.now().getTime();
  if (approvals.find === null) {
    await unheard(context, sending, ledger.lastTryAt + hearMs);
    return { done: true };
  }
  const trace: InstanceTrace = {
    requestId: row.id,
    definitionId: ledger.definitionId,
    askerId: ledger.askerId,
    from: ledger.firstTryAt - clockSkewMs,
    to: Math.max(now, ledger.lastTryAt) + clockSkewMs,
  };
  const found = await lost(approvals.find, approvals, trace);
  if (found === null) {
    // A list may come cut off: what is not found is looked for once more before it is sent again.
    if (ledger.emptyLooks + 1 >= looksBelieved) return { done: false, sending };
    await noted(context, sending, { emptyLooks: ledger.emptyLooks + 1 }, now + lookAgainMs);
    return { done: true };
  }
  await adopted(context, sending, found);
  return { done: true };
}

/** When a try that has failed is repeated: the platform's own word, else one minute, two, four … an hour at most. */
const again = (tries: number, seconds: number): number =>
  Math.max(seconds * 1000, Math.min(60_000 * 2 ** Math.max(0, tries - 1), 3_600_000));

/**
 * One try to start the instance. The ledger says "sending" before the platform is asked and what came of it afterwards, so that a
 * process that dies in between, or an answer that is lost, leads to a look and never to a second instance.
 */
export async function trySending(
  context: TenantContext,
  before: Sending,
  approvals: PlatformApprovals,
  instance: NewInstance,
): Promise<void> {
  const { services } = context;
  const clock = () => services.clock.now().getTime();
  const { ledger } = before;
  const wait = ledger.lastTryAt === null ? 0 : ledger.lastTryAt + settleMs - clock();
  if (open(ledger) && !approvals.idempotent && wait > 0) {
    await noted(context, before, {}, clock() + wait);
    return;
  }
  const looked = await searched(context, before, approvals);
  if (looked.done) return;
  await approvals.follow(ledger.definitionId);
  const now = clock();
  const started = {
    stage: 'sending',
    tries: ledger.tries + 1,
    firstTryAt: ledger.firstTryAt ?? now,
    lastTryAt: now,
    emptyLooks: 0,
  } as const;
  // Should this process die now, the work goes on from "sending" when the platform must have settled.
  const sending = await noted(context, looked.sending, started, now + settleMs);
  let instanceId: string;
  try {
    instanceId = await approvals.create(instance);
  } catch (error) {
    return failed(context, sending, error);
  }
  await adopted(context, sending, instanceId);
}

async function failed(context: TenantContext, sending: Sending, error: unknown): Promise<void> {
  const { services } = context;
  const known = error instanceof AppError ? error : null;
  const errorCode = known?.code ?? 'INTERNAL';
  services.log.warn('approval.not_sent', { approval: sending.row.id, code: errorCode });
  if (known?.code === 'APPROVAL_REFUSED') return gaveUp(context, sending, errorCode);
  const now = services.clock.now().getTime();
  const delay = again(sending.ledger.tries, Number(known?.details.seconds ?? 0));
  const made = nothingMade(known);
  await noted(
    context,
    sending,
    { stage: made ? 'to_send' : 'unclear', errorCode },
    now + (made ? delay : Math.max(delay, settleMs)),
  );
}

/** Ends a request that the platform will not take: the offer is a draft again, and the reason stands in the ledger. */
export async function gaveUp(
  context: TenantContext,
  { row, ledger }: Sending,
  errorCode: string,
): Promise<void> {
  await context.services.system.commit([
    ...(await advanced(context, row, {
      state: 'withdrawn',
      ledger: { ...ledger, stage: 'refused', errorCode },
    })),
    actOf(context, { approvalId: row.id, act: 'platform_failed', note: errorCode }),
    audited(context, row, 'approval.not_sent', { code: errorCode }),
  ]);
}
