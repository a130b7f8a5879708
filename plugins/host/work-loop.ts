import type { Doorbell } from '#core/ports/background-jobs.ts';
import type { Services } from '#core/ports/services.ts';
import type { WorkHandlers } from '#core/ports/work-handlers.ts';
import type { Lane } from '#core/work/lanes.ts';
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

/** One row of work: rounds without a rest while there is something to do, then sleep until somebody rings. */
interface WorkLane {
  ring(): void;
  stop(): void;
  /** @param round does some work; returns how many pieces were taken */
  run(round: () => Promise<number>, failed: (error: unknown) => void): Promise<void>;
}

function workLane(): WorkLane {
  let wake: (() => void) | undefined;
  let rung = false;
  let stopping = false;
  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    ring() {
      rung = true;
      wake?.();
    },
    stop() {
      stopping = true;
      wake?.();
    },
    async run(round, failed) {
      while (!stopping) {
        rung = false;
        let taken = 0;
        try {
          taken = await round();
        } catch (error) {
          failed(error);
        }
        if (!rung && !stopping && taken < workPerRound) await sleep();
      }
    },
  };
}

/**
 * Runs background work in this process, a piece of each lane at a time, so that answering requests goes first and nothing of our own
 * waits for an office platform.
 */
export function createWorkLoop(): WorkLoop {
  const lanes: Readonly<Record<Lane, WorkLane>> = { own: workLane(), platform: workLane() };
  let running: Promise<unknown> = Promise.resolve();

  return {
    doorbell: {
      ring: async () => {
        for (const lane of Object.values(lanes)) lane.ring();
      },
    },
    start(services, handlers, chore) {
      let lastSweep = 0;
      let lastChore = 0;
      const ownRound = async () => {
        const now = Date.now();
        const sweeps = now - lastSweep >= sweepMs;
        if (sweeps) lastSweep = now;
        const taken = sweeps
          ? await periodicWork(services, handlers, workPerRound, 'own')
          : await runDueWork(services, handlers, { limit: workPerRound, lane: 'own' });
        if (now - lastChore >= choreMs) {
          lastChore = now;
          await chore();
        }
        return taken;
      };
      const failed = (error: unknown) => services.log.error('work.loop_failed', {}, error);
      running = Promise.all([
        lanes.own.run(ownRound, failed),
        lanes.platform.run(
          () => runDueWork(services, handlers, { limit: workPerRound, lane: 'platform' }),
          failed,
        ),
      ]);
    },
    async stop() {
      for (const lane of Object.values(lanes)) lane.stop();
      await running;
    },
  };
}
