import { untilUndisturbed } from '../organisation/apply-read.ts';
import type { InstanceState, PlatformApprovals } from '../ports/platform-approvals.ts';
import type { ApprovalRow, PlatformLedger } from '../ports/repositories/approvals.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { type ApproverKey, closeSteps, officeKey } from './approval.ts';
import { type PeopleBook, peopleBook } from './people-book.ts';
import { type Advance, actOf, advanced, audited } from './settle.ts';

const minuteMs = 60_000;

/**
 * When an instance is looked at again although no event came: events are the rule, this makes up for lost ones and spares monthly
 * quotas. Ten minutes at first, a quarter of its age later, six hours at most.
 */
export function nextLook(now: string, sentAt: number): string {
  const age = Date.parse(now) - sentAt;
  const wait = Math.min(Math.max(10 * minuteMs, age / 4), 360 * minuteMs);
  return new Date(Date.parse(now) + wait).toISOString();
}

/**
 * When a look that failed is repeated, in milliseconds since 1970: after a minute, then after as long again as it has failed, and
 * never later than a look that succeeds is followed by the next.
 */
export function lookAgain(
  now: number,
  { firstTryAt, lastTryAt, lastReadAt }: Pick<PlatformLedger, 'firstTryAt' | 'lastTryAt' | 'lastReadAt'>,
): number {
  const sentAt = firstTryAt ?? now;
  const due = lastReadAt === null ? (lastTryAt ?? now) : Date.parse(nextLook(lastReadAt, sentAt));
  const regular = Date.parse(nextLook(new Date(now).toISOString(), sentAt));
  return Math.min(now + Math.max(minuteMs, now - due), regular);
}

const keyIn = async (book: PeopleBook, officeId: string): Promise<ApproverKey> =>
  (await book.find(officeKey(officeId)))?.key ?? officeKey(officeId);

/** What the platform's people did since the last look, as lines of the history. */
async function newActs(
  context: TenantContext,
  row: ApprovalRow,
  { acts }: InstanceState,
  book: PeopleBook,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { personId, verdict, comment, at } of acts.slice(row.ledger?.seenActs ?? 0)) {
    const by = await keyIn(book, personId);
    const line = { approvalId: row.id, act: verdict, by, note: comment };
    changes.push(actOf(context, at === null ? line : { ...line, at }));
  }
  return changes;
}

const stateOf = (instance: InstanceState): ApprovalRow['state'] => instance.state;

/** The writes that bring a request to what the platform says of its instance. */
async function follow(
  context: TenantContext,
  row: ApprovalRow,
  instance: InstanceState,
): Promise<readonly Change[]> {
  const { services, store } = context;
  const now = nowOf(services);
  const book = await peopleBook(store);
  const acts = await newActs(context, row, instance, book);
  const waiting = await Promise.all(instance.waitingFor.map((id) => keyIn(book, id)));
  const state = stateOf(instance);
  const seenActs = Math.max(row.ledger?.seenActs ?? 0, instance.acts.length);
  const set: Advance = {
    state,
    waitingFor: waiting,
    ledger: row.ledger && { ...row.ledger, errorCode: null, lastReadAt: now, seenActs },
    ...(state === 'pending' ? {} : { steps: closeSteps(row.steps) }),
    nextAt: nextLook(now, row.ledger?.firstTryAt ?? Date.parse(row.askedAt)),
  };
  const settled: readonly Change[] =
    state === 'pending'
      ? []
      : [
          audited(context, row, 'approval.decided', { state, by: 'platform' }),
          ...(state === 'withdrawn' ? [actOf(context, { approvalId: row.id, act: 'withdrawn' })] : []),
        ];
  return [...(await advanced(context, row, set)), ...acts, ...settled];
}

/**
 * Asks the platform how an instance stands and writes that. Twice is as good as once; an instance that the platform does not know
 * changes nothing.
 * @returns false when the platform knows no such instance
 */
export async function readInstance(
  context: TenantContext,
  approvalId: string,
  approvals: PlatformApprovals,
): Promise<boolean> {
  const { services, store } = context;
  const before = await store.approvals.get(approvalId);
  if (!before?.instanceId || before.state !== 'pending') return true;
  const instance = await approvals.read(before.instanceId);
  if (instance === null) return false;
  await untilUndisturbed(async () => {
    const row = await store.approvals.get(approvalId);
    if (row?.state !== 'pending') return;
    await services.system.commit(await follow(context, row, instance));
  });
  return true;
}
