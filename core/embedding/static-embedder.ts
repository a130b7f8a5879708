import type { Embedder } from '../ports/embedder.ts';
import { type Alignment, alignTexts, closestWords } from './align-texts.ts';
import { type PreparedText, prepareText } from './prepared-text.ts';
import { createWordSegmenter } from './segment-words.ts';
import { similarityFeatures } from './similarity-features.ts';
import { readWordVectors } from './vector-file.ts';
import { wordSum } from './word-sum.ts';

/** The embedder that ships with Jinji: needs no network, answers at once, gives equal results on every JavaScript engine. */
export interface StaticEmbedder extends Embedder {
  /** Unit-length vector of a text; zero when no word is known. Shared and cached: do not write into it. */
  embedSync(text: string): Float32Array;
  /**
   * How close two texts are in meaning, 0 (unrelated) .. 1 (the same); symmetric and deterministic. Of longer texts only the
   * first 1,500 characters are compared.
   */
  similarity(a: string, b: string): number;
  /** The text cut into words and weighed; shared and cached. */
  prepare(text: string): PreparedText;
  /** For every word of each text its closest counterpart in the other. */
  align(a: PreparedText, b: PreparedText): readonly [Alignment, Alignment];
  /** Of every word of `wanted` with more than `common` nats how close the closest word of `text` is, 0..1; 0 for other words. */
  closest(wanted: PreparedText, text: PreparedText, common: number): Float32Array;
  /** Sum of the vectors of the different words of one script with at least `least` nats, over the root of their number. */
  wordSum(text: PreparedText, script: 'han' | 'latin', least: number): Float64Array;
  /** Cosine −1..1 of two single words; null when either is unknown. */
  wordCosine(a: string, b: string): number | null;
}

/** Bounds of memory: a cached word takes about 100 bytes, a text as much as eight words more. */
const CACHED_TOKENS = 60_000;
const TEXT_COST = 8;
/** Longer texts are compared by their beginnings, because every word is compared with every word. */
const COMPARED_UNITS = 1500;
/** "We deliver on Sundays" and "we do not deliver on Sundays" share every word: never nearly the same. */
const NEGATED_LIMIT = 0.6;

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/**
 * Keeps texts used lately; answers, anchors and key points are compared many times over. Two halves instead of an order of use: when the
 * newer one is full it becomes the older one, whose texts stay if they are used again.
 */
const createTextCache = (prepare: (text: string) => PreparedText): ((text: string) => PreparedText) => {
  let newer = new Map<string, PreparedText>();
  let older = new Map<string, PreparedText>();
  let size = 0;
  return (text) => {
    const known = newer.get(text);
    if (known !== undefined) return known;
    const prepared = older.get(text) ?? prepare(text);
    size += prepared.rows.length + TEXT_COST;
    if (size > CACHED_TOKENS / 2) {
      older = newer;
      newer = new Map();
      size = prepared.rows.length + TEXT_COST;
    }
    newer.set(text, prepared);
    return prepared;
  };
};

/**
 * Builds the embedder over the bytes of `templates/vectors/words.bin`, which the host reads when it first needs them.
 * @throws AppError `VECTORS_UNREADABLE` when the bytes are not such a file.
 */
export const createStaticEmbedder = (bytes: ArrayBuffer | Uint8Array): StaticEmbedder => {
  const vectors = readWordVectors(bytes);
  const segment = createWordSegmenter(vectors);
  const prepared = createTextCache((text) => prepareText(text, vectors, segment));
  const { weights, intercept } = vectors.similarity;

  const similarity = (a: string, b: string): number => {
    const left = prepared(a.slice(0, COMPARED_UNITS));
    const right = prepared(b.slice(0, COMPARED_UNITS));
    if (left.letters === right.letters && left.letters !== '') return 1;
    let sum = intercept;
    similarityFeatures(left, right, vectors).forEach((value, i) => {
      sum += value * (weights[i] ?? 0);
    });
    const contrary = (left.negations === 0) !== (right.negations === 0);
    return Math.min(contrary ? NEGATED_LIMIT : 1, Math.max(0, sum));
  };

  return {
    version: vectors.version,
    dimensions: vectors.dimensions,
    embed: async (texts) => texts.map((text) => prepared(text).mean),
    embedSync: (text) => prepared(text).mean,
    similarity,
    prepare: prepared,
    align: (a, b) => alignTexts(a, b, vectors),
    closest: (wanted, text, common) => closestWords(wanted, text, common, vectors),
    wordSum: (text, script, least) => wordSum(text, script, least, vectors),
    wordCosine: (a, b) => {
      if (vectors.words.rowOf(a) < 0 || vectors.words.rowOf(b) < 0) return null;
      return dot(prepared(a).mean, prepared(b).mean);
    },
  };
};
