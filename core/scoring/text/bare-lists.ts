import { bareLength } from './bare-text.ts';
import type { Range } from './sentences.ts';
import { sentencesOf } from './sentences.ts';
import { runsOf, unitSet, unitsOf } from './unit-kinds.ts';

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
  return [...result, ...looseLists(text), ...stringedLists(text)];
};

/** Small words that no sentence of some length lacks. */
const isSmallWord = unitSet(
  unitsOf(
    '的了是我你您他她它就也都不没在把被给跟让说要会这那有着过一二两三四五六七八九十个每天年月周日完改写先后做从看用来去再还又人',
  ),
);
const STRINGED_UNITS = 32;

/** Words strung together without any mark, and without one of the small words. */
const stringedLists = (text: string): Range[] =>
  runsOf(text, (unit) => isCommonHan(unit) && !isSmallWord(unit), STRINGED_UNITS);

/** The same across sentence marks and blanks, where words are strung together by anything: at least eight short pieces. */
const looseLists = (text: string): Range[] => {
  const result: Range[] = [];
  const run: Range[] = [];
  let end = 0;
  for (let start = nextPiece(text, 0); start < text.length; start = nextPiece(text, end)) {
    if (hasSentenceMark(text, end, start)) closeLoose(text, run, result);
    end = endOfPiece(text, start);
    const item = { start, end };
    if (isShortItem(text, item)) run.push(item);
    else closeLoose(text, run, result);
  }
  closeLoose(text, run, result);
  return result;
};

/** Ends a run of short pieces, and notes it where it is a list. */
const closeLoose = (text: string, run: Range[], result: Range[]): void => {
  const first = run[0];
  const last = run.at(-1);
  if (run.length >= LONG_LIST && first !== undefined && last !== undefined && isBare(text, run)) {
    result.push({ start: first.start, end: last.end });
  }
  run.length = 0;
};

/** Whether the pieces of a run are as short as the words of a bare list. */
const isBare = (text: string, run: readonly Range[]): boolean => {
  const lengths = run.map((item) => bareLength(text, item.start, item.end)).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] as number;
  const isLatin = hasLatin(text, (run[0] as Range).start, (run.at(-1) as Range).end);
  return median <= (isLatin ? LIST_MEDIAN_LATIN : LIST_MEDIAN);
};

/** Three Latin letters in a row. */
const hasLatin = (text: string, start: number, end: number): boolean => {
  let letters = 0;
  for (let i = start; i < end && letters < 3; i++) {
    const unit = text.charCodeAt(i);
    letters = unit >= 97 && unit <= 122 ? letters + 1 : 0;
  }
  return letters === 3;
};

const isSentenceMark = unitSet(unitsOf('。！？!?\n'));
/** What parts pieces besides blanks between Han characters: marks and line breaks of all kinds. */
const isParting = unitSet(unitsOf('、,，;；|/\n。.!！?？:：\r\u2028\u2029'));
const isItemMark = unitSet(unitsOf('、,，;；|/\n。'));

const hasSentenceMark = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if (isSentenceMark(text.charCodeAt(i))) return true;
  return false;
};

const isCommonHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

const parts = (text: string, i: number): boolean => {
  const unit = text.charCodeAt(i);
  if (isCommonHan(unit)) return false;
  if (unit === 32) return isCommonHan(text.charCodeAt(i - 1)) && isCommonHan(text.charCodeAt(i + 1));
  return isParting(unit);
};

const nextPiece = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && parts(text, at)) at++;
  return at;
};

const endOfPiece = (text: string, from: number): number => {
  let at = from + 1;
  while (at < text.length && !parts(text, at)) at++;
  return at;
};

const itemsOf = (text: string, sentence: Range): Range[] => {
  const items: Range[] = [];
  let start = sentence.start;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (isItemMark(text.charCodeAt(i))) {
      items.push({ start, end: i + 1 });
      start = i + 1;
    }
  }
  if (start < sentence.end) items.push({ start, end: sentence.end });
  return items;
};

const SPOKEN = /[我你您他了着过就把给说讲问去来吗呢吧啊嘛]|\b(?:i|we|he|she|they|was|were|had|did|my)\b/u;

const isShortItem = (text: string, item: Range): boolean => {
  const length = bareLength(text, item.start, item.end);
  if (length === 0 || length > 24) return false;
  if (length > 9 && !hasLatin(text, item.start, item.end)) return false;
  return !SPOKEN.test(text.slice(item.start, item.end));
};

const closeRun = (text: string, run: readonly Range[], sentence: Range, result: Range[]): void => {
  const first = run[0];
  const last = run.at(-1);
  if (run.length < LIST_ITEMS || first === undefined || last === undefined) return;
  const whole = (last.end - first.start) / (sentence.end - sentence.start) >= WHOLE;
  if (!whole && run.length < LONG_LIST) return;
  if (isBare(text, run)) result.push({ start: first.start, end: last.end });
};
