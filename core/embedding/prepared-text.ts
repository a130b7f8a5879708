import { type Token, tokensOf, type WordCut, type WordSegmenter, wordOf } from './segment-words.ts';
import type { WordVectors } from './vector-file.ts';

/** A text cut, weighed and averaged once, so that comparing it with many others stays cheap. */
export interface PreparedText {
  readonly tokens: readonly Token[];
  /** Row of each token among the vectors, −1 where there is none; quicker than the tokens. */
  readonly rows: Int32Array;
  /** The word of one token. */
  readonly wordAt: (token: number) => string;
  /** Inverse length of each token's vector, 0 where there is none. */
  readonly inverseNorms: Float32Array;
  /** Information of each token in nats (its segmentation cost); numbers and unknown words count as rare. */
  readonly information: Float32Array;
  /** Smooth inverse frequency of each token, 0..1. */
  readonly weights: Float32Array;
  /** Unit-length weighted mean of the token vectors; zero when no word is known. */
  readonly mean: Float32Array;
  /** Characters other than marks, for comparisons below the word. */
  readonly letters: string;
  /** Numbers as canonical strings, sorted. */
  readonly numbers: readonly string[];
  readonly negations: number;
}

const NEGATION =
  /没有?|不(?!仅|但|过|同(?!意)|错|断|久)|未|无(?!论)|别(?!的|人)|\b(?:not?|never|without|none|cannot)\b|n't\b/gu;
const LETTER = /[\p{L}\p{N}]+/gu;
const NUMBER =
  /\d+(?:\.\d+)?|[零一二三四五六七八九十百千万亿两]+(?=[个只名位条匹头辆架座艘张把人年月天岁倍成])/gu;
const DIGITS = '零一二三四五六七八九';
const RARE_NATS = 10;

const chineseNumber = (text: string): string => {
  let total = 0;
  let section = 0;
  let digit = -1;
  for (const character of text) {
    const value = character === '两' ? 2 : DIGITS.indexOf(character);
    if (value >= 0) {
      digit = value;
      continue;
    }
    const unit = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }[character] ?? 1;
    if (unit >= 10_000) {
      total = (total + section + Math.max(digit, 0)) * unit;
      section = 0;
    } else {
      section += (digit < 0 ? 1 : digit) * unit;
    }
    digit = -1;
  }
  return String(total + section + Math.max(digit, 0));
};

const numbersOf = (text: string): string[] => {
  const found: string[] = [];
  for (const [number] of text.matchAll(NUMBER)) {
    found.push(/\d/u.test(number) ? String(Number(number)) : chineseNumber(number));
  }
  return found.sort();
};

/** Inverse lengths of rows by vector file, 0 where not yet known (or no length); four bytes a word. */
const lengths = new WeakMap<WordVectors, Float32Array>();

const inverseNormsOf = (vectors: WordVectors): Float32Array => {
  const known = lengths.get(vectors);
  if (known !== undefined) return known;
  const made = new Float32Array(vectors.words.size);
  lengths.set(vectors, made);
  return made;
};

const inverseNorm = (values: Int8Array, from: number, dimensions: number): number => {
  let sum = 0;
  for (let i = from; i < from + dimensions; i++) sum += (values[i] as number) * (values[i] as number);
  return sum === 0 ? 0 : 1 / Math.sqrt(sum);
};

const unit = (vector: Float32Array): Float32Array => {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return vector;
  const factor = 1 / Math.sqrt(sum);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * factor;
  return vector;
};

/** Lower case, compatibility forms folded: what words are looked up in. */
export const normaliseForWords = (text: string): string => text.normalize('NFKC').toLowerCase();

type Weighed = Pick<PreparedText, 'inverseNorms' | 'information' | 'weights' | 'mean'>;

/** Words, letters, numbers and negations are written out when first asked for: most comparisons need the rows alone. */
class LazilyRead implements PreparedText {
  readonly rows: Int32Array;
  readonly inverseNorms: Float32Array;
  readonly information: Float32Array;
  readonly weights: Float32Array;
  readonly mean: Float32Array;
  readonly #cut: WordCut;
  #tokens: readonly Token[] | undefined;
  #letters: string | undefined;
  #numbers: readonly string[] | undefined;
  #negations: number | undefined;

  constructor(cut: WordCut, { inverseNorms, information, weights, mean }: Weighed) {
    this.rows = cut.rows;
    this.inverseNorms = inverseNorms;
    this.information = information;
    this.weights = weights;
    this.mean = mean;
    this.#cut = cut;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOf(this.#cut);
    return this.#tokens;
  }

  wordAt(token: number): string {
    return wordOf(this.#cut, token);
  }

  get letters(): string {
    this.#letters ??= (this.#cut.text.match(LETTER) ?? []).join('');
    return this.#letters;
  }

  get numbers(): readonly string[] {
    this.#numbers ??= numbersOf(this.#cut.text);
    return this.#numbers;
  }

  get negations(): number {
    this.#negations ??= (this.#cut.text.match(NEGATION) ?? []).length;
    return this.#negations;
  }
}

/** Values summed at once: as many as stay in registers, so that the sum of each is not fetched and stored for every word. */
const LANES = 8;

/**
 * Sum of the vectors at `places`, each times its factor, rounded to 32 bits after every word (scores of earlier versions rest on
 * that rounding).
 */
const weightedSum = (
  values: Int8Array,
  dimensions: number,
  places: Int32Array,
  factors: Float64Array,
  count: number,
): Float32Array => {
  const sum = new Float32Array(dimensions);
  const whole = dimensions - (dimensions % LANES);
  for (let d = 0; d < whole; d += LANES) sumLanes(values, d, places, factors, count, sum);
  for (let d = whole; d < dimensions; d++) {
    for (let i = 0; i < count; i++) {
      sum[d] = (sum[d] as number) + (factors[i] as number) * (values[(places[i] as number) + d] as number);
    }
  }
  return sum;
};

const sumLanes = (
  values: Int8Array,
  d: number,
  places: Int32Array,
  factors: Float64Array,
  count: number,
  sum: Float32Array,
): void => {
  let [a, b, c, e, f, g, h, k] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const at = (places[i] as number) + d;
    const factor = factors[i] as number;
    a = Math.fround(a + factor * (values[at] as number));
    b = Math.fround(b + factor * (values[at + 1] as number));
    c = Math.fround(c + factor * (values[at + 2] as number));
    e = Math.fround(e + factor * (values[at + 3] as number));
    f = Math.fround(f + factor * (values[at + 4] as number));
    g = Math.fround(g + factor * (values[at + 5] as number));
    h = Math.fround(h + factor * (values[at + 6] as number));
    k = Math.fround(k + factor * (values[at + 7] as number));
  }
  sum[d] = a;
  sum[d + 1] = b;
  sum[d + 2] = c;
  sum[d + 3] = e;
  sum[d + 4] = f;
  sum[d + 5] = g;
  sum[d + 6] = h;
  sum[d + 7] = k;
};

/** Cuts and weighs one text. */
export const prepareText = (text: string, vectors: WordVectors, segment: WordSegmenter): PreparedText => {
  const cut = segment(normaliseForWords(text));
  const { rows } = cut;
  const { dimensions, values } = vectors;
  const inverseNorms = new Float32Array(rows.length);
  const information = new Float32Array(rows.length);
  const weights = new Float32Array(rows.length);
  const places = new Int32Array(rows.length);
  const factors = new Float64Array(rows.length);
  let count = 0;
  const norms = inverseNormsOf(vectors);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (row < 0) {
      information[i] = RARE_NATS;
      weights[i] = 1;
      continue;
    }
    information[i] = (vectors.costs[row] as number) / 12;
    weights[i] = (vectors.weights[row] as number) / 255;
    const from = row * dimensions;
    if (norms[row] === 0) norms[row] = inverseNorm(values, from, dimensions);
    inverseNorms[i] = norms[row] as number;
    places[count] = from;
    factors[count] = (weights[i] as number) * (inverseNorms[i] as number);
    count++;
  }
  const mean = unit(weightedSum(values, dimensions, places, factors, count));
  return new LazilyRead(cut, { inverseNorms, information, weights, mean });
};
