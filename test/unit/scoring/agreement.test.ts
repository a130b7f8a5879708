import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyCalibration,
  type CalibrationPair,
  fitCalibration,
} from '#core/scoring/agreement/calibration-map.ts';
import { intraclass } from '#core/scoring/agreement/intraclass.ts';
import {
  quadraticKappa,
  raterAgreement,
  raterBias,
  wholeLevel,
} from '#core/scoring/agreement/rater-agreement.ts';

test('quadratic kappa gives the published values of the essay scoring metric', () => {
  // B. Hamner's reference implementation of the Automated Student Assessment Prize metric.
  expect(quadraticKappa([1, 2, 3], [1, 2, 3])).toBe(1);
  expect(quadraticKappa([1, 2, 1], [1, 2, 2])).toBeCloseTo(0.4, 10);
  expect(quadraticKappa([1, 2, 3, 1, 2, 2, 3], [1, 2, 3, 1, 2, 3, 2])).toBeCloseTo(0.75, 10);
});

test('raters who never vary and agree are in full agreement', () => {
  expect(raterAgreement([3, 3], [3, 3])).toEqual({ pairs: 2, qwk: 1, exact: 1, adjacent: 1 });
});

test('exact and adjacent shares count whole levels', () => {
  const { exact, adjacent } = raterAgreement([1, 2, 3, 5], [1, 3, 5, 5]);
  expect([exact, adjacent]).toEqual([0.5, 0.75]);
  expect([0.2, 2.49, 2.5, 4.5, 9].map(wholeLevel)).toEqual([1, 2, 3, 5, 5]);
});

test('ratings that do not pair up are refused', () => {
  expect(() => quadraticKappa([1], [1, 2])).toThrow(RangeError);
  expect(() => quadraticKappa([], [])).toThrow(RangeError);
  expect(() => raterBias([1], [1])).toThrow(RangeError);
});

// Shrout & Fleiss 1979, table 2: six targets, four judges.
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test('intraclass correlations equal those of the published example', () => {
  const { single, average } = intraclass(shroutFleiss);
  expect(single).toBeCloseTo(0.29, 2);
  expect(average).toBeCloseTo(0.62, 2);
});

test('intraclass correlation wants two raters and no gaps', () => {
  expect(() => intraclass([[1, 2]])).toThrow(RangeError);
  expect(() => intraclass([[1, 2], [3]])).toThrow(RangeError);
});

test('a lenient rater shows as a positive bias with a full correlation', () => {
  const bias = raterBias([2, 3, 4, 5], [1, 2, 3, 4]);
  expect(bias).toMatchObject({ difference: 1, meanAbsoluteError: 1, spread: 1 });
  expect(bias.correlation).toBeCloseTo(1, 12);
  expect(bias.standardised).toBeCloseTo(1 / Math.sqrt(5 / 3), 12);
});

test('a rater without spread has no correlation instead of a number', () => {
  expect(raterBias([3, 3, 3], [1, 3, 5])).toMatchObject({ correlation: null, spread: 0 });
});

const pair = fc.record({
  raw: fc.double({ min: 1, max: 5, noNaN: true }),
  people: fc.double({ min: 1, max: 5, noNaN: true }),
});

test('no calibration map ever puts a higher score below a lower one or outside the scale', () => {
  fc.assert(
    fc.property(
      fc.array(pair, { maxLength: 160 }),
      fc.double({ min: 1, max: 5, noNaN: true }),
      fc.double({ min: 1, max: 5, noNaN: true }),
      (pairs, a, b) => {
        const map = fitCalibration('behavioural', 'v1', pairs);
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((raw) => applyCalibration(map, raw)) as [
          number,
          number,
        ];
        return low <= high + 1e-9 && low >= 1 && high <= 5;
      },
    ),
    { numRuns: 150 },
  );
});

test('few ratings leave a map close to identity and many make it follow people', () => {
  const lenient = (count: number): CalibrationPair[] =>
    Array.from({ length: count }, (_, i) => ({ raw: 2 + (2 * i) / count, people: 1 + (2 * i) / count }));
  expect(applyCalibration(fitCalibration('behavioural', 'v1', lenient(2)), 3)).toBe(3);
  expect(applyCalibration(fitCalibration('behavioural', 'v1', lenient(10)), 3)).toBeCloseTo(3 - 10 / 60, 3);
  expect(applyCalibration(fitCalibration('behavioural', 'v1', lenient(200)), 3)).toBeCloseTo(2, 1);
});

test('a map is named by its content', () => {
  const pairs = [
    { raw: 1, people: 2 },
    { raw: 3, people: 3 },
    { raw: 5, people: 4 },
  ];
  const map = fitCalibration('behavioural', 'v1', pairs);
  expect(fitCalibration('behavioural', 'v1', pairs).version).toBe(map.version);
  expect(fitCalibration('behavioural', 'v2', pairs).version).not.toBe(map.version);
  expect(() => fitCalibration('behavioural', 'v1', [{ raw: 0, people: 3 }])).toThrow(RangeError);
});
