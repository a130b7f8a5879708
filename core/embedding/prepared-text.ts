import { SeenNumbers } from './number-tables.ts';
import { type Token, tokensOf, type WordCut, type WordSegmenter, wordOf } from './segment-words.ts';
import { Summands } from './summands.ts';
import type { WordVectors } from './vector-file.ts';

/** A text cut, weighed and averaged once, so that comparing it with many others stays cheap. */
export interface PreparedText {
  readonly tokens: readonly Token[];
  /** Row of each token among the vectors, −1 where there is none; quicker than the tokens. */
  readonly rows: Int32Array;
  /** Tokens whose row none before them has, and all that have none. */
  readonly different: Int32Array;
  /** The word of one token. */
  readonly wordAt: (token: number) => string;
  /** The first UTF-16 unit of one token; tells its script without cutting it out. */
  readonly firstUnit: (token: number) => number;
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

type Weighed = Pick<PreparedText, 'inverseNorms' | 'information' | 'weights'>;

/** Words, mean, letters, numbers and negations are worked out when first asked for: most comparisons need one or two of them. */
class LazilyRead implements PreparedText {
  readonly rows: Int32Array;
  readonly inverseNorms: Float32Array;
  readonly information: Float32Array;
  readonly weights: Float32Array;
  readonly #cut: WordCut;
  readonly #vectors: WordVectors;
  #tokens: readonly Token[] | undefined;
  #different: Int32Array | undefined;
  #mean: Float32Array | undefined;
  #letters: string | undefined;
  #numbers: readonly string[] | undefined;
  #negations: number | undefined;

  constructor(cut: WordCut, { inverseNorms, information, weights }: Weighed, vectors: WordVectors) {
    this.rows = cut.rows;
    this.inverseNorms = inverseNorms;
    this.information = information;
    this.weights = weights;
    this.#cut = cut;
    this.#vectors = vectors;
  }

  get mean(): Float32Array {
    this.#mean ??= meanOf(this, this.#vectors);
    return this.#mean;
  }

  firstUnit(token: number): number {
    return this.#cut.text.charCodeAt(this.#cut.starts[token] as number);
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOf(this.#cut);
    return this.#tokens;
  }

  get different(): Int32Array {
    this.#different ??= differentIn(this.rows);
    return this.#different;
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

const seenRows = new SeenNumbers();

const differentIn = (rows: Int32Array): Int32Array => {
  const different = new Int32Array(rows.length);
  let count = 0;
  seenRows.clear(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (row < 0 || seenRows.isNew(row + 1)) different[count++] = i;
  }
  return different.subarray(0, count);
};

/** Unit-length mean of the token vectors by their weights. */
const meanOf = (
  { rows, weights, inverseNorms }: Pick<PreparedText, 'rows' | 'weights' | 'inverseNorms'>,
  { dimensions, values }: WordVectors,
): Float32Array => {
  const summands = new Summands(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (row >= 0) summands.add(row * dimensions, (weights[i] as number) * (inverseNorms[i] as number));
  }
  return unit(summands.roundedSum(values, dimensions));
};

/** Cuts and weighs one text. */
export const prepareText = (text: string, vectors: WordVectors, segment: WordSegmenter): PreparedText => {
  const cut = segment(normaliseForWords(text));
  const { rows } = cut;
  const { dimensions, values } = vectors;
  const inverseNorms = new Float32Array(rows.length);
  const information = new Float32Array(rows.length);
  const weights = new Float32Array(rows.length);
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
    if (norms[row] === 0) norms[row] = inverseNorm(values, row * dimensions, dimensions);
    inverseNorms[i] = norms[row] as number;
  }
  return new LazilyRead(cut, { inverseNorms, information, weights }, vectors);
};
