import type { WordVectors } from './vector-file.ts';

/** A piece of text with its row among the vectors, −1 when there is none. */
export interface Token {
  readonly word: string;
  readonly row: number;
  /** Place in the normalised text (equal to the given text when that is NFKC already). */
  readonly start: number;
}

/** Where the words of a text stand, in flat memory: hardly anybody asks for the words themselves. */
export interface WordCut {
  readonly text: string;
  /** Row of each word among the vectors, −1 when there is none. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Cuts normalised text into words; equal on every JavaScript engine because it uses the words of the vectors, not the host's dictionary. */
export type WordSegmenter = (text: string) => WordCut;

const MAX_WORD = 8;
const UNKNOWN_COST = 200;
const HAN = /^\p{Script=Han}/u;
const HAN_RUNS = /\p{Script=Han}+/gu;
/** Stated complexities such as O(n log n) stay whole. */
const COMPLEXITY = /o\s?\([a-z0-9^*+² ]{1,12}\)/uy;
const UNITS = 65_536;
const NEITHER = 0;
const HAN_UNIT = 1;
const DIGIT = 2;
const LATIN = 3;
/** First half of a character beyond the first plane. */
const HALF = 4;

let known: Uint8Array | undefined;

const kindAt = (text: string, i: number, kinds: Uint8Array): number =>
  i < text.length ? (kinds[text.charCodeAt(i)] as number) : NEITHER;

/** What each UTF-16 unit is. The Han characters are those of the engine's Unicode, asked for once. */
const unitKinds = (): Uint8Array => {
  if (known !== undefined) return known;
  const kinds = new Uint8Array(UNITS);
  const block = 4096;
  for (let from = 0; from < UNITS; from += block) {
    const units = Array.from({ length: from === 0xd000 ? 0x800 : block }, (_, i) => from + i);
    for (const { index, 0: run } of String.fromCharCode(...units).matchAll(HAN_RUNS)) {
      kinds.fill(HAN_UNIT, from + index, from + index + run.length);
    }
  }
  kinds.fill(DIGIT, 48, 58);
  kinds.fill(LATIN, 97, 123);
  kinds.fill(HALF, 0xd800, 0xdc00);
  known = kinds;
  return kinds;
};

/** The words of a cut as strings. */
export const tokensOf = ({ text, rows, starts, ends }: WordCut): Token[] =>
  Array.from(rows, (row, i) => ({ word: wordAt(text, starts, ends, i), row, start: starts[i] as number }));

const wordAt = (text: string, starts: Int32Array, ends: Int32Array, i: number): string => {
  const word = text.slice(starts[i], ends[i]);
  // Only a stated complexity may have blanks inside.
  return word.charCodeAt(0) === 111 ? word.replace(/\s/gu, '') : word;
};

/** One word of a cut as a string. */
export const wordOf = (cut: WordCut, i: number): string => wordAt(cut.text, cut.starts, cut.ends, i);

/** What a Latin word may be without its ending. */
const englishForms = (word: string): readonly string[] => {
  const forms: string[] = [];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s')) forms.push(word.slice(0, -1));
  if (word.endsWith('ed')) forms.push(word.slice(0, -1), word.slice(0, -2), word.slice(0, -3));
  if (word.endsWith('ing')) forms.push(word.slice(0, -3), `${word.slice(0, -3)}e`, word.slice(0, -4));
  if (word.endsWith('ly')) forms.push(word.slice(0, -2));
  return forms;
};

/** Working memory for one text; it grows with the longest text seen and is shared by all. */
class Found {
  #rows = new Int32Array(1024);
  #starts = new Int32Array(1024);
  #ends = new Int32Array(1024);
  count = 0;

  push(row: number, start: number, end: number): void {
    if (this.count === this.#rows.length) this.#grow();
    this.#rows[this.count] = row;
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.count++;
  }

  /** Makes room for more words; gives the place of the first. */
  reserve(words: number): number {
    const first = this.count;
    this.count += words;
    while (this.count > this.#rows.length) this.#grow();
    return first;
  }

  set(place: number, row: number, start: number, end: number): void {
    this.#rows[place] = row;
    this.#starts[place] = start;
    this.#ends[place] = end;
  }

  take(text: string): WordCut {
    const { count } = this;
    this.count = 0;
    return {
      text,
      rows: this.#rows.slice(0, count),
      starts: this.#starts.slice(0, count),
      ends: this.#ends.slice(0, count),
    };
  }

  #grow(): void {
    const [rows, starts, ends] = [this.#rows, this.#starts, this.#ends];
    this.#rows = new Int32Array(rows.length * 2);
    this.#starts = new Int32Array(rows.length * 2);
    this.#ends = new Int32Array(rows.length * 2);
    this.#rows.set(rows);
    this.#starts.set(starts);
    this.#ends.set(ends);
  }
}

type HanCutter = (text: string, start: number, end: number, found: Found) => void;

/** The cheapest cut of a run of Han characters into known words: dynamic programming over unigram costs. */
const createHanCutter = ({ words, costs }: WordVectors): HanCutter => {
  // Working memory; making it anew for every run would take longer than most runs do.
  let best = new Int32Array(256);
  let from = new Int32Array(256);
  let rowAt = new Int32Array(256);

  return (text, start, end, found) => {
    const size = end - start;
    if (size >= best.length) {
      best = new Int32Array(size * 2);
      from = new Int32Array(size * 2);
      rowAt = new Int32Array(size * 2);
    }
    best.fill(0x7fffffff, 0, size + 1);
    best[0] = 0;
    for (let at = 0; at < size; at++) {
      const base = best[at] as number;
      const unit = text.charCodeAt(start + at);
      let node = words.first(unit);
      const single = node === 0 ? -1 : words.rowAt(node);
      const cost = base + (single < 0 ? UNKNOWN_COST : (costs[single] as number));
      if (cost < (best[at + 1] as number)) {
        best[at + 1] = cost;
        from[at + 1] = at;
        rowAt[at + 1] = single;
      }
      if (node === 0 || at + 1 >= size || !words.mayFollow(unit, text.charCodeAt(start + at + 1))) continue;
      const last = Math.min(size, at + MAX_WORD);
      for (let to = at + 2; to <= last; to++) {
        node = words.next(node, text.charCodeAt(start + to - 1));
        if (node === 0) break;
        const row = words.rowAt(node);
        if (row < 0) continue;
        const longer = base + (costs[row] as number);
        if (longer < (best[to] as number)) {
          best[to] = longer;
          from[to] = at;
          rowAt[to] = row;
        }
      }
    }
    let count = 0;
    for (let to = size; to > 0; to = from[to] as number) count++;
    let place = found.reserve(count) + count;
    for (let to = size; to > 0; to = from[to] as number) {
      found.set(--place, rowAt[to] as number, start + (from[to] as number), start + to);
    }
  };
};

/** Whether a pair of surrogates at `i` is a Han character. */
const isHanPair = (text: string, i: number): boolean => HAN.test(text.slice(i, i + 2));

/**
 * Builds a segmenter that finds the cheapest cut of Chinese text into known words; Latin words are looked up in lower case, then
 * without their ending; numbers and stated complexities stay whole.
 */
export const createWordSegmenter = (vectors: WordVectors): WordSegmenter => {
  const cutHan = createHanCutter(vectors);
  const kinds = unitKinds();
  const found = new Found();

  const latinRow = (word: string): number => {
    let row = vectors.words.rowOf(word);
    if (row >= 0) return row;
    for (const form of englishForms(word)) {
      row = vectors.words.rowOf(form);
      if (row >= 0) return row;
    }
    return -1;
  };

  return (text) => {
    for (let i = 0; i < text.length; ) {
      const kind = kindAt(text, i, kinds);
      const end = kind === NEITHER ? i + 1 : endOfRun(text, i, kinds);
      if (kind === HAN_UNIT || (kind === HALF && end > i + 1)) cutHan(text, i, end, found);
      else if (kind === DIGIT) found.push(-1, i, end);
      else if (kind === LATIN) {
        const isWhole = text.charCodeAt(end - 1) === 41;
        found.push(isWhole ? -1 : latinRow(text.slice(i, end)), i, end);
      }
      i = end;
    }
    return found.take(text);
  };
};

/** Where the run of Han characters, the number, the Latin word or the stated complexity that begins at `i` ends. */
const endOfRun = (text: string, i: number, kinds: Uint8Array): number => {
  const kind = kindAt(text, i, kinds);
  if (kind === DIGIT) return endOfNumber(text, i, kinds);
  if (kind === LATIN) return endOfLatin(text, i, kinds);
  let end = i;
  for (;;) {
    const next = kindAt(text, end, kinds);
    if (next === HAN_UNIT) end++;
    else if (next === HALF && isHanPair(text, end)) end += 2;
    else return Math.max(end, i + 1);
  }
};

const endOfNumber = (text: string, i: number, kinds: Uint8Array): number => {
  let end = i + 1;
  while (kindAt(text, end, kinds) === DIGIT) end++;
  if (text.charCodeAt(end) === 46 && kindAt(text, end + 1, kinds) === DIGIT) {
    end += 2;
    while (kindAt(text, end, kinds) === DIGIT) end++;
  }
  return text.charCodeAt(end) === 37 ? end + 1 : end;
};

const isOpening = (code: number): boolean => code === 40;
const isSign = (code: number): boolean => code === 43 || code === 35;

const endOfLatin = (text: string, i: number, kinds: Uint8Array): number => {
  if (
    text.charCodeAt(i) === 111 &&
    (isOpening(text.charCodeAt(i + 1)) || isOpening(text.charCodeAt(i + 2)))
  ) {
    COMPLEXITY.lastIndex = i;
    if (COMPLEXITY.test(text)) return COMPLEXITY.lastIndex;
  }
  let end = i + 1;
  while (kindAt(text, end, kinds) === LATIN) end++;
  const letters = end;
  while (isSign(text.charCodeAt(end))) end++;
  if (end > letters) return end;
  while (kindAt(text, end, kinds) === DIGIT) end++;
  return end;
};
