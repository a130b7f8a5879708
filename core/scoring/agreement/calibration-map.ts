import { contentName } from '../content-name.ts';

/** Maps scores of one scorer version and question family onto people's scale; never lowers a higher score below a lower one. */
export interface CalibrationMap {
  /** Content hash of everything below; two maps with equal versions do the same. */
  readonly version: string;
  readonly scorerVersion: string;
  /** Question family, e.g. `behavioural`. */
  readonly family: string;
  readonly method: 'isotonic' | 'linear' | 'identity';
  /** Double ratings that it was fitted on. */
  readonly ratings: number;
  /** Corners of a rising line, raw score → people's score; outside it the ends hold, and results stay within 1..5. */
  readonly corners: readonly (readonly [raw: number, people: number])[];
}

/** A raw score with the mean of people's ratings. */
export interface CalibrationPair {
  readonly raw: number;
  readonly people: number;
}

const ISOTONIC_FROM = 100;
/** Half of the weight goes to the data at this many ratings (assessment §2.5). */
const SHRINK = 50;

interface Block {
  raw: number;
  people: number;
  weight: number;
}

/** Pool-adjacent-violators (Barlow, Bartholomew, Bremner & Brunk 1972): the rising step line closest to the pairs. */
const isotonic = (pairs: readonly CalibrationPair[]): (readonly [number, number])[] => {
  const blocks: Block[] = [];
  for (const pair of [...pairs].sort((a, b) => a.raw - b.raw || a.people - b.people)) {
    blocks.push({ ...pair, weight: 1 });
    for (;;) {
      const last = blocks.at(-1) as Block;
      const before = blocks.at(-2);
      if (before === undefined || (before.people < last.people && before.raw < last.raw)) break;
      const weight = before.weight + last.weight;
      blocks.splice(-2, 2, {
        raw: (before.raw * before.weight + last.raw * last.weight) / weight,
        people: (before.people * before.weight + last.people * last.weight) / weight,
        weight,
      });
    }
  }
  return blocks.map((block) => [block.raw, block.people] as const);
};

/** Least squares shrunk to identity by n / (n + 50), its slope never negative. */
const linear = (pairs: readonly CalibrationPair[]): (readonly [number, number])[] => {
  const n = pairs.length;
  const mean = (pick: (pair: CalibrationPair) => number) =>
    pairs.reduce((sum, pair) => sum + pick(pair), 0) / n;
  const [mx, my] = [mean((pair) => pair.raw), mean((pair) => pair.people)];
  const spread = pairs.reduce((sum, pair) => sum + (pair.raw - mx) ** 2, 0);
  const joint = pairs.reduce((sum, pair) => sum + (pair.raw - mx) * (pair.people - my), 0);
  const share = n / (n + SHRINK);
  const slope = Math.max(0, share * (spread === 0 ? 1 : joint / spread) + 1 - share);
  const shift = share * (my - mx);
  return [1, 5].map((raw) => [raw, mx + shift + slope * (raw - mx)] as const);
};

const clip = (value: number): number => Math.min(5, Math.max(1, value));
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/**
 * Fits a map: isotonic from 100 ratings, below that linear and shrunk to identity, identity under three.
 * @throws RangeError when a score or rating is not within 1..5.
 */
export const fitCalibration = (
  family: string,
  scorerVersion: string,
  pairs: readonly CalibrationPair[],
): CalibrationMap => {
  for (const pair of pairs) {
    if (!(pair.raw >= 1 && pair.raw <= 5 && pair.people >= 1 && pair.people <= 5))
      throw new RangeError('scores and ratings must lie between 1 and 5');
  }
  const method = pairs.length >= ISOTONIC_FROM ? 'isotonic' : pairs.length >= 3 ? 'linear' : 'identity';
  const found =
    method === 'isotonic'
      ? isotonic(pairs)
      : method === 'linear'
        ? linear(pairs)
        : ([
            [1, 1],
            [5, 5],
          ] as const);
  const corners = found.map(([raw, people]) => [round(raw), round(people)] as const);
  const content = { scorerVersion, family, method, ratings: pairs.length, corners } as const;
  return { version: contentName(JSON.stringify(content)), ...content };
};

/** A score on people's scale, 1..5; the line between two corners is straight. */
export const applyCalibration = (map: CalibrationMap, raw: number): number => {
  const [first] = map.corners;
  const last = map.corners.at(-1);
  if (first === undefined || last === undefined) return clip(raw);
  if (raw <= first[0]) return clip(first[1]);
  if (raw >= last[0]) return clip(last[1]);
  for (let i = 1; i < map.corners.length; i++) {
    const [x0, y0] = map.corners[i - 1] as readonly [number, number];
    const [x1, y1] = map.corners[i] as readonly [number, number];
    if (raw <= x1) return clip(x1 === x0 ? y1 : y0 + ((raw - x0) / (x1 - x0)) * (y1 - y0));
  }
  return clip(last[1]);
};
