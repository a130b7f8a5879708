import { expect, test } from 'vitest';
import { daysBetweenReadings } from '#core/organisation/monthly-quota.ts';
import { nextNight } from '#core/organisation/start-reading.ts';

test('the nightly reading begins between two and four in China, never sooner than six hours from now, at the company’s own minute', () => {
  const moments = new Set<number>();
  for (let company = 0; company < 40; company += 1) {
    for (let hour = 0; hour < 48; hour += 1) {
      const now = Date.parse('2026-11-23T00:30:00.000Z') + hour * 3_600_000;
      const at = nextNight(now, `tnt_${company * 7919}`);
      const chinaHour = (new Date(at).getUTCHours() + 8) % 24;
      expect([2, 3]).toContain(chinaHour);
      expect(at - now).toBeGreaterThanOrEqual(6 * 3_600_000);
      expect(at - now).toBeLessThanOrEqual(30 * 3_600_000);
      moments.add(at % 86_400_000);
    }
  }
  expect(moments.size).toBeGreaterThan(30);
});

test('readings by night stay under a third of the month’s free calls', () => {
  expect(daysBetweenReadings(55, 10_000)).toBe(1);
  expect(daysBetweenReadings(1018, 10_000)).toBe(11);
  for (const needed of [1, 99, 101, 700, 5000])
    expect((30 / daysBetweenReadings(needed, 10_000)) * needed).toBeLessThanOrEqual(3000);
});
