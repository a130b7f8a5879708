import type { Doorbell } from '#core/ports/background-jobs.ts';
import type { Services } from '#core/ports/services.ts';
import type { WorkHandlers } from '#core/ports/work-handlers.ts';
import { periodicWork } from '#core/work/periodic-work.ts';
import { runDueWork } from '#core/work/run-due-work.ts';

/** The worker of a Node process: wakes when the doorbell rings, and every minute all the same. */
export interface WorkLoop {
  readonly doorbell: Doorbell;
  /** @param chore what this process does once a day besides, e.g. removing what cut-off uploads left on its disk */
  start(services: Services, handlers: WorkHandlers, chore: () => Promise<void>): void;
  /** Waits for the work in hand; what is still queued stays in the table. */
  stop(): Promise<void>;
}

const sweepMs = 60_000;
const idleMs = 5_000;
const choreMs = 86_400_000;
const workPerRound = 20;

/** Runs background work in this process, a piece at a time, so that answering requests goes first. */
export function createWorkLoop(): WorkLoop {
  let wake: (() => void) | undefined;
  let rung = false;
  let stopping = false;
  let running: Promise<void> = Promise.resolve();

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const loop = async (services: Services, handlers: WorkHandlers, chore: () => Promise<void>) => {
    let lastSweep = 0;
    let lastChore = 0;
    while (!stopping) {
      rung = false;
      let taken = 0;
      try {
        const now = Date.now();
        if (now - lastSweep >= sweepMs) {
          lastSweep = now;
          taken = await periodicWork(services, handlers, workPerRound);
        } else {
          taken = await runDueWork(services, handlers, { limit: workPerRound });
        }
        if (now - lastChore >= choreMs) {
          lastChore = now;
          await chore();
        }
      } catch (error) {
        services.log.error('work.loop_failed', {}, error);
      }
      if (!rung && !stopping && taken < workPerRound) await sleep(idleMs);
    }
  };

  return {
    doorbell: {
      ring: async () => {
        rung = true;
        wake?.();
      },
    },
    start(services, handlers, chore) {
      running = loop(services, handlers, chore);
    },
    async stop() {
      stopping = true;
      wake?.();
      await running;
    },
  };
}
