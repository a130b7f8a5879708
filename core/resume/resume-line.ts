import type { TextLine } from '../ports/document-reader.ts';
import { arabicDates } from './dates.ts';
import { closeUp } from './normalize-text.ts';

/** A visible line prepared for parsing: words closed up, a label joined with the value in the next run. */
export interface ResumeLine {
  /** Index into `DocumentText.lines` of the (first) line it comes from. */
  readonly index: number;
  readonly page: number;
  /** Pieces set apart by gaps, tabs or cell borders. */
  readonly cells: readonly string[];
  /** Grid column of each cell; empty outside tables. */
  readonly columns: readonly number[];
  /** The cells joined by two spaces. */
  readonly text: string;
  readonly table: number | null;
  readonly heading: number;
  readonly bullet: boolean;
  readonly bold: boolean;
  readonly fontSize: number;
  readonly wraps: boolean;
  readonly gapBefore: boolean;
  readonly block: number;
}

/** Lines joined to one paragraph end here. */
const longestParagraph = 1_200;

const numbered =
  /^(?:[(（][一二三四五六七八九十]{1,2}[)）]|[(（]?\d{1,2}[)）]|\d{1,2}[、.．](?!\d)|[①-⑳]|[a-z][)）]|[a-z]\.(?=\s))\s*/i;

/** Whether a line is an item of a list, drawn or numbered by hand. */
export const isItem = (line: ResumeLine): boolean => line.bullet || numbered.test(line.text);

/** The text without a number in front. */
export const withoutNumber = (text: string): string => text.replace(numbered, '').trim();

/** Prepares the visible lines of a document, those of `readableLines`. */
export function toResumeLines(lines: readonly TextLine[]): ResumeLine[] {
  return joinSplitPeriods(lines.map(toResumeLine));
}

const openPeriod = /(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*月?\s*[-–—~～至到]\s*$/;
const periodEnd = /^(?:(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*月?|至?今|现在|present)(?=$|\s|[（(|｜])/i;

/** `2018.07 –` at the end of a line and `2020.04` at the start of the next are one period. */
function joinSplitPeriods(lines: readonly ResumeLine[]): ResumeLine[] {
  const out: ResumeLine[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    const end = periodEnd.exec(line.text)?.[0];
    if (before && end && line.table === null && before.table === null && openPeriod.test(before.text)) {
      const cells = [...before.cells.slice(0, -1), `${before.cells.at(-1) ?? ''} ${end}`];
      out[out.length - 1] = { ...before, cells, text: cells.join('  ') };
      const rest = [(line.cells[0] ?? '').slice(end.length).trim(), ...line.cells.slice(1)].filter(
        (cell) => cell !== '',
      );
      if (rest.length > 0) out.push({ ...line, cells: rest, text: rest.join('  ') });
    } else out.push(line);
  }
  return out;
}

const spreadLabels =
  '姓名 性别 年龄 民族 籍贯 电话 手机 邮箱 住址 地址 学历 专业 学校 婚姻 生日 身高 单位 职务 岗位'.split(' ');

/** `姓` and `名：李雷` are one label set far apart for looks. */
function isSpreadLabel(before: string, text: string): boolean {
  const first = /(?:^|[^\u3400-\u9fff])([\u3400-\u9fff])$/.exec(before)?.[1];
  const second = /^([\u3400-\u9fff])\s*[:：]/.exec(text)?.[1];
  return first !== undefined && second !== undefined && spreadLabels.includes(`${first}${second}`);
}

function toResumeLine(line: TextLine): ResumeLine {
  const cells: string[] = [];
  const columns: number[] = [];
  for (const run of line.runs) {
    const text = arabicDates(closeUp(run.text))
      .replace(/[ \t]+/g, ' ')
      .trim();
    const last = cells.at(-1);
    if (last !== undefined && isSpreadLabel(last, text)) {
      cells[cells.length - 1] = `${last}${text}`;
      continue;
    }
    const continues =
      last !== undefined && (/[:：]$/.test(last) || /^[:：]/.test(text)) && !/^[^:：]{1,8}[:：]/.test(text);
    if (continues && (line.table === undefined || /^[:：]/.test(text)))
      cells[cells.length - 1] = `${last}${text}`;
    else {
      cells.push(text);
      if (line.table !== undefined) columns.push(run.column ?? columns.length);
    }
  }
  return {
    index: line.index,
    page: line.page,
    cells,
    columns,
    text: cells.join('  '),
    table: line.table ?? null,
    heading: line.heading,
    bullet: line.bullet,
    bold: line.runs.every((run) => run.bold),
    fontSize: Math.max(0, ...line.runs.map((run) => run.fontSize)),
    wraps: line.wraps,
    gapBefore: line.gapBefore,
    block: line.block,
  };
}

/** Joins lines that end only because the column ended with what follows them. */
export function joinWrapped(lines: readonly ResumeLine[]): ResumeLine[] {
  const out: ResumeLine[] = [];
  let open = false;
  for (const line of lines) {
    const before = out.at(-1);
    if (
      open &&
      before &&
      before.text.length < longestParagraph &&
      !line.bullet &&
      !/^[^:：，,。\s]{2,8}[:：]\s*\S/.test(line.text) &&
      line.table === null &&
      before.page === line.page
    ) {
      const space = /[A-Za-z0-9,]$/.test(before.text) && /^[A-Za-z0-9]/.test(line.text) ? ' ' : '';
      const cells = [
        ...before.cells.slice(0, -1),
        `${before.cells.at(-1) ?? ''}${space}${line.cells[0] ?? ''}`,
      ];
      const joined = [...cells, ...line.cells.slice(1)];
      out[out.length - 1] = { ...before, cells: joined, text: joined.join('  ') };
    } else out.push(line);
    open = line.wraps;
  }
  return out;
}
