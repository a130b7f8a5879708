import { isClauseMark, mayConnect } from './unit-kinds.ts';

/** A half-open range of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

const isSentenceEnd = (text: string, i: number): boolean => {
  const c = text.charCodeAt(i);
  if (c === 0x3002 || c === 0xff01 || c === 0xff1f || c === 0xff1b || c === 0x2026) return true; // 。！？；…
  if (c === 10 || c === 13 || c === 33 || c === 63 || c === 59) return true; // \n \r ! ? ;
  if (c !== 46) return false;
  const next = text.charCodeAt(i + 1);
  const before = text.charCodeAt(i - 1);
  return (
    !(isDigit(before) && isDigit(next)) && (Number.isNaN(next) || next <= 32 || next > 127 || next === 34)
  );
};

/** Splits at Chinese and English sentence marks and line breaks; the mark belongs to its sentence. A decimal point is no mark. */
export const sentencesOf = (text: string): Range[] => {
  const result: Range[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!isSentenceEnd(text, i)) continue;
    while (i + 1 < text.length && isSentenceEnd(text, i + 1)) i++;
    if (!isBlank(text, start, i + 1)) result.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (!isBlank(text, start, text.length)) result.push({ start, end: text.length });
  return result;
};

const CONNECTIVE =
  /(?:然后|接着|于是|后来|最后|同时|另外|所以|因此|但是|不过|结果|而且|并且|再就是|再往后|随后|接下来|之后|and then|then|but|so|because|after that|afterwards)/uy;

/**
 * Clauses of a text: cut at punctuation and before connectives, because recognised speech may have no punctuation.
 * A Latin full stop cuts only between words; Chinese text typed with blanks instead of marks is cut at the blanks.
 */
export const clausesOf = (text: string): Range[] => {
  const result: Range[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const end = endsClause(text, i, unit) ? i + 1 : i > start + 1 && connects(text, i, unit) ? i : start;
    if (end === start) continue;
    if (!isBlank(text, start, end)) result.push({ start, end });
    start = end;
  }
  if (start < text.length && !isBlank(text, start, text.length)) result.push({ start, end: text.length });
  return result;
};

const BLANK = 32;

const endsClause = (text: string, i: number, unit: number): boolean =>
  isClauseMark(unit) ||
  isSentenceEnd(text, i) ||
  (unit === BLANK && (isHan(text, i - 1) || isHan(text, i + 1)));

const connects = (text: string, i: number, unit: number): boolean => {
  if (!mayConnect(unit) || (unit <= 127 && text.charCodeAt(i - 1) !== BLANK)) return false;
  CONNECTIVE.lastIndex = i;
  return CONNECTIVE.test(text);
};

const NOT_BLANK = /\S/u;

/** Whether only white space stands in `[start, end)`; hardly ever more than one character is looked at. */
const isBlank = (text: string, start: number, end: number): boolean => {
  const first = text.charCodeAt(start);
  if (first >= 0x4e00 && first <= 0x9fff && end > start) return false;
  return !NOT_BLANK.test(text.slice(start, end));
};

/** Whether the unit at `i` is a Han character. */
export const isHan = (text: string, i: number): boolean => {
  const code = text.charCodeAt(i);
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
};
