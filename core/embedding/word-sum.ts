import type { PreparedText } from './prepared-text.ts';
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
  const sum = new Float64Array(dimensions);
  const seen = new Set<number>();
  for (let i = 0; i < text.rows.length; i++) {
    const row = text.rows[i] as number;
    if (row < 0 || seen.has(row) || (text.information[i] as number) < least) continue;
    if (text.wordAt(i).charCodeAt(0) >= FIRST_BEYOND_LATIN !== (script === 'han')) continue;
    seen.add(row);
    const factor = text.inverseNorms[i] as number;
    const from = row * dimensions;
    for (let d = 0; d < dimensions; d++) {
      sum[d] = (sum[d] as number) + factor * (values[from + d] as number);
    }
  }
  const length = Math.sqrt(Math.max(1, seen.size));
  return sum.map((value) => value / length);
};
