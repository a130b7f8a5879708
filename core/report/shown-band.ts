import { toTen } from '../scoring/combine/combine-dimensions.ts';

/**
 * An error band on the 0–10 scale as it is shown: half points like the score, its ends rounded outwards, so that the
 * rounded score never stands at an end that the exact one does not reach, and no end crosses a cut of half points
 * that the suggestion did not cross.
 */
export const shownBand = (from: number, to: number): readonly [number, number] => [
  Math.max(0, Math.floor(from * 2) / 2),
  Math.min(10, Math.ceil(to * 2) / 2),
];

/** The band of a score on the 1–5 scale with its standard error. */
export const shownBandOfLevel = (score: number, sem: number): readonly [number, number] =>
  shownBand(toTen(score - sem), toTen(score + sem));
