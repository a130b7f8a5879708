import { expect, test } from 'vitest';
import { dayAndTime, momentOf } from '#core/i18n/zoned-time.ts';

test('a day and a time in the company’s zone become the moment that its clock shows them at', () => {
  expect(momentOf({ day: '2026-11-25', time: '14:30' }, 'Asia/Shanghai')).toBe('2026-11-25T06:30:00.000Z');
  expect(momentOf({ day: '2026-07-01', time: '09:00' }, 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z');
  expect(momentOf({ day: '2026-12-01', time: '09:00' }, 'Europe/Berlin')).toBe('2026-12-01T08:00:00.000Z');
  expect(dayAndTime('2026-11-25T06:30:00.000Z', 'Asia/Shanghai')).toEqual({
    day: '2026-11-25',
    time: '14:30',
  });
});

test('around clock changes the first of two equal times is meant, and a skipped one becomes the time jumped to', () => {
  expect(momentOf({ day: '2026-10-25', time: '02:30' }, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  expect(momentOf({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
});

test('no date is no moment', () => {
  expect(momentOf({ day: '', time: '' }, 'Asia/Shanghai')).toBeNull();
});
