import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import type { Services } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { newRun } from './sync-directory.ts';

const dayMs = 86_400_000;

/** The writes that begin a reading of the whole directory. */
export function startReading(services: Services, store: TenantStore): readonly Change[] {
  const run = newRun(services);
  return [
    store.organisation.addRun(run),
    services.system.enqueue(store.tenantId, 'platform.sync', { runId: run.id }),
  ];
}

/** The next daily reading. @param since when the connection was last changed: another change starts another chain */
export function nextDaily(services: Services, tenantId: string, since: string): Change {
  const runAt = new Date(services.clock.now().getTime() + dayMs).toISOString();
  return services.system.enqueue(tenantId, 'platform.daily', { since }, { runAt });
}
