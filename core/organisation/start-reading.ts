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

/** Two to four in the morning in China, where the companies of these platforms work. */
const nightBeginsUtcMs = 18 * 3_600_000;
const nightLastsMs = 2 * 3_600_000;
/** A reading so soon after another proves nothing. */
const leastGapMs = 6 * 3_600_000;

/** When a company's next nightly reading begins: always its own minute of the night, so that companies do not all come at once. */
export function nextNight(nowMs: number, tenantId: string): number {
  const spread = [...tenantId].reduce(
    (sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % nightLastsMs,
    7,
  );
  const today = Math.floor(nowMs / dayMs) * dayMs + nightBeginsUtcMs + spread;
  const at = today - dayMs;
  return at + Math.max(0, Math.ceil((nowMs + leastGapMs - at) / dayMs)) * dayMs;
}

/** The next nightly reading. @param since when the connection was last changed: another change starts another chain */
export function nextDaily(services: Services, tenantId: string, since: string): Change {
  const runAt = new Date(nextNight(services.clock.now().getTime(), tenantId)).toISOString();
  return services.system.enqueue(tenantId, 'platform.daily', { since }, { runAt });
}
