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

/** Longest word that starts with each UTF-16 unit, so that hopeless look-ups are skipped. */
const longestByFirstUnit = (rows: ReadonlyMap<string, number>): Uint8Array => {
  const longest = new Uint8Array(65_536);
  for (const word of rows.keys()) {
    const first = word.charCodeAt(0);
    const length = Math.min(word.length, MAX_WORD);
    if (length > (longest[first] ?? 0)) longest[first] = length;
  }
  return longest;
};

/**
 * Builds a segmenter that finds the cheapest cut of Chinese text into known words (dynamic programming over unigram costs);
 * Latin words are looked up in lower case, then without their ending.
 */
export const createWordSegmenter = (vectors: WordVectors): WordSegmenter => {
  const { rows, costs } = vectors;
  const longest = longestByFirstUnit(rows);

  const pushHan = (run: string, at: number, into: Token[]): void => {
    const size = run.length;
    const best = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(size + 1);
    const rowAt = new Int32Array(size + 1).fill(-1);
    best[0] = 0;
    for (let start = 0; start < size; start++) {
      const base = best[start] as number;
      const reach = Math.max(1, Math.min(longest[run.charCodeAt(start)] as number, size - start));
      for (let length = 1; length <= reach; length++) {
        const row = rows.get(run.slice(start, start + length)) ?? -1;
        if (row < 0 && length > 1) continue;
        const cost = base + (row < 0 ? UNKNOWN_COST : (costs[row] as number));
        if (cost < (best[start + length] as number)) {
          best[start + length] = cost;
          from[start + length] = start;
          rowAt[start + length] = row;
        }
      }
    }
    const found: Token[] = [];
    for (let end = size; end > 0; end = from[end] as number) {
      const start = from[end] as number;
      found.push({ word: run.slice(start, end), row: rowAt[end] as number, start: at + start });
    }
    for (let i = found.length - 1; i >= 0; i--) into.push(found[i] as Token);
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
