import { type LabelKind, labelKind } from './labels.ts';
import type { ResumeLine } from './resume-line.ts';

/** A table row read with the names of its columns. */
export interface NamedRow {
  readonly line: ResumeLine;
  readonly cells: ReadonlyMap<LabelKind, string>;
}

/** Names of the columns when a row of a table is its head: at least two cells, most of them known labels. */
export function columnNames(line: ResumeLine): ReadonlyMap<number, LabelKind> | null {
  if (line.table === null || line.cells.length < 2) return null;
  const names = new Map<number, LabelKind>();
  line.cells.forEach((cell, i) => {
    const kind = headKind(cell.replace(/\s+/g, ''));
    if (kind !== null) names.set(line.columns[i] ?? i, kind);
  });
  const short = line.cells.every((cell) => cell.length <= 14);
  return names.size >= 2 && names.size >= line.cells.length - 1 && short ? names : null;
}

/** Heads such as `工作单位及职务` or `学校（专业）` name two things; the first decides, but a post outweighs its department. */
function headKind(text: string): LabelKind | null {
  const whole = labelKind(text);
  if (whole !== null) return whole;
  const parts = text.split(/[及和与、/（()）]/).map(labelKind);
  return parts[0] === 'department' && parts.includes('title') ? 'title' : (parts[0] ?? null);
}

/** Rows of a table under the names of its columns; null when the table has no head row. */
export function namedRows(lines: readonly ResumeLine[]): NamedRow[] | null {
  const at = lines.findIndex((line) => columnNames(line) !== null);
  const names = at === -1 ? null : columnNames(lines[at] as ResumeLine);
  if (names === null) return null;
  const table = lines[at]?.table;
  return lines
    .slice(at + 1)
    .filter((line) => line.table === table)
    .map((line) => ({ line, cells: nameCells(line, names) }));
}

function nameCells(line: ResumeLine, names: ReadonlyMap<number, LabelKind>): Map<LabelKind, string> {
  const cells = new Map<LabelKind, string>();
  line.cells.forEach((cell, i) => {
    const column = line.columns[i] ?? i;
    const starts = [...names.keys()].filter((start) => start <= column).sort((a, b) => b - a);
    const kind = names.get(column) ?? names.get(starts[0] ?? -1);
    if (kind !== undefined && !cells.has(kind)) cells.set(kind, cell.trim());
  });
  return cells;
}
