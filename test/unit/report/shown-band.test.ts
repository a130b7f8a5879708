import { expect, test } from 'vitest';
import { shownBand, shownBandOfLevel } from '#core/report/shown-band.ts';
import { toHalf, toTen } from '#core/scoring/combine/combine-dimensions.ts';
import { suggest } from '#core/scoring/combine/suggestion.ts';

const hundredths = (from: number, to: number) =>
  Array.from({ length: Math.round((to - from) * 100) + 1 }, (_, i) => (from * 100 + i) / 100);
const errors = [0.3, 0.4, 0.56, 0.8, 1.25, 2];

test('the score shown lies inside the band shown, and the band shown holds the exact one', () => {
  for (const score of hundredths(0, 10)) {
    for (const sem of errors) {
      const [lo, hi] = shownBand(score - sem, score + sem);
      const shown = toHalf(score);
      expect(lo).toBeLessThanOrEqual(Math.max(0, score - sem));
      expect(hi).toBeGreaterThanOrEqual(Math.min(10, score + sem));
      if (lo > 0) expect(shown).toBeGreaterThan(lo);
      if (hi < 10) expect(shown).toBeLessThan(hi);
    }
  }
});

test('8.25 with an error of 0.4 reads 8.5 within 7.5 and 9, not at the end of 8 to 8.5', () => {
  expect(toHalf(8.25)).toBe(8.5);
  expect(shownBand(8.25 - 0.4, 8.25 + 0.4)).toEqual([7.5, 9]);
});

test('the suggestion never says what the band shown beside it denies', () => {
  const cuts = { cutHi: 6.5, cutLo: 4 };
  for (const score10 of hundredths(0, 10)) {
    for (const sem10 of errors) {
      const { suggestion } = suggest({ score10, sem10, coverage: 1 }, cuts);
      const [lo, hi] = shownBand(score10 - sem10, score10 + sem10);
      expect(lo >= cuts.cutHi).toBe(suggestion === 'advance');
      if (suggestion === 'do_not_advance') expect(hi).toBeLessThanOrEqual(cuts.cutLo);
      if (suggestion === 'hold') expect(hi).toBeGreaterThanOrEqual(cuts.cutLo);
    }
  }
});

test('a score shown in half points belongs to the level shown beside it', () => {
  for (const score of hundredths(1, 5)) {
    const level = Math.round(score);
    const shown = toHalf(toTen(score));
    expect(shown).toBeGreaterThanOrEqual(toHalf(toTen(level - 0.5)));
    expect(shown).toBeLessThan(Math.max(toHalf(toTen(level + 0.5)), 10.5 * Number(level === 5)));
    const [lo, hi] = shownBandOfLevel(score, 0.5);
    expect(lo >= 0 && hi <= 10 && lo <= shown && shown <= hi).toBe(true);
  }
});
