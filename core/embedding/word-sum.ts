import type { PreparedText } from './prepared-text.ts';
import { Summands } from './summands.ts';
import type { WordVectors } from './vector-file.ts';

const FIRST_BEYOND_LATIN = 0x2e80;

/**
 * Sum of the unit vectors of the different words of a text, over the square root of their number; only words of one script with at least
 * `least` nats. Purpose: a linear model over it weighs words of like meaning alike.
 */
export const wordSum = (
  text: PreparedText,
  script: 'han' | 'latin',
  least: number,
  vectors: WordVectors,
): Float64Array => {
  const { dimensions, values } = vectors;
  const summands = new Summands(text.different.length);
  for (const i of text.different) {
    const row = text.rows[i] as number;
    if (row < 0 || (text.information[i] as number) < least) continue;
    if (text.firstUnit(i) >= FIRST_BEYOND_LATIN !== (script === 'han')) continue;
    summands.add(row * dimensions, text.inverseNorms[i] as number);
  }
  const length = Math.sqrt(Math.max(1, summands.count));
  return summands.fullSum(values, dimensions).map((value) => value / length);
};
