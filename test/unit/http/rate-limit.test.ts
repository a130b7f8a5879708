import { expect, test } from 'vitest';
import { memoryRateLimiter } from '#adapters/http/rate-limit.ts';
import type { AppError } from '#core/errors/app-error.ts';

const at = (time: string) => new Date(`2026-03-02T08:${time}Z`);

/** What became of calls at these times: passed, or the seconds to wait. */
function calls(perMinute: number, times: readonly string[]): (number | 'passed')[] {
  const limiter = memoryRateLimiter();
  return times.map((time) => {
    try {
      limiter.hit('a', perMinute, at(time));
      return 'passed';
    } catch (error) {
      return Number((error as AppError).details.seconds);
    }
  });
}

test('calls across the turn of a clock minute count together', () => {
  expect(calls(2, ['00:59.900', '00:59.950', '01:00.050'])).toEqual(['passed', 'passed', 60]);
});

test('a minute after the first call the count begins anew', () => {
  expect(calls(1, ['00:10.000', '00:40.000', '01:09.999', '01:10.000'])).toEqual(['passed', 30, 1, 'passed']);
});

test('a clock set back locks nobody out for the time it was set back', () => {
  expect(calls(1, ['30:00.000', '00:00.000', '00:01.000'])).toEqual(['passed', 'passed', 59]);
});

test('one bucket does not slow another', () => {
  const limiter = memoryRateLimiter();
  limiter.hit('a', 1, at('00:00.000'));
  expect(() => limiter.hit('b', 1, at('00:00.000'))).not.toThrow();
});
