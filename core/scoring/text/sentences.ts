/** A half-open range of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const isSentenceEnd = (text: string, i: number): boolean => {
  const c = text.charCodeAt(i);
  if (c === 0x3002 || c === 0xff01 || c === 0xff1f || c === 0xff1b || c === 0x2026) return true; // 。！？；…
  if (c === 10 || c === 13 || c === 33 || c === 63 || c === 59) return true; // \n \r ! ? ;
  if (c !== 46) return false;
  const next = text.charCodeAt(i + 1);
  const before = text.charCodeAt(i - 1);
  const isDigit = (x: number) => x >= 48 && x <= 57;
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
    if (text.slice(start, i + 1).trim() !== '') result.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (text.slice(start).trim() !== '') result.push({ start, end: text.length });
  return result;
};

const CLAUSE_MARK = /[，,、：:（）()【】[\]“”"《》—\n。！？!?；;…]/u;
const CONNECTIVE =
  /^(?:然后|接着|于是|后来|最后|同时|另外|所以|因此|但是|不过|结果|而且|并且|再就是|再往后|随后|接下来|之后|and then|then|but|so|because|after that|afterwards)/u;

/**
 * Clauses of a text: cut at punctuation and before connectives, because recognised speech may have no punctuation.
 * A Latin full stop cuts only between words; Chinese text typed with blanks instead of marks is cut at the blanks.
 */
export const clausesOf = (text: string): Range[] => {
  const result: Range[] = [];
  let start = 0;
  const close = (end: number) => {
    if (end > start && text.slice(start, end).trim() !== '') result.push({ start, end });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (CLAUSE_MARK.test(character) || isSentenceEnd(text, i)) {
      close(i + 1);
      continue;
    }
    if (character === ' ' && (isHan(text, i - 1) || isHan(text, i + 1))) {
      close(i + 1);
      continue;
    }
    if (i > start + 1 && couldConnect(text, i) && CONNECTIVE.test(text.slice(i, i + 14))) close(i);
  }
  close(text.length);
  return result;
};

const CONNECTIVE_HEADS = new Set('然接于后最同另所因但不结而并再随之atbs');

const couldConnect = (text: string, i: number): boolean => {
  if (!CONNECTIVE_HEADS.has(text[i] as string)) return false;
  const code = text.charCodeAt(i);
  return code > 127 || text[i - 1] === ' ';
};

/** Whether the unit at `i` is a Han character. */
export const isHan = (text: string, i: number): boolean => {
  const code = text.charCodeAt(i);
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
};
