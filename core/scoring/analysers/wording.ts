import type { StaticEmbedder } from '../../embedding/static-embedder.ts';
import {
  wordingDirections,
  wordingIntercepts,
  wordingOffsets,
  wordingScale,
  wordingWeights,
} from '../lexicon/wording-weights.ts';
import { inPlainWords } from './plain-wording.ts';

/** For each level 2–5: how much the wording is that of answers which reach it, about 0 (not) to 1 (does). */
export type Wording = Readonly<Record<2 | 3 | 4 | 5, number>>;

const NUMBER = /[\d][\d.,]*%?|百分之[零一二两三四五六七八九十百点]+|[零一二两三四五六七八九十百千万亿]+/gu;
/** 我们 is often modesty: it reads like 我. */
const WE = /[我俺咱]们|[俺咱]/gu;
const HAN_RUN = /[\u4e00-\u9fff#]+/gu;
const LATIN_WORD = /[a-z][a-z']*/gu;

/** Han characters with numbers as one sign, marks left out, and the Latin words. */
const plainOf = (text: string): { han: string; latin: readonly string[] } => {
  const plain = text.replace(WE, '我').replace(NUMBER, '#');
  return { han: (plain.match(HAN_RUN) ?? []).join(''), latin: plain.match(LATIN_WORD) ?? [] };
};

const addLatin = (latin: readonly string[], features: Set<string>): void =>
  latin.forEach((word, i) => {
    features.add(word);
    const next = latin[i + 1];
    if (next !== undefined) features.add(`${word} ${next}`);
  });

/**
 * The small pieces a text is made of: pairs of neighbouring Han characters across punctuation, Latin words and their pairs.
 * Numbers are one sign, so that figures and Chinese numerals read alike.
 */
export const wordingFeatures = (text: string): Set<string> => {
  const { han, latin } = plainOf(inPlainWords(text));
  const features = new Set<string>();
  for (let i = 0; i + 1 < han.length; i++) features.add(han.slice(i, i + 2));
  addLatin(latin, features);
  return features;
};

/** A pair of characters as a number, so that no pair has to be cut out of the text to be looked up. */
const pairCode = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

const parse = (): Map<string, readonly number[]> => {
  const table = new Map<string, readonly number[]>();
  for (const line of wordingWeights.split('\n')) {
    const [feature, ...numbers] = line.split('\t');
    if (feature !== undefined && feature !== '')
      table.set(
        feature,
        numbers.map((value) => Number(value) * wordingScale),
      );
  }
  return table;
};

interface Tables {
  readonly weights: ReadonlyMap<string, readonly number[]>;
  /** The same for pairs of characters, by their code. */
  readonly pairs: ReadonlyMap<number, readonly number[]>;
  readonly directions: Readonly<Record<'zh' | 'en', readonly Float64Array[]>>;
}

let read: Tables | undefined;

/** Read with the first answer, so that a start stays quick. */
const tables = (): Tables => {
  if (read !== undefined) return read;
  const weights = parse();
  const pairs = [...weights].filter(([feature]) => feature.length === 2);
  read = {
    weights,
    pairs: new Map(pairs.map(([feature, row]) => [pairCode(feature, 0), row])),
    directions: { zh: directionsOf(wordingDirections.zh), en: directionsOf(wordingDirections.en) },
  };
  return read;
};

const DIRECTION_SCALE = 0.001;
/** Commoner words say nothing about how an answer is told. */
const LEAST_NATS = 4;
/** What is said later has mostly been said before. */
const READ_UNITS = 1200;

/** What the words of a text mean, summed, by script: words of like meaning weigh alike, so that rewording changes little. */
export const wordingMeaning = (text: string, embedder: StaticEmbedder): Meaning =>
  meaningOf(inPlainWords(text), embedder);

type Meaning = Readonly<Record<'zh' | 'en', Float64Array>>;

const meaningOf = (plain: string, embedder: StaticEmbedder): Meaning => {
  const prepared = embedder.prepare(plain.slice(0, READ_UNITS));
  return {
    zh: embedder.wordSum(prepared, 'han', LEAST_NATS),
    en: embedder.wordSum(prepared, 'latin', LEAST_NATS),
  };
};

const directionsOf = (source: string): readonly Float64Array[] =>
  source
    .trim()
    .split('\n')
    .map((line) => Float64Array.from(line.split(' '), (value) => Number(value) * DIRECTION_SCALE));

const along = (direction: Float64Array, sum: Float64Array): number => {
  let total = 0;
  for (let d = 0; d < sum.length; d++) total += (direction[d] as number) * (sum[d] as number);
  return total;
};

/** Of a text in plain words the share of Han pairs among all pieces, and for each level the sum of the weights of the pieces. */
const pieceSums = (text: string): { share: number; sums: readonly number[] } => {
  const plain = plainOf(text);
  const known = tables();
  const pairs = new Set<number>();
  const latin = new Set<string>();
  const sums = [0, 0, 0, 0];
  let han = 0;
  const add = (row: readonly number[] | undefined) => {
    if (row !== undefined) for (let k = 0; k < 4; k++) sums[k] = (sums[k] as number) + (row[k] as number);
  };
  for (let i = 0; i + 1 < plain.han.length; i++) {
    const pair = pairCode(plain.han, i);
    if (pairs.has(pair)) continue;
    pairs.add(pair);
    if (plain.han.charCodeAt(i) > 127) han++;
    add(known.pairs.get(pair));
  }
  addLatin(plain.latin, latin);
  for (const word of latin) add(known.weights.get(word));
  const features = pairs.size + latin.size;
  const size = Math.sqrt(Math.max(1, features));
  return { share: features === 0 ? 1 : han / features, sums: sums.map((sum) => sum / size) };
};

/**
 * Weighs the wording of a cleaned answer by weights learned from rated answers (`test/evaluate/train-wording.ts`); without an embedder the
 * meaning of the words counts as average.
 */
export const wordingOf = (text: string, embedder?: StaticEmbedder): Wording => {
  const plain = inPlainWords(text);
  const { share, sums } = pieceSums(plain);
  const meaning = embedder === undefined ? null : meaningOf(plain, embedder);
  const at = (k: number) => {
    const told = (lang: 'zh' | 'en') =>
      (wordingIntercepts[lang][k] as number) +
      (meaning === null
        ? 0
        : along(tables().directions[lang][k] as Float64Array, meaning[lang]) -
          (wordingOffsets[lang][k] as number));
    return (sums[k] as number) + share * told('zh') + (1 - share) * told('en');
  };
  return { 2: at(0), 3: at(1), 4: at(2), 5: at(3) };
};
