import { nearDuplicates } from './near-duplicates.ts';
import type { Range } from './sentences.ts';
import { isHan } from './sentences.ts';

/** Sentences that repeat an earlier one, and repeated runs in text without sentence marks. */
export const repeatedRanges = (text: string): Range[] => [...nearDuplicates(text), ...repeatedRuns(text)];

const RUN = 16;
const RUN_LATIN = 48;

/** Odd and large, so that no ordinary text makes different runs meet often. */
const HASH = 0x9e3779b1;

const isSameRun = (text: string, a: number, b: number, run: number): boolean => {
  for (let i = 0; i < run; i++) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
  return true;
};

/**
 * Tells for a place the first place asked about before whose next `run` units are the same, else the place itself. Places come in rising
 * order. By a rolling hash: cutting every run out of the text would take many times longer.
 */
class FirstPlaces {
  readonly #text: string;
  readonly #run: number;
  readonly #top: number;
  /** Places plus one by their hash (open addressing); 0 is free. */
  readonly #slots: Int32Array;
  #hash = 0;
  #hashed = 0;

  constructor(text: string, run: number) {
    let slots = 256;
    while (slots < text.length * 2) slots *= 2;
    this.#text = text;
    this.#run = run;
    this.#slots = new Int32Array(slots);
    let top = 1;
    for (let i = 0; i < run; i++) top = Math.imul(top, HASH);
    this.#top = top;
  }

  of(at: number): number {
    const [text, run] = [this.#text, this.#run];
    for (; this.#hashed < at + run; this.#hashed++) {
      const left = this.#hashed >= run ? Math.imul(text.charCodeAt(this.#hashed - run), this.#top) : 0;
      this.#hash = (Math.imul(this.#hash, HASH) + text.charCodeAt(this.#hashed) - left) | 0;
    }
    const mask = this.#slots.length - 1;
    let slot = (this.#hash ^ (this.#hash >>> 15)) & mask;
    for (;;) {
      const first = (this.#slots[slot] as number) - 1;
      if (first < 0) {
        this.#slots[slot] = at + 1;
        return at;
      }
      if (isSameRun(text, first, at, run)) return first;
      slot = (slot + 1) & mask;
    }
  }
}

/** Later copies of runs of at least sixteen units: catches an answer pasted several times without punctuation. */
const repeatedRuns = (text: string): Range[] => {
  const result: Range[] = [];
  const run = /[\u4e00-\u9fff]{2}/u.test(text) ? RUN : RUN_LATIN;
  if (text.length < run) return result;
  const places = new FirstPlaces(text, run);
  let i = 0;
  while (i + run <= text.length) {
    const first = places.of(i);
    if (first === i || first + run > i) {
      i++;
      continue;
    }
    let length = run;
    while (i + length < text.length && text.charCodeAt(first + length) === text.charCodeAt(i + length))
      length++;
    result.push({ start: i, end: i + length });
    i += length;
  }
  return result;
};

const COPIED_RUN = 8;
const COPIED_RUN_LATIN = 30;

/** A question by its runs; the same few are asked of everybody. */
interface AskedRuns {
  readonly plain: string;
  readonly size: number;
  readonly runs: ReadonlyMap<string, number>;
  /** The first two units of each run. */
  readonly heads: ReadonlySet<number>;
}

const KEPT_QUESTIONS = 256;
const asked = new Map<string, AskedRuns>();

const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

const askedRuns = (question: string): AskedRuns => {
  const known = asked.get(question);
  if (known !== undefined) return known;
  const lower = question.toLowerCase();
  const isChinese = isHan(lower, Math.floor(lower.length / 2)) || /[\u4e00-\u9fff]{4}/u.test(lower);
  const size = isChinese ? COPIED_RUN : COPIED_RUN_LATIN;
  const plain = lower.replace(YOU, '我');
  const runs = new Map<string, number>();
  const heads = new Set<number>();
  for (let i = 0; i + size <= plain.length; i++) {
    const key = plain.slice(i, i + size);
    if (!runs.has(key)) runs.set(key, i);
    heads.add(pairAt(plain, i));
  }
  if (asked.size >= KEPT_QUESTIONS) asked.clear();
  const made = { plain, size, runs, heads };
  asked.set(question, made);
  return made;
};

const YOU = /[您你]/gu;

/** Runs of at least eight characters (thirty Latin ones) that also stand in the question: reading it aloud is no answer. */
export const copiedRanges = (text: string, question: string): Range[] => {
  const { plain, size, runs, heads } = askedRuns(question);
  const mine = text.replace(YOU, '我');
  const result: Range[] = [];
  let i = 0;
  while (i + size <= mine.length) {
    const at = heads.has(pairAt(mine, i)) ? runs.get(mine.slice(i, i + size)) : undefined;
    if (at === undefined) {
      i++;
      continue;
    }
    let length = size;
    while (i + length < mine.length && mine[i + length] === plain[at + length]) length++;
    result.push({ start: i, end: i + length });
    i += length;
  }
  return result;
};

const HEAD =
  /(?<=^|[。！？；\n.!?;]\s*)(?:首先|其次|再次|再者|最后|第[一二三四五六](?:点|步|个|条)?|[一二三四五六]是|其[一二三四]|first(?: of all|ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|last(?:ly)?)\s?[，,、:：]\s?/gu;

/** Counting words at the head of sentences: they order an answer and say nothing. */
export const ordinalRanges = (text: string): Range[] =>
  [...text.matchAll(HEAD)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

const FILLER =
  /[嗯呃唔](?:嗯|呃|哼)?[，,、…\s]*|(?:那个|就是说|就是|然后呢|对吧|是吧|怎么说呢|你知道吧|那什么)[，,]\s?|\b(?:um+|uh+|er+m?|hmm+|mhm)\b[,.…]*\s?|\b(?:you know|i mean|like|well|sort of|kind of),\s/gu;

/** Sounds and words that only fill a pause. */
export const fillerRanges = (text: string): Range[] =>
  [...text.matchAll(FILLER)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
