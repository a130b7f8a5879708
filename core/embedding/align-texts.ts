import type { PreparedText } from './prepared-text.ts';
import type { Token } from './segment-words.ts';
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
  for (let i = 0; i < size; i++) sum += (values[a + i] as number) * (values[b + i] as number);
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
  const left = empty(a.tokens.length);
  const right = empty(b.tokens.length);
  const { dimensions, values } = vectors;
  for (let i = 0; i < a.tokens.length; i++) {
    const mine = a.tokens[i] as Token;
    for (let j = 0; j < b.tokens.length; j++) {
      const other = b.tokens[j] as Token;
      let close = 0;
      if (mine.row >= 0 ? mine.row === other.row : mine.word === other.word) close = 1;
      else if (mine.row >= 0 && other.row >= 0) {
        close =
          dotRows(values, mine.row * dimensions, other.row * dimensions, dimensions) *
          (a.inverseNorms[i] as number) *
          (b.inverseNorms[j] as number);
      }
      keep(left, i, close, j);
      keep(right, j, close, i);
    }
  }
  return [left, right];
};
