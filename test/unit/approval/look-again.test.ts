import { expect, test } from 'vitest';
import { lookAgain } from '#core/approval/follow-instance.ts';

const minute = 60_000;
const sent = Date.parse('2026-11-23T01:00:00.000Z');
const at = (minutes: number): string => new Date(sent + minutes * minute).toISOString();

/** Minutes after sending of each look, when every look from the first due one on fails. */
function looks(lastRead: number, firstFailed: number, count: number): number[] {
  const ledger = { firstTryAt: sent, lastTryAt: sent, lastReadAt: at(lastRead) };
  const times = [firstFailed];
  while (times.length < count)
    times.push((lookAgain(sent + (times.at(-1) ?? 0) * minute, ledger) - sent) / minute);
  return times;
}

test('a look that fails is repeated after a minute, then ever more rarely, and never more rarely than one that succeeds', () => {
  expect(looks(0, 10, 8)).toEqual([10, 11, 12, 14, 18, 26, 36, 46]);
});

test('an old request is asked about six-hourly at most, and soon again when that look fails', () => {
  const day = 24 * 60;
  expect(looks(day, day + 360, 4)).toEqual([day + 360, day + 361, day + 362, day + 364]);
});

test('an instance that was never read is looked at again a minute after the first failure', () => {
  expect(lookAgain(sent, { firstTryAt: sent, lastTryAt: sent, lastReadAt: null })).toBe(sent + minute);
});
