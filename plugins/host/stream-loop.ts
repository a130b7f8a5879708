import type { Services } from '#core/ports/services.ts';
import { type HeldStream, holdStream, type StreamTimes } from './held-stream.ts';

/** Long connections of this process. */
export interface StreamLoop {
  start(services: Services): void;
  /** Closes every connection, lets what is being stored finish, and gives the rights back. */
  stop(): Promise<void>;
}

const usual: StreamTimes = { lookMs: 15_000, leaseMs: 60_000, firstRestMs: 1_000, longestRestMs: 120_000 };
/**
 * Holds one long connection for each company that chose that way, whichever process has its right; connects again with growing rests
 * after a loss. Node only: a Worker does not live between requests.
 */
export function createStreamLoop(times: StreamTimes = usual): StreamLoop {
  const lease = crypto.randomUUID();
  const held = new Map<string, HeldStream>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let stopping = false;

  async function look(services: Services): Promise<void> {
    for (const tenant of await services.system.tenants()) {
      const wanted = tenant.state === 'active' && !stopping ? await chosen(services, tenant.id) : null;
      const known = held.get(tenant.id);
      if (known && known.installationId !== wanted) {
        held.delete(tenant.id);
        await known.end();
      }
      if (wanted === null) continue;
      const store = services.stores.open(tenant.id);
      const now = services.clock.now().getTime();
      const mine = await store.platform.deliveries.lease(wanted, lease, now, now + times.leaseMs);
      const running = held.get(tenant.id);
      if (!mine && running) {
        held.delete(tenant.id);
        await running.end();
      }
      if (mine && !running)
        held.set(tenant.id, holdStream({ services, store, installationId: wanted, lease, times }));
    }
  }

  return {
    start(services) {
      const again = () => {
        looking = look(services)
          .catch((error: unknown) => services.log.error('stream.loop_failed', {}, error))
          .finally(() => {
            if (!stopping) timer = setTimeout(again, times.lookMs);
          });
      };
      again();
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await looking;
      await Promise.all([...held.values()].map((one) => one.end()));
      held.clear();
    },
  };
}

/** The installation whose events shall come over a connection; null: by callback, or none. */
async function chosen(services: Services, tenantId: string): Promise<string | null> {
  const { platform } = services.stores.open(tenantId);
  const row = await platform.installation();
  if (row?.state !== 'active') return null;
  const delivery = await platform.deliveries.get(row.id);
  return delivery?.way === 'connection' ? row.id : null;
}
