import { expect, test } from 'vitest';
import { parseRangeHeader } from '#core/recording/range-header.ts';
import {
  assertFinished,
  assertSegment,
  placeSegment,
  type StoredSegment,
  segmentLimits,
  uploadState,
} from '#core/recording/segments.ts';

const hash = (digit: string): string => digit.repeat(64);
const aSegment = (position: number, bytes = 100, sha256 = hash('a')): StoredSegment => ({
  position,
  bytes,
  sha256,
  objectKey: `recordings/rec_1/segments/${position}`,
});

test('a repeated segment is recognised by place and hash', () => {
  const stored = [aSegment(0), aSegment(1, 100, hash('b'))];
  expect(placeSegment(stored, null, aSegment(1, 100, hash('b')))).toBe('stored');
  expect(placeSegment(stored, null, aSegment(2))).toBe('new');
  expect(() => placeSegment(stored, null, aSegment(1))).toThrow('CONFLICT');
});

test('nothing is added behind the announced end', () => {
  expect(() => placeSegment([aSegment(0)], 1, aSegment(1))).toThrow('STATE_CONFLICT');
  expect(placeSegment([aSegment(1)], 2, aSegment(0))).toBe('new');
});

test('a recording cannot grow without end', () => {
  const stored = [aSegment(0, segmentLimits.recordingBytes - 50)];
  expect(placeSegment(stored, null, aSegment(1, 50))).toBe('new');
  expect(() => placeSegment(stored, null, aSegment(1, 51))).toThrow('TOO_LARGE');
});

test.each([
  [{ position: -1 }, 'VALIDATION'],
  [{ position: 1.5 }, 'VALIDATION'],
  [{ position: 10_000 }, 'VALIDATION'],
  [{ bytes: 0 }, 'VALIDATION'],
  [{ bytes: Number.NaN }, 'VALIDATION'],
  [{ bytes: segmentLimits.bytes + 1 }, 'TOO_LARGE'],
  [{ sha256: 'A'.repeat(64) }, 'VALIDATION'],
  [{ sha256: '../'.repeat(10) }, 'VALIDATION'],
])('a segment announced with %j is refused as %s', (change, code) => {
  expect(() => assertSegment({ ...aSegment(0), ...change })).toThrow(code);
});

test('gaps, what can be played and completeness are known at any time', () => {
  expect(uploadState([], null)).toEqual({ missing: [], playable: 0, bytes: 0, complete: false });
  const stored = [aSegment(3), aSegment(0), aSegment(1)];
  expect(uploadState(stored, null)).toEqual({ missing: [2], playable: 2, bytes: 300, complete: false });
  expect(uploadState(stored, 6).missing).toEqual([2, 4, 5]);
  expect(uploadState([...stored, aSegment(2)], 4)).toMatchObject({
    missing: [],
    playable: 4,
    complete: true,
  });
});

test('finishing names what is missing', () => {
  const stored = [aSegment(0), aSegment(3)];
  expect(() => assertFinished(stored, 5)).toThrow('RECORDING_INCOMPLETE');
  try {
    assertFinished(stored, 5);
  } catch (error) {
    expect(error).toMatchObject({ details: { missing: '1, 2, 4', count: 3 } });
  }
  assertFinished([aSegment(1), aSegment(0)], 2);
});

test.each([0, -1, 1.5, Number.NaN, 3, 10_001])(
  'a total of %d for four stored segments is refused',
  (total) => {
    const stored = [0, 1, 2, 3].map((position) => aSegment(position));
    expect(() => assertFinished(stored, total)).toThrow('VALIDATION');
  },
);

test.each([
  [undefined, 'whole'],
  ['', 'whole'],
  ['bytes=0-', { start: 0, end: 1000 }],
  ['bytes=0-0', { start: 0, end: 1 }],
  ['bytes=10-19', { start: 10, end: 20 }],
  ['bytes=990-5000', { start: 990, end: 1000 }],
  ['bytes=-10', { start: 990, end: 1000 }],
  ['bytes=-5000', { start: 0, end: 1000 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-4', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['items=0-1', 'whole'],
  ['bytes=a-b', 'whole'],
])('the range header %j means %j', (header, expected) => {
  expect(parseRangeHeader(header, 1000)).toEqual(expected);
});
