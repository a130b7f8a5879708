import { expect, test } from 'vitest';
import { calendarFile } from '#core/second-round/calendar-file.ts';

const event = {
  id: 'rnd_1',
  revision: 2,
  cancelled: false,
  title: '复试：宋雨 · 门店服务员',
  description: '报告；评分表, 安排\n第二行',
  place: '西湖店二楼会议室',
  startsAt: '2026-11-25T06:30:00.000Z',
  endsAt: '2026-11-25T07:15:00.000Z',
  changedAt: '2026-11-23T01:02:03.456Z',
  host: 'hire.example.com',
};

test('the file names the event once for ever, its times in UTC, and escapes what the format needs', () => {
  const text = calendarFile(event);

  expect(text).toContain('UID:rnd_1@hire.example.com\r\n');
  expect(text).toContain('SEQUENCE:2\r\n');
  expect(text).toContain('DTSTART:20261125T063000Z\r\nDTEND:20261125T071500Z\r\n');
  expect(text).toContain('DESCRIPTION:报告；评分表\\, 安排\\n第二行\r\n');
  expect(text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('no line has more than 75 bytes, and unfolded the words are whole', () => {
  const title = '一二三四五六七八九十'.repeat(12);
  const text = calendarFile({ ...event, title });
  const bytes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);

  expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
});

test('a round that was called off leaves the calendar', () => {
  const text = calendarFile({ ...event, cancelled: true });

  expect(text).toContain('METHOD:CANCEL');
  expect(text).toContain('STATUS:CANCELLED');
});
