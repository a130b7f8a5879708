import type { WordVectors } from './vector-file.ts';

const MAX_WORD = 8;
const UNKNOWN_COST = 200;
/** Han runs, Latin words, then numbers and stated complexities such as O(n log n), which stay whole. */
const RUNS = /(\p{Script=Han}+)|(o\s?\([a-z0-9^*+² ]{1,12}\)|\d+(?:\.\d+)?%?)|([a-z]+(?:[+#]+|[0-9]+)?)/gu;

/** A piece of text with its row among the vectors, −1 when there is none. */
export interface Token {
  readonly word: string;
  readonly row: number;
  /** Place in the normalised text (equal to the given text when that is NFKC already). */
  readonly start: number;
}

/** Cuts normalised text into words; equal on every JavaScript engine because it uses the words of the vectors, not the host's dictionary. */
export type WordSegmenter = (text: string) => Token[];

const englishForms = (word: string): readonly string[] => {
  const forms = [word];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s')) forms.push(word.slice(0, -1));
  if (word.endsWith('ed')) forms.push(word.slice(0, -1), word.slice(0, -2), word.slice(0, -3));
  if (word.endsWith('ing')) forms.push(word.slice(0, -3), `${word.slice(0, -3)}e`, word.slice(0, -4));
  if (word.endsWith('ly')) forms.push(word.slice(0, -2));
  return forms;
};

const PAIR_SLOTS = 1 << 18;
const pairSlot = (first: number, second: number): number => (first * 421 + second) & (PAIR_SLOTS - 1);

interface WordStarts {
  /** Row of each word of one UTF-16 unit, −1 for none. */
  readonly single: Int32Array;
  /** Bit `length - 1` is set where a word of that length may start with these two units; pairs that share a slot only cost a look-up in vain. */
  readonly lengths: Uint8Array;
  /** Row of each word of two units by their code. */
  readonly pairs: ReadonlyMap<number, number>;
}

const pairCode = (first: number, second: number): number => (first << 16) | second;

/** Which words may start where: nearly all look-ups of a piece of text would find nothing, and cutting it out is what costs. */
const wordStarts = (rows: ReadonlyMap<string, number>): WordStarts => {
  const single = new Int32Array(65_536).fill(-1);
  const lengths = new Uint8Array(PAIR_SLOTS);
  const pairs = new Map<number, number>();
  for (const [word, row] of rows) {
    if (word.length === 2) pairs.set(pairCode(word.charCodeAt(0), word.charCodeAt(1)), row);
    if (word.length === 1) single[word.charCodeAt(0)] = row;
    else if (word.length <= MAX_WORD) {
      const slot = pairSlot(word.charCodeAt(0), word.charCodeAt(1));
      lengths[slot] = (lengths[slot] as number) | (1 << (word.length - 1));
    }
  }
  return { single, lengths, pairs };
};

/** Runs whose cut is remembered: a text is often read again without some of its sentences. */
const KEPT_RUNS = 512;
const KEPT_RUN_UNITS = 48;

type HanCutter = (run: string) => readonly Token[];

const createHanCutter = ({ rows, costs }: WordVectors): HanCutter => {
  const { single, lengths, pairs } = wordStarts(rows);
  // Working memory; making it anew for every run would take longer than most runs do.
  let best = new Float64Array(256);
  let from = new Int32Array(256);
  let rowAt = new Int32Array(256);

  // Gives the tokens of a run of Han characters, last first, with their places inside the run.
  return (run) => {
    const size = run.length;
    if (size >= best.length) {
      best = new Float64Array(size * 2);
      from = new Int32Array(size * 2);
      rowAt = new Int32Array(size * 2);
    }
    best.fill(Number.POSITIVE_INFINITY, 0, size + 1);
    best[0] = 0;
    for (let start = 0; start < size; start++) {
      const base = best[start] as number;
      const first = run.charCodeAt(start);
      const row = single[first] as number;
      const cost = base + (row < 0 ? UNKNOWN_COST : (costs[row] as number));
      if (cost < (best[start + 1] as number)) {
        best[start + 1] = cost;
        from[start + 1] = start;
        rowAt[start + 1] = row;
      }
      let possible =
        start + 1 < size ? (lengths[pairSlot(first, run.charCodeAt(start + 1))] as number) >> 1 : 0;
      for (let end = start + 2; possible !== 0 && end <= size; end++, possible >>= 1) {
        if ((possible & 1) === 0) continue;
        const known =
          end - start === 2
            ? pairs.get(pairCode(first, run.charCodeAt(start + 1)))
            : rows.get(run.slice(start, end));
        if (known === undefined) continue;
        const longer = base + (costs[known] as number);
        if (longer < (best[end] as number)) {
          best[end] = longer;
          from[end] = start;
          rowAt[end] = known;
        }
      }
    }
    const found: Token[] = [];
    for (let end = size; end > 0; end = from[end] as number) {
      const start = from[end] as number;
      found.push({ word: run.slice(start, end), row: rowAt[end] as number, start });
    }
    return found;
  };
};

/** Remembers the cuts of short runs. */
const remembering = (cut: HanCutter): HanCutter => {
  const kept = new Map<string, readonly Token[]>();
  return (run) => {
    if (run.length > KEPT_RUN_UNITS) return cut(run);
    let found = kept.get(run);
    if (found === undefined) {
      if (kept.size >= KEPT_RUNS) kept.clear();
      found = cut(run);
      kept.set(run, found);
    }
    return found;
  };
};

/**
 * Builds a segmenter that finds the cheapest cut of Chinese text into known words (dynamic programming over unigram costs);
 * Latin words are looked up in lower case, then without their ending.
 */
export const createWordSegmenter = (vectors: WordVectors): WordSegmenter => {
  const { rows } = vectors;
  const cutHan = remembering(createHanCutter(vectors));

  const pushHan = (run: string, at: number, into: Token[]): void => {
    const found = cutHan(run);
    for (let i = found.length - 1; i >= 0; i--) {
      const { word, row, start } = found[i] as Token;
      into.push({ word, row, start: at + start });
    }
  };

  const latinRow = (word: string): number => {
    for (const form of englishForms(word)) {
      const row = rows.get(form);
      if (row !== undefined) return row;
    }
    return -1;
  };

  return (text) => {
    const tokens: Token[] = [];
    for (const match of text.matchAll(RUNS)) {
      const start = match.index;
      if (match[1] !== undefined) pushHan(match[1], start, tokens);
      else if (match[3] !== undefined) tokens.push({ word: match[3], row: latinRow(match[3]), start });
      else tokens.push({ word: match[0].replace(/\s/gu, ''), row: -1, start });
    }
    return tokens;
  };
};
