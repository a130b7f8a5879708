import type { Services } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';

const dayMs = 86_400_000;

/** The next daily test of keys, permissions and authorisation. @param since when the connection was last changed: another change starts another chain */
export function nextRecheck(services: Services, tenantId: string, since: string): Change {
  const runAt = new Date(services.clock.now().getTime() + dayMs).toISOString();
  return services.system.enqueue(tenantId, 'platform.recheck', { since }, { runAt });
}
