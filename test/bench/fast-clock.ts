import type { FixedClock } from '#test/support/fixed-ports.ts';

/** A clock that runs so many times faster than the machine's, and waits that take as much less. */
export function fastClock(times: number): {
  readonly clock: FixedClock;
  readonly pause: (ms: number) => Promise<void>;
} {
  const started = performance.now();
  let moved = Date.parse('2026-11-23T01:00:00.000Z');
  return {
    clock: {
      now: () => new Date(moved + (performance.now() - started) * times),
      advance: ({ hours = 0, minutes = 0, seconds = 0 }) => {
        moved += ((hours * 60 + minutes) * 60 + seconds) * 1000;
      },
    },
    pause: (ms) => new Promise((done) => setTimeout(done, ms / times)),
  };
}
