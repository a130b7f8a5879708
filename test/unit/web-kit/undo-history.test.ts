import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Apply,
  gestureEnded,
  performed,
  redone,
  timelineFrom,
  undone,
} from '#plugins/web/kit/undo-history.ts';

/** A number that operations add to; adding nothing changes nothing. */
const add: Apply<number, number> = (value, by) => (by === 0 ? null : { value: value + by, inverse: -by });

test('undo and redo walk the same values back and forth', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 30 }), (steps) => {
      let now = timelineFrom<number, number>(0);
      for (const by of steps) now = performed(now, add, by);
      const end = now.value;
      const count = now.history.done.length;
      for (let i = 0; i < count; i += 1) now = undone(now, add);
      expect(now.value).toBe(0);
      for (let i = 0; i < count; i += 1) now = redone(now, add);
      expect(now.value).toBe(end);
    }),
  );
});

test('one gesture is one step and starts from where it began', () => {
  let now = performed(timelineFrom<number, number>(10), add, 1, 'slider');
  now = performed(now, add, 5, 'slider');
  now = performed(now, add, 3, 'slider');
  expect(now.value).toBe(13);
  expect(now.history.done).toHaveLength(1);
  expect(undone(now, add).value).toBe(10);
});

test('a gesture that comes back to its beginning leaves no step', () => {
  let now = performed(timelineFrom<number, number>(10), add, 1, 'slider');
  now = performed(now, add, 0, 'slider');
  expect(now).toEqual(timelineFrom(10));
});

test('after the end of a gesture the next one is a step of its own', () => {
  let now = gestureEnded(performed(timelineFrom<number, number>(0), add, 1, 'slider'));
  now = performed(now, add, 1, 'slider');
  expect(now.value).toBe(2);
  expect(now.history.done).toHaveLength(2);
});

test('a new step forgets what was taken back', () => {
  let now = performed(timelineFrom<number, number>(0), add, 1);
  now = performed(undone(now, add), add, 7);
  expect(redone(now, add)).toBe(now);
  expect(now.value).toBe(7);
});

test('the history keeps its last two hundred steps', () => {
  let now = timelineFrom<number, number>(0);
  for (let i = 0; i < 250; i += 1) now = performed(now, add, 1);
  for (let i = 0; i < 300; i += 1) now = undone(now, add);
  expect(now.value).toBe(50);
});
