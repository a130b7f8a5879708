import type { TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { ended } from './decide-approval.ts';

/** Takes back what still waits for agreement about an application that leaves the flow; put it into the batch that moves it. */
export async function endApprovals(context: TenantContext, subjectId: string): Promise<readonly Change[]> {
  const { items } = await context.store.approvals.list({ state: 'pending', subjectId }, { limit: 10 });
  const changes = await Promise.all(items.map((row) => ended(context, row, 'withdrawn')));
  return changes.flat();
}
