import { expect, test } from 'vitest';
import { afterQuietHours } from '#core/message/quiet-hours.ts';

const night = { quietFrom: '21:00', quietTo: '08:00' };
const after = (iso: string, rule = night, zone = 'Asia/Shanghai') =>
  new Date(afterQuietHours(Date.parse(iso), zone, rule)).toISOString();

test('by day a card goes out at once, by night at the end of the quiet hours in the company’s zone', () => {
  expect(after('2026-11-23T06:00:30.000Z')).toBe('2026-11-23T06:00:30.000Z');
  expect(after('2026-11-23T14:15:30.000Z')).toBe('2026-11-24T00:00:00.000Z');
  expect(after('2026-11-23T20:00:00.000Z')).toBe('2026-11-24T00:00:00.000Z');
});

test('the first minute of the quiet hours is quiet, their end is not', () => {
  expect(after('2026-11-23T13:00:00.000Z')).toBe('2026-11-24T00:00:00.000Z');
  expect(after('2026-11-24T00:00:00.000Z')).toBe('2026-11-24T00:00:00.000Z');
});

test('quiet hours inside one day, and none at all', () => {
  const noon = { quietFrom: '12:00', quietTo: '13:30' };
  expect(after('2026-11-23T04:10:00.000Z', noon)).toBe('2026-11-23T05:30:00.000Z');
  expect(after('2026-11-23T14:15:30.000Z', { quietFrom: '08:00', quietTo: '08:00' })).toBe(
    '2026-11-23T14:15:30.000Z',
  );
});
