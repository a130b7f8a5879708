import { AppError } from '#core/errors/app-error.ts';
import { openPlatform } from '#core/platform/connection.ts';
import { storeEvents } from '#core/platform/receive-callback.ts';
import type { OpenStream } from '#core/ports/platform-stream.ts';
import type { TenantStore } from '#core/ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '#core/ports/services.ts';

export interface StreamTimes {
  /** How often companies are looked at and rights are kept. */
  readonly lookMs: number;
  /** A process that died loses its connections' rights after this. */
  readonly leaseMs: number;
  readonly firstRestMs: number;
  readonly longestRestMs: number;
}

/** A connection that stood so long was a good one: the next loss begins with the short rest again. */
const goodMs = 60_000;

/** Whose connection, and by which right. */
export interface StreamOwner {
  readonly services: Services;
  readonly store: TenantStore;
  readonly installationId: string;
  readonly lease: string;
  readonly times: StreamTimes;
}

/** One company's connection in this process, opened again and again until it is ended. */
export interface HeldStream {
  readonly installationId: string;
  /** Closes it, lets what is being stored finish, and gives the right back. */
  end(): Promise<void>;
}

interface State {
  stopped: boolean;
  stream: OpenStream | null;
  wake: () => void;
}

/** Begins to hold a connection; losses are followed by growing rests. */
export function holdStream(owner: StreamOwner): HeldStream {
  const state: State = { stopped: false, stream: null, wake: () => undefined };
  const running = keep(owner, state);
  return {
    installationId: owner.installationId,
    async end() {
      state.stopped = true;
      state.stream?.close();
      state.wake();
      await running;
      await owner.store.platform.deliveries.release(owner.installationId, owner.lease);
    },
  };
}

async function keep(owner: StreamOwner, state: State): Promise<void> {
  const { services, times } = owner;
  let rest = times.firstRestMs;
  while (!state.stopped) {
    const began = Date.now();
    const code = await connect(owner, state).catch((error: unknown) => codeOf(services, error));
    if (state.stopped) return;
    if (Date.now() - began > goodMs) rest = times.firstRestMs;
    await report(owner, { connectedAt: null, lostAt: nowOf(services), errorCode: code });
    await sleep(state, rest * (0.5 + Math.random()));
    rest = Math.min(rest * 2, times.longestRestMs);
  }
}

const report = (
  { services, store, installationId, lease }: StreamOwner,
  told: {
    readonly connectedAt: string | null;
    readonly lostAt: string | null;
    readonly errorCode: string | null;
  },
): Promise<void> =>
  store.platform.deliveries
    .report(installationId, lease, told)
    .catch((error: unknown) => services.log.error('stream.report_failed', {}, error));

/** One connection from opening to its end. Returns why it is no more, null for a plain loss. */
async function connect(owner: StreamOwner, state: State): Promise<string | null> {
  const { services, store, installationId } = owner;
  const { connection } = await openPlatform(services, store);
  if (!connection.stream) return 'NOT_FOUND';
  const stream = await connection.stream.open({
    received: async (events) => {
      await store.platform.deliveries.heard(installationId, nowOf(services));
      await storeEvents(services, store, installationId, events);
    },
    opened: () => {
      services.log.info('stream.opened', { installation: installationId });
      void report(owner, { connectedAt: nowOf(services), lostAt: null, errorCode: null });
    },
  });
  state.stream = stream;
  if (state.stopped) stream.close();
  await stream.ended;
  state.stream = null;
  return null;
}

function codeOf(services: Services, error: unknown): string {
  const code = error instanceof AppError ? error.code : 'INTERNAL';
  services.log.warn('stream.lost', { code });
  return code;
}

const sleep = (state: State, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    state.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
