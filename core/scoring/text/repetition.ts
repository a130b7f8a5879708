import type { Range } from './sentences.ts';
import { isHan, sentencesOf } from './sentences.ts';

const MARKS = /[\s\p{P}]/gu;
const isMark = new Map<number, boolean>();

/** Whether a UTF-16 unit is white space or a mark: a few thousand different ones at most, asked about very often. */
const isMarkUnit = (unit: number): boolean => {
  let known = isMark.get(unit);
  if (known === undefined) {
    known = /[\s\p{P}]/u.test(String.fromCharCode(unit));
    isMark.set(unit, known);
  }
  return known;
};

/** The text without white space and marks. */
const bareOf = (text: string): string => {
  let bare = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Half a character tells nothing.
    if (unit >= 0xd800 && unit <= 0xdfff) return text.replace(MARKS, '');
    if (!isMarkUnit(unit)) continue;
    bare += text.slice(from, i);
    from = i + 1;
  }
  return from === 0 ? text : bare + text.slice(from);
};

/** Pairs of neighbouring bare characters of a text. */
export const bigramsOf = (text: string): Set<string> => {
  const bare = bareOf(text);
  const result = new Set<string>();
  for (let i = 0; i + 1 < bare.length; i++) result.add(bare.slice(i, i + 2));
  return result;
};

/** The same as numbers, which compare faster than strings. */
const bigramCodes = (text: string): Set<number> => {
  const bare = bareOf(text);
  const result = new Set<number>();
  for (let i = 0; i + 1 < bare.length; i++) {
    result.add((bare.charCodeAt(i) << 16) | bare.charCodeAt(i + 1));
  }
  return result;
};

/** Shared part of two sets (Jaccard). */
export const jaccard = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared++;
  return shared / (a.size + b.size - shared);
};

const COMPARED_SENTENCES = 150;
const NEAR = 0.7;

/**
 * Sentences that repeat an earlier one (char-bigram Jaccard > .7), and repeated runs in text without sentence marks.
 * Comparison stops after 150 different sentences, so very long texts stay linear.
 */
export const repeatedRanges = (text: string): Range[] => {
  const kept: Set<number>[] = [];
  const repeated: Range[] = [];
  for (const range of sentencesOf(text)) {
    const own = bigramCodes(text.slice(range.start, Math.min(range.end, range.start + 2000)));
    if (own.size < 4) continue;
    if (kept.some((other) => jaccard(own, other) > NEAR)) repeated.push(range);
    else if (kept.length < COMPARED_SENTENCES) kept.push(own);
  }
  return [...repeated, ...repeatedRuns(text)];
};

const RUN = 16;
const RUN_LATIN = 48;

/** Odd and large, so that no ordinary text makes different runs meet often. */
const HASH = 0x9e3779b1;

/**
 * Tells for a place the first place asked about before whose next `run` units are the same, else the place itself. Places come in rising
 * order. By a rolling hash: cutting every run out of the text would take many times longer.
 */
const firstPlaces = (text: string, run: number): ((at: number) => number) => {
  const seen = new Map<number, number>();
  let top = 1;
  for (let i = 0; i < run; i++) top = Math.imul(top, HASH);
  let hash = 0;
  let hashed = 0;
  const isSame = (a: number, b: number): boolean => {
    for (let i = 0; i < run; i++) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
    return true;
  };
  return (at) => {
    for (; hashed < at + run; hashed++) {
      const left = hashed >= run ? Math.imul(text.charCodeAt(hashed - run), top) : 0;
      hash = (Math.imul(hash, HASH) + text.charCodeAt(hashed) - left) | 0;
    }
    // Different runs with one hash take the next free number.
    for (let key = hash; ; key = (key + 1) | 0) {
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, at);
        return at;
      }
      if (isSame(first, at)) return first;
    }
  };
};

/** Later copies of runs of at least sixteen units: catches an answer pasted several times without punctuation. */
const repeatedRuns = (text: string): Range[] => {
  const result: Range[] = [];
  const run = /[\u4e00-\u9fff]{2}/u.test(text) ? RUN : RUN_LATIN;
  const firstPlace = firstPlaces(text, run);
  let i = 0;
  while (i + run <= text.length) {
    const first = firstPlace(i);
    if (first === i || first + run > i) {
      i++;
      continue;
    }
    let length = run;
    while (i + length < text.length && text[first + length] === text[i + length]) length++;
    result.push({ start: i, end: i + length });
    i += length;
  }
  return result;
};

const COPIED_RUN = 8;
const COPIED_RUN_LATIN = 30;

/** Runs of at least eight characters (thirty Latin ones) that also stand in the question: reading it aloud is no answer. */
export const copiedRanges = (text: string, question: string): Range[] => {
  const asked = question.toLowerCase();
  const isChinese = isHan(asked, Math.floor(asked.length / 2)) || /[\u4e00-\u9fff]{4}/u.test(asked);
  const size = isChinese ? COPIED_RUN : COPIED_RUN_LATIN;
  const plain = asked.replace(/[您你]/gu, '我');
  const grams = new Map<string, number>();
  for (let i = 0; i + size <= plain.length; i++) {
    const key = plain.slice(i, i + size);
    if (!grams.has(key)) grams.set(key, i);
  }
  const mine = text.replace(/[您你]/gu, '我');
  const result: Range[] = [];
  let i = 0;
  while (i + size <= mine.length) {
    const at = grams.get(mine.slice(i, i + size));
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

const LIST_ITEMS = 5;
/** A shorter enumeration inside a sentence is telling, not stuffing. */
const LONG_LIST = 8;
const WHOLE = 0.8;
const LIST_MEDIAN = 4;
const LIST_MEDIAN_LATIN = 14;

/** Bare enumerations: at least five items between 、 or commas whose median length is at most four characters. */
export const listRanges = (text: string): Range[] => {
  const result: Range[] = [];
  for (const sentence of sentencesOf(text)) {
    const items = itemsOf(text, sentence);
    let from = 0;
    for (let i = 0; i <= items.length; i++) {
      const item = items[i];
      if (item !== undefined && isShortItem(text, item)) continue;
      closeRun(text, items.slice(from, i), sentence, result);
      from = i + 1;
    }
  }
  return [...result, ...looseLists(text)];
};

/** The same across sentence marks and blanks, where words are strung together by anything: at least eight short pieces. */
const looseLists = (text: string): Range[] => {
  const result: Range[] = [];
  let run: Range[] = [];
  const close = () => {
    const first = run[0];
    const last = run.at(-1);
    if (run.length >= LONG_LIST && first !== undefined && last !== undefined) {
      const lengths = run.map((item) => bareLength(text, item)).sort((a, b) => a - b);
      const latin = /[a-z]{3}/u.test(text.slice(first.start, last.end));
      const median = lengths[Math.floor(lengths.length / 2)] as number;
      if (median <= (latin ? LIST_MEDIAN_LATIN : LIST_MEDIAN))
        result.push({ start: first.start, end: last.end });
    }
    run = [];
  };
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const item = { start: match.index, end: match.index + match[0].length };
    if (SENTENCE_MARK.test(text.slice(end, item.start))) close();
    end = item.end;
    if (isShortItem(text, item)) run.push(item);
    else close();
  }
  close();
  return result;
};

const SENTENCE_MARK = /[。！？!?\n]/u;
/** What stands between marks, line breaks, and blanks between Han characters. */
const PIECE = /(?:(?![、,，;；|/\n。.!！?？:：])(?!(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])).)+/gu;

const itemsOf = (text: string, sentence: Range): Range[] => {
  const items: Range[] = [];
  let start = sentence.start;
  for (let i = sentence.start; i < sentence.end; i++) {
    if ('、,，;；|/\n。'.includes(text[i] as string)) {
      items.push({ start, end: i + 1 });
      start = i + 1;
    }
  }
  if (start < sentence.end) items.push({ start, end: sentence.end });
  return items;
};

const bareLength = (text: string, range: Range): number => bareOf(text.slice(range.start, range.end)).length;

const SPOKEN = /[我你您他了着过就把给说讲问去来吗呢吧啊嘛]|\b(?:i|we|he|she|they|was|were|had|did|my)\b/u;

const isShortItem = (text: string, item: Range): boolean => {
  const length = bareLength(text, item);
  if (length === 0 || length > 24) return false;
  const words = text.slice(item.start, item.end);
  if (length > 9 && !/[a-z]{3}/u.test(words)) return false;
  return !SPOKEN.test(words);
};

const closeRun = (text: string, run: readonly Range[], sentence: Range, result: Range[]): void => {
  if (run.length < LIST_ITEMS) return;
  const lengths = run.map((item) => bareLength(text, item)).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] as number;
  const first = run[0] as Range;
  const last = run[run.length - 1] as Range;
  const whole = (last.end - first.start) / (sentence.end - sentence.start) >= WHOLE;
  if (!whole && run.length < LONG_LIST) return;
  const latin = /[a-z]{3}/u.test(text.slice(first.start, last.end));
  if (median <= (latin ? LIST_MEDIAN_LATIN : LIST_MEDIAN)) result.push({ start: first.start, end: last.end });
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
