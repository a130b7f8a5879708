import { expect, test } from 'vitest';
import { appealWindow, dueOf } from '#core/appeal/appeal-window.ts';

const released = '2026-03-02T01:00:00.000Z';
const until = '2026-03-17T01:00:00.000Z';
const nothing = { feedback: null, decisions: [], appeals: [], now: '2026-03-03T01:00:00.000Z' };

test('there is nothing to appeal before a result', () => {
  expect(appealWindow(nothing)).toEqual({ state: 'no_result' });
});

test('an appeal may be filed for fifteen days after the feedback, to the moment', () => {
  const feedback = { releasedAt: released };

  expect(appealWindow({ ...nothing, feedback, now: until })).toEqual({ state: 'open', until });
  expect(appealWindow({ ...nothing, feedback, now: '2026-03-17T01:00:00.001Z' })).toEqual({
    state: 'passed',
    until,
  });
});

test('the days count from the newest of feedback and decisions', () => {
  const window = appealWindow({
    ...nothing,
    feedback: { releasedAt: '2026-02-01T01:00:00.000Z' },
    decisions: [{ decidedAt: '2026-02-20T01:00:00.000Z' }, { decidedAt: released }],
  });

  expect(window).toEqual({ state: 'open', until });
});

test('while one appeal is open no other can be filed', () => {
  const appeals = [{ state: 'open', createdAt: released }] as const;

  expect(appealWindow({ ...nothing, feedback: { releasedAt: released }, appeals })).toEqual({
    state: 'pending',
  });
});

test('a result is reviewed once; a new decision can be appealed again', () => {
  const appeals = [{ state: 'changed', createdAt: '2026-03-02T02:00:00.000Z' }] as const;
  const input = { ...nothing, feedback: { releasedAt: released }, appeals };

  expect(appealWindow(input)).toEqual({ state: 'answered' });
  expect(appealWindow({ ...input, decisions: [{ decidedAt: '2026-03-02T12:00:00.000Z' }] })).toMatchObject({
    state: 'open',
  });
});

test('an appeal is answered within seven days', () => {
  expect(dueOf(released)).toBe('2026-03-09T01:00:00.000Z');
});
