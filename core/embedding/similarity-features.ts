import { alignTexts } from './align-texts.ts';
import type { PreparedText } from './prepared-text.ts';
import type { WordVectors } from './vector-file.ts';

/** What two texts are compared on, each about 0 (apart) to 1 (alike); order of `SimilarityModel.weights`. */
export const SIMILARITY_FEATURES = [
  'cosine',
  'alignMean',
  'alignLow',
  'informedMean',
  'informedLow',
  'unmatched',
  'exact',
  'contained',
  'bigrams',
  'letters',
  'subsequence',
  'lengths',
  'numbers',
  'negation',
  'worst',
  'cosineSquared',
  'alignSquared',
] as const;

interface Agreement {
  /** Share of each text's smooth-frequency weight that finds a counterpart, by closeness. */
  readonly weighted: number;
  readonly informed: number;
  /** Share of information without a counterpart of at least .45. */
  readonly unmatched: number;
  /** Share of information whose very word is in the other text. */
  readonly exact: number;
  /** Closeness of the worst-matched informative word. */
  readonly worst: number;
}

const summarise = (text: PreparedText, best: Float32Array): Agreement => {
  let weight = 0;
  let information = 0;
  let weighted = 0;
  let informed = 0;
  let unmatched = 0;
  let exact = 0;
  let worst = 1;
  for (let i = 0; i < best.length; i++) {
    const close = best[i] as number;
    const w = text.weights[i] as number;
    const n = text.information[i] as number;
    weight += w;
    information += n;
    weighted += w * close;
    informed += n * close;
    if (close < 0.45) unmatched += n;
    if (close >= 0.999) exact += n;
    if (n > 6 && close < worst) worst = close;
  }
  if (best.length === 0) return { weighted: 0, informed: 0, unmatched: 1, exact: 0, worst: 0 };
  return {
    weighted: weighted / Math.max(weight, 1e-6),
    informed: informed / Math.max(information, 1e-6),
    unmatched: unmatched / Math.max(information, 1e-6),
    exact: exact / Math.max(information, 1e-6),
    worst,
  };
};

const pieces = (letters: string, size: number): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let i = 0; i + size <= letters.length; i++) {
    const piece = letters.slice(i, i + size);
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
};

const dice = (a: string, b: string, size: number): number => {
  const total = Math.max(0, a.length - size + 1) + Math.max(0, b.length - size + 1);
  if (total === 0) return a === b ? 1 : 0;
  const other = pieces(b, size);
  let common = 0;
  for (const [piece, count] of pieces(a, size)) common += Math.min(count, other.get(piece) ?? 0);
  return (2 * common) / total;
};

const longestCommonSubsequence = (a: string, b: string): number => {
  const row = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] as number;
      row[j] = a.charCodeAt(i) === b.charCodeAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1] as number);
      diagonal = above;
    }
  }
  return row[b.length] as number;
};

const SUBSEQUENCE_UNITS = 300;

const subsequence = (a: string, b: string): number => {
  const left = a.slice(0, SUBSEQUENCE_UNITS);
  const right = b.slice(0, SUBSEQUENCE_UNITS);
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : longestCommonSubsequence(left, right) / longest;
};

const sharedNumbers = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0 && b.length === 0) return 1;
  const left = new Set(a);
  const right = new Set(b);
  let common = 0;
  for (const number of left) if (right.has(number)) common += 1;
  return common / Math.max(left.size, right.size);
};

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/** The features of `SIMILARITY_FEATURES` for two prepared texts; symmetric in its arguments. */
export const similarityFeatures = (a: PreparedText, b: PreparedText, vectors: WordVectors): number[] => {
  const [bestA, bestB] = alignTexts(a, b, vectors);
  const left = summarise(a, bestA.closeness);
  const right = summarise(b, bestB.closeness);
  const cosine = Math.max(0, dot(a.mean, b.mean));
  const align = (left.weighted + right.weighted) / 2;
  const [few, many] = [Math.min(a.rows.length, b.rows.length), Math.max(a.rows.length, b.rows.length)];
  return [
    cosine,
    align,
    Math.min(left.weighted, right.weighted),
    (left.informed + right.informed) / 2,
    Math.min(left.informed, right.informed),
    1 - Math.max(left.unmatched, right.unmatched),
    (left.exact + right.exact) / 2,
    Math.max(left.exact, right.exact),
    dice(a.letters, b.letters, 2),
    dice(a.letters, b.letters, 1),
    subsequence(a.letters, b.letters),
    many === 0 ? 1 : few / many,
    sharedNumbers(a.numbers, b.numbers),
    (a.negations === 0) === (b.negations === 0) ? 1 : 0,
    Math.min(left.worst, right.worst),
    cosine * cosine,
    align * align,
  ];
};
