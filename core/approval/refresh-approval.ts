import { AppError } from '../errors/app-error.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { readInstance } from './follow-instance.ts';
import { approvalsFor } from './platform-way.ts';

/**
 * Looks at the platform now; a request that is not sent yet is tried at once by the background work.
 * @throws AppError `NOT_FOUND`, and what the platform answers
 */
export async function refreshApproval(context: TenantContext, id: string): Promise<void> {
  const { services, store, tenantId } = context;
  const row = await store.approvals.get(id);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.state !== 'pending' || row.ledger === null) return;
  if (row.ledger.stage !== 'sent') {
    const runAt = nowOf(services);
    await store.commit([
      services.system.enqueue(tenantId, 'approval.advance', { approvalId: id, tick: row.tick }, { runAt }),
    ]);
    return;
  }
  const approvals = await approvalsFor(context, row.ledger.platform);
  if (typeof approvals === 'string')
    throw new AppError('PLATFORM_DISCONNECTED', {
      details: { platform: row.ledger.platform, platformCode: approvals },
    });
  await readInstance(context, id, approvals);
}
