import type { PreparedText } from './prepared-text.ts';
import type { WordVectors } from './vector-file.ts';

/** For every word of one text its closest word in another. */
export interface Alignment {
  /** 1 for the same word, 0 for none, else the cosine. */
  readonly closeness: Float32Array;
  /** Index of that word in the other text, −1 for none. */
  readonly partner: Int32Array;
}

const dotRows = (values: Int8Array, a: number, b: number, size: number): number => {
  let sum = 0;
  // Whole numbers all the way: the sum of 32-bit products needs no check for fractions.
  for (let i = 0; i < size; i++) {
    sum = (sum + Math.imul(values[a + i] as number, values[b + i] as number)) | 0;
  }
  return sum;
};

const empty = (size: number): Alignment => ({
  closeness: new Float32Array(size),
  partner: new Int32Array(size).fill(-1),
});

const keep = (into: Alignment, i: number, close: number, other: number): void => {
  if (close <= (into.closeness[i] as number)) return;
  into.closeness[i] = close;
  into.partner[i] = other;
};

/** Aligns two texts word by word, each to its closest counterpart. */
export const alignTexts = (
  a: PreparedText,
  b: PreparedText,
  vectors: WordVectors,
): readonly [Alignment, Alignment] => {
  const left = empty(a.rows.length);
  const right = empty(b.rows.length);
  const { dimensions, values } = vectors;
  for (let i = 0; i < a.rows.length; i++) {
    const mine = a.rows[i] as number;
    const word = mine < 0 ? a.wordAt(i) : '';
    for (let j = 0; j < b.rows.length; j++) {
      const other = b.rows[j] as number;
      let close = 0;
      if (mine >= 0 ? mine === other : other < 0 && word === b.wordAt(j)) close = 1;
      else if (mine >= 0 && other >= 0) {
        close =
          dotRows(values, mine * dimensions, other * dimensions, dimensions) *
          (a.inverseNorms[i] as number) *
          (b.inverseNorms[j] as number);
      }
      keep(left, i, close, j);
      keep(right, j, close, i);
    }
  }
  return [left, right];
};

/** Every different word once; words without a vector apart, because only the same word can match them. */
const differentWords = (
  text: PreparedText,
): { readonly at: readonly number[]; readonly unknown: ReadonlySet<string> } => {
  const unknown = new Set<string>();
  const at: number[] = [];
  for (const i of text.different) {
    if ((text.rows[i] as number) < 0) unknown.add(text.wordAt(i));
    else at.push(i);
  }
  return { at, unknown };
};

/**
 * What `alignTexts` gives as closeness for the words of `wanted`, only for those that carry more than `common` nats and without
 * partners; 0 for all others.
 */
export const closestWords = (
  wanted: PreparedText,
  text: PreparedText,
  common: number,
  { dimensions, values }: WordVectors,
): Float32Array => {
  const closeness = new Float32Array(wanted.rows.length);
  const { at, unknown } = differentWords(text);
  for (let i = 0; i < closeness.length; i++) {
    if ((wanted.information[i] as number) <= common) continue;
    const row = wanted.rows[i] as number;
    if (row < 0) {
      if (unknown.has(wanted.wordAt(i))) closeness[i] = 1;
      continue;
    }
    let best = 0;
    for (const j of at) {
      const other = text.rows[j] as number;
      const close =
        other === row
          ? 1
          : dotRows(values, row * dimensions, other * dimensions, dimensions) *
            (wanted.inverseNorms[i] as number) *
            (text.inverseNorms[j] as number);
      if (close > best) best = close;
    }
    closeness[i] = best;
  }
  return closeness;
};
