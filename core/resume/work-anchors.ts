import { type DateRange, findRanges } from './dates.ts';
import { headTokens, withoutDates } from './entry-head.ts';
import { labelledValues } from './labels.ts';
import { isItem, type ResumeLine, withoutNumber } from './resume-line.ts';
import { companyScore, titleScore } from './work-words.ts';

/** A line whose period begins an entry of working life. */
export interface Anchor {
  readonly at: number;
  readonly range: DateRange;
}

/** Nobody tells more jobs in one line; a line with more was made to keep the parser busy. */
const mostTold = 12;

/** `2015.3-2019.8在…厂当电工；后来在…，2019.9到现在`: one told line with several periods is several lines. */
export function splitTold(line: ResumeLine): ResumeLine[] {
  if (line.table !== null || line.cells.length !== 1) return [line];
  const periods = findRanges(line.text).length;
  if (periods < 2 || periods > mostTold) return [line];
  const parts = toldParts(line.text);
  const told = parts.length > 1 && parts.every((part) => findRanges(part).length === 1);
  return told ? parts.map((part) => ({ ...line, cells: [part], text: part })) : [line];
}

/** A table that only lays out: a period beside one cell that holds post, employer and duties, line by line. */
export function unfoldCell(line: ResumeLine): ResumeLine[] {
  if (line.table === null || line.cells.length !== 2) return [line];
  const cells = line.cells.map((cell) => cell.trim());
  const at = cells.findIndex((cell) => findRanges(cell).length === 1 && withoutDates(cell) === '');
  const told = (cells[1 - at] ?? '').split(/\s*\n\s*/).filter((part) => part !== '');
  if (at === -1 || told.length < 2) return [line];
  const [head = '', ...below] = told;
  const first = [(cells[at] ?? '').replace(/\n/g, ' '), head];
  const plain = { ...line, table: null, columns: [] };
  return [
    { ...plain, cells: first, text: first.join('  ') },
    ...below.map((text) => ({ ...plain, cells: [text], text, bullet: /^[-•·●]\s/.test(text) })),
  ];
}

/** At the ends of sentences, else before each period that a comma and perhaps 后来 parts from what was told before. */
function toldParts(text: string): string[] {
  const sentences = text.split(/\s*[；;。]\s*/).filter((part) => part !== '');
  if (sentences.length > 1 && sentences.every((part) => findRanges(part).length === 1)) return sentences;
  const cuts = findRanges(text).flatMap(({ start }) => {
    const lead = /[，,；;。、\s]\s*(?:我?(?:后来|之后|然后|接着|再|又|最后|现在|从|自))*\s*$/.exec(
      text.slice(Math.max(0, start - 16), start),
    );
    return lead ? [Math.max(0, start - 16) + lead.index + 1] : [];
  });
  return [0, ...cuts]
    .map((cut, i, all) =>
      text.slice(cut, all[i + 1] ?? text.length).replace(/^[，,；;。、\s]+|[，,；;。、\s]+$/g, ''),
    )
    .filter((part) => part !== '');
}

/** Lines with a period that are heads, not sentences about one. */
export function findAnchors(lines: readonly ResumeLine[]): Anchor[] {
  return lines.flatMap((line, at) => {
    const range = findRanges(line.text)[0];
    if (!range || !isHeadLine(line, range)) return [];
    return [{ at, range }];
  });
}

/** A sentence that starts with a period and names company and post: `2015年3月到2019年8月，在…公司做保洁员`. */
const saysJob = (line: ResumeLine): boolean => {
  const tokens = headTokens([withoutNumber(line.text)]);
  return tokens.some((token) => companyScore(token) >= 2) && tokens.some((token) => titleScore(token) >= 2);
};

function isHeadLine(line: ResumeLine, range: DateRange): boolean {
  if (labelledValues(line)[0]?.kind === 'project') return false;
  const rest = withoutDates(withoutNumber(line.text));
  if (range.start < 6 && rest.length <= 70 && saysJob(line)) return true;
  if (/[。；;]/.test(rest) && rest.length > 24) return false;
  if (isItem(line) && rest !== '') {
    return (
      headTokens(line.cells).some((token) => companyScore(token) >= 2 || titleScore(token) >= 3) &&
      rest.length <= 60
    );
  }
  if (isAside(line, range)) return false;
  const punctuation = rest.match(/[，,。]/g)?.length ?? 0;
  if (rest.length > 90 || punctuation > 3) return false;
  return range.start < 40 || rest.length < 60;
}

/** A period in the middle of a sentence that names neither employer nor post: `因疫情停业，2020.02-2022.04回乡照顾父母`. */
function isAside(line: ResumeLine, range: DateRange): boolean {
  const sides = [line.text.slice(0, range.start), line.text.slice(range.end)].map(withoutDates);
  return (
    sides.every((side) => side.replace(/[\s，,、（()）]|兼职|全职|实习|在职/g, '') !== '') &&
    /[，,。]/.test(line.text) &&
    !headTokens(line.cells).some((token) => companyScore(token) >= 2 || titleScore(token) >= 2)
  );
}
