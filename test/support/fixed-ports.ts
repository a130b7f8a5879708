import type { Clock } from '#core/ports/clock.ts';
import type { IdPrefix, Ids, Random } from '#core/ports/ids.ts';
import type { Log, LogFields } from '#core/ports/log.ts';

/** A clock that stands still until a test moves it. */
export interface FixedClock extends Clock {
  advance(step: { readonly hours?: number; readonly minutes?: number; readonly seconds?: number }): void;
}

export function fixedClock(start = '2026-03-02T01:00:00.000Z'): FixedClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance: ({ hours = 0, minutes = 0, seconds = 0 }) => {
      now += ((hours * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
}

/** Ids that count up and sort by age, shaped like the product's: `int_00000000-0000-7000-8000-000000000001`. */
export function countedIds(): Ids {
  let count = 0;
  return {
    next: (prefix: IdPrefix) => {
      count += 1;
      return `${prefix}_00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
    },
  };
}

/** Tokens that count up and have the length of real ones. */
export function countedTokens(): Random {
  let count = 0;
  return {
    token: (bits = 128) => {
      count += 1;
      return `token${count}`.padEnd(Math.ceil(bits / 6), 'x');
    },
  };
}

/** One line that a test may look at. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: LogFields;
}

/** A log that keeps its lines. */
export function keptLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const keep =
    (level: LogLine['level']) =>
    (event: string, fields: LogFields = {}) => {
      lines.push({ level, event, fields });
    };
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
