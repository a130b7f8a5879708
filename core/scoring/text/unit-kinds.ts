/** What a UTF-16 unit may be; asked about for every character, so it is one look-up in a table of 64 KiB. */
const ASKED = 1;
const MARK = 2;
const CLAUSE_MARK = 4;
const CONNECTIVE_HEAD = 8;

const kinds = new Uint8Array(65_536);

const put = (characters: string, kind: number): void => {
  for (let i = 0; i < characters.length; i++) {
    const unit = characters.charCodeAt(i);
    kinds[unit] = (kinds[unit] as number) | kind;
  }
};

put('，,、：:（）()【】[]“”"《》—\n。！？!?；;…', CLAUSE_MARK);
put('然接于后来最同另所因但不结而并再随之atbs', CONNECTIVE_HEAD);

const BLANK_OR_MARK = /[\s\p{P}]/u;

/** Whether a unit is white space or a mark. */
export const isMarkUnit = (unit: number): boolean => {
  const kind = kinds[unit] as number;
  if ((kind & ASKED) !== 0) return (kind & MARK) !== 0;
  const is = BLANK_OR_MARK.test(String.fromCharCode(unit));
  kinds[unit] = kind | ASKED | (is ? MARK : 0);
  return is;
};

/** Whether a unit always ends a clause. */
export const isClauseMark = (unit: number): boolean => ((kinds[unit] as number) & CLAUSE_MARK) !== 0;

/** Whether a connective may begin with this unit. */
export const mayConnect = (unit: number): boolean => ((kinds[unit] as number) & CONNECTIVE_HEAD) !== 0;

/** A set of UTF-16 units in 8 KiB that answers in one look-up. */
export const unitSet = (units: Iterable<number>): ((unit: number) => boolean) => {
  const words = new Int32Array(2048);
  for (const unit of units) words[unit >> 5] = (words[unit >> 5] as number) | (1 << (unit & 31));
  return (unit) => (((words[unit >> 5] as number) >>> (unit & 31)) & 1) === 1;
};

/** The units of some characters. */
export const unitsOf = (characters: string): number[] =>
  Array.from({ length: characters.length }, (_, i) => characters.charCodeAt(i));

/** Where at least so many units of a kind stand side by side. */
export const runsOf = (
  text: string,
  belongs: (unit: number) => boolean,
  least: number,
): { readonly start: number; readonly end: number }[] => {
  const runs: { start: number; end: number }[] = [];
  let start = 0;
  for (let end = 0; end <= text.length; end++) {
    if (end < text.length && belongs(text.charCodeAt(end))) continue;
    if (end - start >= least) runs.push({ start, end });
    start = end + 1;
  }
  return runs;
};
