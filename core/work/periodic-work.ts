import { nowOf, type Services } from '../ports/services.ts';
import type { WorkHandlers } from '../ports/work-handlers.ts';
import type { Lane } from './lanes.ts';
import { runDueWork } from './run-due-work.ts';

/** Days after which ended sessions, links and finished work are deleted. */
const keepDays = 7;

/**
 * What runs every minute on both runtimes: finds work whose doorbell was lost, ends what is overdue, chains the
 * audit, erases what may no longer be kept, deletes what has ended. A tenant that fails does not stop the others.
 * `lane` takes only that lane's work. Returns how many pieces of work were taken; `limit` of them means that more may be waiting.
 */
export async function periodicWork(
  services: Services,
  handlers: WorkHandlers,
  limit: number,
  lane?: Lane,
): Promise<number> {
  const taken = await runDueWork(services, handlers, { limit, ...(lane ? { lane } : {}) });
  for (const tenant of await services.system.tenants()) {
    if (tenant.state !== 'active' && tenant.state !== 'suspended') continue;
    for (const kind of ['retention.sweep', 'audit.seal'] as const) {
      try {
        await handlers[kind](services, tenant.id, {});
      } catch (error) {
        services.log.error('periodic.failed', { work: kind, tenant: tenant.id }, error);
      }
    }
  }
  const before = new Date(Date.parse(nowOf(services)) - keepDays * 86_400_000).toISOString();
  await services.system.sweep(before);
  return taken;
}
