import { isOpen } from '../application/application.ts';
import { AppError } from '../errors/app-error.ts';
import type { ApprovalRow } from '../ports/repositories/approvals.ts';
import type { TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { closeSteps, decide, type Progress, passOn, staffKey } from './approval.ts';
import { peopleBook } from './people-book.ts';
import { actOf, advanced, audited, progressed } from './settle.ts';

async function pendingRow({ store }: TenantContext, id: string): Promise<ApprovalRow> {
  const row = await store.approvals.get(id);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.state !== 'pending') throw new AppError('STATE_CONFLICT', { details: { state: row.state } });
  return row;
}

async function ownRow(context: TenantContext, id: string): Promise<ApprovalRow> {
  const row = await pendingRow(context, id);
  if (row.way === 'platform') throw new AppError('APPROVAL_ON_PLATFORM');
  return row;
}

/** Whether what a request is about still runs; an agreement to a withdrawn application means nothing. */
export async function subjectRuns({ store }: TenantContext, row: ApprovalRow): Promise<boolean> {
  if (row.subjectKind === 'job') return (await store.jobs.get(row.subjectId))?.state !== 'closed';
  const application = await store.applications.get(row.subjectId);
  return application !== null && isOpen(application.status);
}

/**
 * One approver's word, with a reason where they refuse.
 * @throws AppError `APPROVAL_NOT_YOURS`, `APPROVAL_ON_PLATFORM`, `STATE_CONFLICT` when it is over, `CONFLICT` when somebody else
 *   decided in the same moment
 */
export async function decideApproval(
  context: TenantContext,
  id: string,
  { verdict, reason }: { readonly verdict: 'agreed' | 'refused'; readonly reason: string },
): Promise<void> {
  const { services, store, actor, lang } = context;
  const row = await ownRow(context, id);
  if (verdict === 'refused' && reason.trim() === '') {
    const problem = lang === 'zh' ? '请写明不同意的原因' : 'say why you do not agree';
    throw new AppError('BAD_REQUEST', { details: { field: 'reason', problem } });
  }
  if (!(await subjectRuns(context, row))) {
    await services.system.commit(await ended(context, row, 'withdrawn'));
    throw new AppError('STATE_CONFLICT', { details: { state: 'withdrawn' } });
  }
  const keys = (await peopleBook(store)).keysOf(actor.id ?? '');
  const at = services.clock.now().toISOString();
  const progress = decide(row.steps, { keys, verdict, at });
  if (!progress) throw new AppError('APPROVAL_NOT_YOURS');
  await services.system.commit([
    ...(await progressed(context, row, progress)),
    actOf(context, {
      approvalId: id,
      act: verdict,
      by: staffKey(actor.id ?? ''),
      note: reason.trim() || null,
    }),
    audited(context, row, 'approval.decided', { verdict, state: progress.state }),
  ]);
}

/** Ends a request from outside its steps. What runs on a platform is taken back there by the work that follows. */
export async function ended(
  context: TenantContext,
  row: ApprovalRow,
  state: 'withdrawn' | 'timed_out',
): Promise<readonly Change[]> {
  const { services, tenantId } = context;
  const progress: Progress = { steps: closeSteps(row.steps), state };
  const there = row.ledger?.stage === 'sent';
  return [
    ...(there
      ? [services.system.enqueue(tenantId, 'approval.advance', { approvalId: row.id, tick: row.tick + 1 })]
      : []),
    ...(await progressed(context, row, progress)),
    actOf(context, {
      approvalId: row.id,
      act: state,
      by: context.actor.kind === 'person' ? staffKey(context.actor.id ?? '') : null,
    }),
    audited(context, row, `approval.${state}`),
  ];
}

/**
 * Gives one's place to somebody else.
 * @throws AppError `APPROVAL_NOT_YOURS`; `BAD_REQUEST` when the other one has left, is unknown, asked for it, or is asked already
 */
export async function passOnApproval(
  context: TenantContext,
  id: string,
  { to, reason }: { readonly to: string; readonly reason: string },
): Promise<void> {
  const { services, store, actor, lang } = context;
  const row = await ownRow(context, id);
  const book = await peopleBook(store);
  const keys = book.keysOf(actor.id ?? '');
  const entry = await book.find(to);
  const taken = row.waitingFor.includes(entry?.key ?? '') || keys.includes(entry?.key ?? '');
  if (!entry?.present || entry.personId === row.askedBy || taken) {
    const problem =
      lang === 'zh'
        ? '请选择在职、且不是发起人的其他同事'
        : 'choose another colleague who did not ask for it';
    throw new AppError('BAD_REQUEST', { details: { field: 'to', problem } });
  }
  const steps = passOn(row.steps, { keys, to: entry.key, at: services.clock.now().toISOString() });
  if (!steps) throw new AppError('APPROVAL_NOT_YOURS');
  await services.system.commit([
    ...(await advanced(context, row, { steps })),
    actOf(context, {
      approvalId: id,
      act: 'passed_on',
      by: staffKey(actor.id ?? ''),
      to: entry.key,
      note: reason.trim() || null,
    }),
    audited(context, row, 'approval.passed_on'),
  ]);
}
