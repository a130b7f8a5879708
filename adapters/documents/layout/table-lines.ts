import { matchHeading } from '#core/resume/section-headings.ts';
import type { DraftLine } from './draft-line.ts';

/** A cell with the lines it holds; `column` is the first grid column that it covers. */
export interface TableCell {
  readonly column: number;
  readonly lines: readonly DraftLine[];
}

const cellText = (cell: TableCell): string => {
  let text = '';
  cell.lines.forEach((line, position) => {
    const own = line.runs.map((run) => run.text).join('  ');
    const before = cell.lines[position - 1];
    if (position === 0) text = own;
    else if (before?.wraps)
      text +=
        /[a-z,;]$/i.test(text) && /^[a-z]/i.test(own) && !/(?:@|:\/\/)\S*$/.test(text) ? ` ${own}` : own;
    else text += `\n${own}`;
  });
  return text.trim();
};

const headingsIn = (cell: TableCell): number =>
  cell.lines.filter((line) => matchHeading(line.runs.map((run) => run.text).join(' '))?.rest === '').length;

const longest = (cell: TableCell): number =>
  Math.max(0, ...cell.lines.map((line) => line.runs.reduce((sum, run) => sum + run.text.length, 0)));

/**
 * Reads a table as people do: rows of short cells stay rows; a cell alone in its row, or a cell beside the name of
 * its section, is read as ordinary lines; a table that only serves as layout is read cell after cell.
 */
export function tableToLines(rows: readonly (readonly TableCell[])[], table: number): DraftLine[] {
  const filled = rows
    .map((row) => row.filter((cell) => cell.lines.some((line) => line.runs.some((run) => run.text.trim()))))
    .filter((row) => row.length > 0);
  const isLayout = filled.some((row) => row.length > 1 && row.some((cell) => headingsIn(cell) > 1));
  return filled.flatMap((row) => rowToLines(row, table, isLayout));
}

function rowToLines(row: readonly TableCell[], table: number, isLayout: boolean): DraftLine[] {
  const first = row[0];
  if (first === undefined) return [];
  if (row.length === 1) return withGap(first.lines);
  if (isLayout && row.some((cell) => cell.lines.length > 2))
    return row.flatMap((cell) => withGap(cell.lines));
  const [, second] = row;
  const label = matchHeading(cellText(first).replace(/\s+/g, ''));
  if (row.length === 2 && second && label?.rest === '' && (second.lines.length > 1 || longest(second) > 24)) {
    return [...withGap([joined(first)]), ...second.lines];
  }
  return [rowLine(row, table)];
}

const withGap = (lines: readonly DraftLine[]): DraftLine[] =>
  lines.map((line, position) => (position === 0 ? { ...line, gapBefore: true } : line));

const joined = (cell: TableCell): DraftLine => {
  const line = cell.lines[0] as DraftLine;
  const run = line.runs[0];
  return run ? { ...line, runs: [{ ...run, text: cellText(cell).replace(/\s+/g, '') }] } : line;
};

function rowLine(row: readonly TableCell[], table: number): DraftLine {
  const leading = row[0]?.lines[0] as DraftLine;
  return {
    ...leading,
    bullet: false,
    wraps: false,
    gapBefore: false,
    table,
    runs: row.flatMap((cell) => {
      const run = cell.lines.flatMap((line) => line.runs)[0];
      return run ? [{ ...run, text: cellText(cell), column: cell.column }] : [];
    }),
  };
}
