import type { Clock } from '#core/ports/clock.ts';

/** So many calls in any stretch of this length. */
export interface CallLimit {
  readonly calls: number;
  readonly perMs: number;
}

/** Keeps the calls of one company to each API of a platform under the platform's limit. */
export interface CallPace {
  /** Returns when the next call of that API may go out. */
  wait(api: string): Promise<void>;
  /** The platform asked to leave that API alone for so long: every caller in this process does. */
  hold(api: string, ms: number): void;
}

/** Paces of all companies that one platform serves in this process. */
export interface CallPaces {
  of(installationId: string, clock: Clock, pause: (ms: number) => Promise<void>): CallPace;
}

interface Lane {
  /** When the latest calls went out, oldest first. */
  sent: number[];
  heldUntil: number;
  tail: Promise<void>;
}

/** Windows are taken a little longer than the platform's: a call arrives later than it is sent, and not always by the same time. */
const margin = 1.03;
const lanesKept = 2000;

/**
 * A sliding window for each API: calls go out at once while the window has room, and else when the oldest call leaves it. So the whole
 * allowed rate is used, whatever the answers take, and no burst follows a stall.
 */
export function callPaces(limits: readonly CallLimit[]): CallPaces {
  const lanes = new Map<string, Lane>();
  const most = Math.max(...limits.map(({ calls }) => calls));

  const laneOf = (key: string): Lane => {
    const known = lanes.get(key);
    if (known) return known;
    if (lanes.size >= lanesKept) lanes.delete(lanes.keys().next().value ?? '');
    const lane: Lane = { sent: [], heldUntil: 0, tail: Promise.resolve() };
    lanes.set(key, lane);
    return lane;
  };
  const earliest = ({ sent, heldUntil }: Lane): number =>
    limits.reduce((at, { calls, perMs }) => {
      const oldest = sent[sent.length - calls];
      return oldest === undefined ? at : Math.max(at, oldest + perMs * margin);
    }, heldUntil);

  return {
    of: (installationId, clock, pause) => {
      const now = () => clock.now().getTime();
      const pass = async (lane: Lane): Promise<void> => {
        for (let left = earliest(lane) - now(); left > 0; left = earliest(lane) - now()) {
          await pause(Math.ceil(left));
        }
        lane.sent.push(now());
        if (lane.sent.length > 2 * most) lane.sent = lane.sent.slice(-most);
      };
      return {
        wait(api) {
          const lane = laneOf(`${installationId} ${api}`);
          lane.tail = lane.tail.catch(() => undefined).then(() => pass(lane));
          return lane.tail;
        },
        hold(api, ms) {
          const lane = laneOf(`${installationId} ${api}`);
          lane.heldUntil = Math.max(lane.heldUntil, now() + ms);
        },
      };
    },
  };
}

/**
 * The same pace with every call counted that is not free, in the moment it goes out.
 * @param spend absent where nothing is counted
 */
export function countedPace(
  pace: CallPace,
  spend: (() => Promise<void>) | undefined,
  isFree: (api: string) => boolean,
): CallPace {
  if (!spend) return pace;
  return {
    ...pace,
    async wait(api) {
      await pace.wait(api);
      if (!isFree(api)) await spend();
    },
  };
}

/** An address's path without its query and with every part that holds an id, which always has a digit, as one: `/v1.0/users/:id`. */
export const apiName = (path: string): string =>
  path
    .split('?', 1)[0]
    ?.split('/')
    .map((part) => (/\d/.test(part) && !/^v\d+(\.\d+)?$/.test(part) ? ':id' : part))
    .join('/') ?? path;
