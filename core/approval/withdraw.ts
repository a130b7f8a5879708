import { AppError } from '../errors/app-error.ts';
import type { ApprovalRow } from '../ports/repositories/approvals.ts';
import type { TenantContext } from '../ports/services.ts';
import { ended } from './decide-approval.ts';
import { readInstance } from './follow-instance.ts';
import { approvalsFor } from './platform-way.ts';

/**
 * Takes a pending request back. On a platform the instance is cancelled there first, and what the platform then says counts: it may
 * have been decided in the same moment.
 * @throws AppError `NOT_FOUND`, `STATE_CONFLICT` when it is over, `FORBIDDEN` for somebody who neither asked nor may decide for the
 *   company, `APPROVAL_BEING_SENT`, `APPROVAL_WITHDRAW_THERE` where the platform lets only its own client do it
 */
export async function withdrawApproval(
  context: TenantContext,
  id: string,
  mayForOthers: boolean,
): Promise<void> {
  const { services, store, actor } = context;
  const row = await store.approvals.get(id);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.askedBy !== actor.id && !mayForOthers) throw new AppError('FORBIDDEN');
  if (row.state !== 'pending') throw new AppError('STATE_CONFLICT', { details: { state: row.state } });
  if (row.ledger === null || row.ledger.stage === 'to_send' || row.ledger.stage === 'refused') {
    await services.system.commit(await ended(context, row, 'withdrawn'));
    return;
  }
  if (row.ledger.stage !== 'sent' || row.instanceId === null) throw new AppError('APPROVAL_BEING_SENT');
  await cancelThere(context, row, row.instanceId);
}

async function cancelThere(context: TenantContext, row: ApprovalRow, instanceId: string): Promise<void> {
  const { ledger } = row;
  if (ledger === null) return;
  const approvals = await approvalsFor(context, ledger.platform);
  if (typeof approvals === 'string') {
    // The connection is gone: nothing there can be reached or decided for us any more.
    await context.services.system.commit(await ended(context, row, 'withdrawn'));
    return;
  }
  if (approvals.cancel === null) throw new AppError('APPROVAL_WITHDRAW_THERE');
  await approvals.cancel({ id: instanceId, definitionId: ledger.definitionId, askerId: ledger.askerId });
  await readInstance(context, row.id, approvals);
}
