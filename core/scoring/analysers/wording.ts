import { SeenNumbers } from '../../embedding/number-tables.ts';
import type { StaticEmbedder } from '../../embedding/static-embedder.ts';
import { pairCode, wordingTable } from '../lexicon/wording-table.ts';
import { wordingIntercepts, wordingOffsets } from '../lexicon/wording-weights.ts';
import { inPlainWords } from './plain-wording.ts';
import type { Finding, Reading } from './reading.ts';

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

/** Who speaks of 我 and who leaves it out says the same. */
const SELF = new Set(['我', '俺', '咱']);
const SELF_UNITS: ReadonlySet<number> = new Set([...SELF].map((character) => character.charCodeAt(0)));
/** What a list is found in is weighed by how many different ways it is said, in these steps. */
const STEPS = [1, 2, 3, 5] as const;
/** Marks of features that are no piece of wording: words, and what the lexicon found. */
const WORD = '=';
/** Findings weigh differently in Chinese and in Latin letters. */
const FOUND = { han: '@', latin: '&' } as const;

/** The features of an answer, each kind apart: kinds are weighed against each other when they are learned. */
export interface WordingFeatures {
  /** Pairs of neighbouring Han characters across punctuation, Latin words and their pairs; numbers are one sign. */
  readonly pieces: ReadonlySet<string>;
  /** Chinese words. */
  readonly words: ReadonlySet<string>;
  /** What the lexicon found, in steps of how often. */
  readonly found: ReadonlySet<string>;
}

/** The small pieces, words and findings that an answer is made of. */
export const wordingFeatures = (
  reading: Reading,
  isImaginedTold: boolean,
  embedder: StaticEmbedder,
): WordingFeatures => {
  const plain = inPlainWords(reading.text);
  const { han, latin } = plainOf(plain);
  const pieces = new Set<string>();
  for (let i = 0; i + 1 < han.length; i++) pieces.add(han.slice(i, i + 2));
  addLatin(latin, pieces);
  const words = new Set<string>();
  eachWord(plain, embedder, (word) => words.add(WORD + word));
  const mark = isMostlyHan(pairsOf(pieces), pieces.size) ? FOUND.han : FOUND.latin;
  return { pieces, words, found: new Set(foundIn(reading, isImaginedTold, mark)) };
};

const isHan = (feature: string): boolean => feature.charCodeAt(0) >= FIRST_HAN;

const pairsOf = (pieces: ReadonlySet<string>): number => [...pieces].filter(isHan).length;

const isMostlyHan = (pairs: number, all: number): boolean => pairs * 2 >= all;

const eachWord = (plain: string, embedder: StaticEmbedder, use: (word: string) => void): void => {
  const prepared = embedder.prepare(plain.slice(0, READ_UNITS));
  for (let i = 0; i < prepared.rows.length; i++) {
    if (prepared.firstUnit(i) < FIRST_HAN) continue;
    const word = prepared.wordAt(i);
    if (!SELF.has(word[0] as string)) use(word);
  }
};

const FIRST_HAN = 0x4e00;

/** Kinds of count of one list, in the order in which they are weighed. */
const COUNTS = ['', '~imagined', '~others', '~denied'] as const;

/** Own, carried-out conduct (or imagined where that was asked for), and how much is imagined, done by others or denied. */
const countsOf = (concept: string, list: readonly Finding[], isImaginedTold: boolean): readonly number[] => {
  const isAction = concept.startsWith('action.');
  const keys = new Set<string>();
  let [imagined, others, denied] = [0, 0, 0];
  for (const finding of list) {
    if (finding.hypothetical) imagined++;
    if (!finding.own) others++;
    if (finding.negated) denied++;
    else if ((finding.own || !isAction) && (isImaginedTold || !finding.hypothetical)) keys.add(finding.key);
  }
  return [keys.size, imagined, others, denied];
};

const foundIn = (reading: Reading, isImaginedTold: boolean, mark: string): string[] => {
  const features: string[] = [];
  for (const [concept, list] of reading.findings)
    countsOf(concept, list, isImaginedTold).forEach((count, i) => {
      for (const step of STEPS) if (count >= step) features.push(`${mark}${concept}${COUNTS[i]}${step}`);
    });
  return features;
};

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

const along = (direction: Float64Array, sum: Float64Array): number => {
  let total = 0;
  for (let d = 0; d < sum.length; d++) total += (direction[d] as number) * (sum[d] as number);
  return total;
};

const ofWords = new WeakMap<StaticEmbedder, Map<number, number>>();
const ofFindings = new Map<string, Int32Array>();

/** Adds the weights of the different Chinese words; a word is looked up by its name once and by its number from then on. */
const addWords = (plain: string, embedder: StaticEmbedder, sums: Float64Array): void => {
  const { rowOf, addRow } = wordingTable();
  const known = ofWords.get(embedder) ?? new Map<number, number>();
  ofWords.set(embedder, known);
  const prepared = embedder.prepare(plain.slice(0, READ_UNITS));
  const unknown = new Set<string>();
  for (const i of prepared.different) {
    const unit = prepared.firstUnit(i);
    if (unit < FIRST_HAN || SELF_UNITS.has(unit)) continue;
    const number = prepared.rows[i] as number;
    if (number < 0) {
      const word = prepared.wordAt(i);
      if (!unknown.has(word)) addRow(rowOf(WORD + word), sums);
      unknown.add(word);
      continue;
    }
    let row = known.get(number);
    if (row === undefined) {
      row = rowOf(WORD + prepared.wordAt(i));
      known.set(number, row);
    }
    addRow(row, sums);
  }
};

/** Adds the weights of what the lexicon found; the rows of a list are looked up by name once. */
const addFound = (reading: Reading, isImaginedTold: boolean, mark: string, sums: Float64Array): void => {
  const { rowOf, addRow } = wordingTable();
  for (const [concept, list] of reading.findings) {
    const name = mark + concept;
    let rows = ofFindings.get(name);
    if (rows === undefined) {
      rows = Int32Array.from(COUNTS.flatMap((count) => STEPS.map((step) => rowOf(`${name}${count}${step}`))));
      ofFindings.set(name, rows);
    }
    const counts = countsOf(concept, list, isImaginedTold);
    for (let c = 0; c < counts.length; c++)
      for (let k = 0; k < STEPS.length; k++)
        if ((counts[c] as number) >= (STEPS[k] as number)) addRow(rows[c * STEPS.length + k] as number, sums);
  }
};

const seenPairs = new SeenNumbers();

/** Of an answer the share of Han pairs among all pieces, and for each level the sum of the weights of its features. */
const featureSums = (
  reading: Reading,
  text: string,
  isImaginedTold: boolean,
  embedder: StaticEmbedder | undefined,
): { share: number; sums: Float64Array } => {
  const { han, latin } = plainOf(text);
  const { rowOf, rowOfPair, addRow } = wordingTable();
  const others = new Set<string>();
  const sums = new Float64Array(4);
  let pairs = 0;
  let ofHan = 0;
  seenPairs.clear(han.length);
  for (let i = 0; i + 1 < han.length; i++) {
    const code = pairCode(han, i);
    if (!seenPairs.isNew(code)) continue;
    pairs++;
    if (han.charCodeAt(i) >= FIRST_HAN) ofHan++;
    addRow(rowOfPair(code), sums);
  }
  addLatin(latin, others);
  for (const word of others) addRow(rowOf(word), sums);
  if (embedder !== undefined) addWords(text, embedder, sums);
  const features = pairs + others.size;
  const mark = isMostlyHan(ofHan, features) ? FOUND.han : FOUND.latin;
  addFound(reading, isImaginedTold, mark, sums);
  const size = Math.sqrt(Math.max(1, features));
  return { share: features === 0 ? 1 : ofHan / features, sums: sums.map((sum) => sum / size) };
};

/**
 * Weighs how an answer is told by weights learned from rated answers (`test/evaluate/train-wording.ts`): the pieces and words it is made
 * of, what they mean, and what the lexicon found. Without an embedder words and meaning count as average.
 */
export const wordingOf = (reading: Reading, isImaginedTold: boolean, embedder?: StaticEmbedder): Wording => {
  const plain = inPlainWords(reading.text);
  const { share, sums } = featureSums(reading, plain, isImaginedTold, embedder);
  const meaning = embedder === undefined ? null : meaningOf(plain, embedder);
  const at = (k: number) => {
    const told = (lang: 'zh' | 'en') =>
      (wordingIntercepts[lang][k] as number) +
      (meaning === null
        ? 0
        : along(wordingTable().directions[lang][k] as Float64Array, meaning[lang]) -
          (wordingOffsets[lang][k] as number));
    return (sums[k] as number) + share * told('zh') + (1 - share) * told('en');
  };
  return { 2: at(0), 3: at(1), 4: at(2), 5: at(3) };
};
