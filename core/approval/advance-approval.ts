import { AppError } from '../errors/app-error.ts';
import { untilUndisturbed } from '../organisation/apply-read.ts';
import type { PlatformApprovals } from '../ports/platform-approvals.ts';
import type { ApprovalRow } from '../ports/repositories/approvals.ts';
import { nowOf, type Services, type TenantContext, tenantContext } from '../ports/services.ts';
import { overdue } from './approval.ts';
import { noChain } from './chain.ts';
import { openContent } from './content.ts';
import { ended, subjectRuns } from './decide-approval.ts';
import { lookAgain, readInstance } from './follow-instance.ts';
import { filledForm } from './form-mapping.ts';
import { peopleBook } from './people-book.ts';
import { approvalsFor, officeStepsOf } from './platform-way.ts';
import { adoptIfOurs, gaveUp, noted, type Sending, trySending } from './send-to-platform.ts';
import { actOf, audited, progressed } from './settle.ts';

/** A try that fails is repeated at least so much later. */
const restMs = 60_000;

const systemContext = (services: Services, tenantId: string): TenantContext =>
  tenantContext(services, tenantId, { kind: 'system', id: null }, 'zh');

/**
 * Goes on with a request where it stands: a passed deadline, an instance to start, one to look at. Each piece of work carries the
 * number of its turn; what is no longer its turn does nothing, so that repetition is harmless.
 */
export async function advanceWork(
  services: Services,
  tenantId: string,
  { approvalId, tick }: { readonly approvalId: string; readonly tick: number },
): Promise<void> {
  const context = systemContext(services, tenantId);
  const row = await context.store.approvals.get(approvalId);
  if (row?.tick !== tick) return;
  if (row.state === 'withdrawn') return cancelThere(context, row);
  if (row.state !== 'pending') return;
  try {
    await goOn(context, row);
  } catch (error) {
    // Somebody else decided or sent in the same moment: what they wrote carries its own next turn.
    if (error instanceof AppError && error.code === 'CONFLICT') return;
    if (row.ledger === null) throw error;
    await goOnLater(context, approvalId, error);
  }
}

/** Ends the instance of a request that was taken back here; where only its asker can, it is left to them. */
async function cancelThere(context: TenantContext, { ledger, instanceId }: ApprovalRow): Promise<void> {
  if (ledger?.stage !== 'sent' || instanceId === null) return;
  const approvals = await approvalsFor(context, ledger.platform);
  if (typeof approvals === 'string' || approvals.cancel === null) return;
  const instance = await approvals.read(instanceId);
  if (instance?.state !== 'pending') return;
  await approvals.cancel({ id: instanceId, definitionId: ledger.definitionId, askerId: ledger.askerId });
}

async function goOn(context: TenantContext, row: ApprovalRow): Promise<void> {
  const settled = row.ledger === null || row.ledger.stage === 'to_send' || row.ledger.stage === 'sent';
  if (settled && !(await subjectRuns(context, row))) {
    await context.services.system.commit(await ended(context, row, 'withdrawn'));
    return;
  }
  if (row.ledger === null) return ownDeadline(context, row);
  const approvals = await approvalsFor(context, row.ledger.platform);
  if (typeof approvals === 'string')
    return gaveUp(context, { row, ledger: row.ledger }, 'PLATFORM_DISCONNECTED');
  if (row.ledger.stage !== 'sent') return send(context, { row, ledger: row.ledger }, approvals);
  if (!(await readInstance(context, row.id, approvals))) throw new AppError('PLATFORM_UNEXPECTED');
}

async function ownDeadline(context: TenantContext, row: ApprovalRow): Promise<void> {
  const progress = overdue(row.steps, nowOf(context.services));
  if (!progress) return;
  if (progress.state === 'timed_out') {
    await context.services.system.commit(await ended(context, row, 'timed_out'));
    return;
  }
  await context.services.system.commit([
    ...(await progressed(context, row, progress)),
    actOf(context, { approvalId: row.id, act: 'escalated' }),
    audited(context, row, 'approval.escalated'),
  ]);
}

async function send(context: TenantContext, sending: Sending, approvals: PlatformApprovals): Promise<void> {
  const { store } = context;
  const { row, ledger } = sending;
  const chains = await store.approvals.chains(row.kind);
  const chain = chains.find(({ number }) => number === row.chainNumber)?.definition ?? noChain;
  const content = await openContent(context, row);
  if (!chain.platform || !content) return gaveUp(context, sending, 'NOT_FOUND');
  const book = await peopleBook(store);
  const asker = await (await book.office())?.person(ledger.askerId);
  const { values } = filledForm(chain.platform, { fields: chain.platform.fields }, content);
  const position = content.fields.find(({ field }) => field === 'position')?.value ?? '';
  const steps = chain.platform.deciders === 'jinji' ? await officeStepsOf(book, row.steps) : null;
  await trySending(context, sending, approvals, {
    requestId: row.id,
    definitionId: ledger.definitionId,
    asker: { id: ledger.askerId, departmentIds: asker?.departmentIds ?? [] },
    summary: position,
    values,
    steps,
  });
}

/** Says in the ledger why a request stands still and goes on later. An instance is never given up on a doubt. */
async function goOnLater(context: TenantContext, approvalId: string, error: unknown): Promise<void> {
  const { services, store } = context;
  const row = await store.approvals.get(approvalId);
  if (row?.state !== 'pending' || row.ledger === null) return;
  const known = error instanceof AppError ? error : null;
  const errorCode = known?.code ?? 'INTERNAL';
  const now = services.clock.now().getTime();
  services.log.warn('approval.stands', { approval: approvalId, code: errorCode, stage: row.ledger.stage });
  const asked = now + Number(known?.details.seconds ?? 0) * 1000;
  const own = row.ledger.stage === 'sent' ? lookAgain(now, row.ledger) : now + restMs;
  await noted(context, { row, ledger: row.ledger }, { errorCode }, Math.max(asked, own));
}

/** Looks at once at the instances that an event named; ids of other people's approvals are passed over. */
export async function approvalsChanged(
  services: Services,
  tenantId: string,
  instanceIds: readonly string[],
): Promise<void> {
  const context = systemContext(services, tenantId);
  for (const instanceId of instanceIds) {
    const row = await context.store.approvals.byInstance(instanceId);
    if (!row) await startHeard(context, instanceId);
    if (row?.state !== 'pending' || row.ledger === null) continue;
    const approvals = await approvalsFor(context, row.ledger.platform);
    if (typeof approvals !== 'string') await readInstance(context, row.id, approvals);
  }
}

/** An event of an instance that nobody here knows: it may be the one whose answer was lost. */
async function startHeard(context: TenantContext, instanceId: string): Promise<void> {
  const installation = await context.store.platform.installation();
  if (!installation) return;
  const approvals = await approvalsFor(context, installation.platform);
  if (typeof approvals === 'string') return;
  await untilUndisturbed(() => adoptIfOurs(context, approvals, instanceId));
}
