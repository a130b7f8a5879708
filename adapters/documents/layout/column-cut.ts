import { labelKind } from '#core/resume/labels.ts';
import { matchHeading } from '#core/resume/section-headings.ts';
import { type Piece, right } from './pieces.ts';
import { toRows, type VisualRow } from './visual-rows.ts';

/** How to read a stretch of rows with a gutter: two columns one after the other, or across. */
export interface ColumnCut {
  /** Rows `from` up to but without `to` are split. */
  readonly from: number;
  readonly to: number;
  readonly x: number;
}

/** A drawn line or band across the page, in points: columns do not run through it. */
export interface Barrier {
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

interface Candidate extends ColumnCut {
  readonly left: readonly VisualRow[];
  readonly right: readonly VisualRow[];
  readonly weight: number;
}

const dateLike =
  /^(?:[至到~～—–-]\s*)?(?:(?:19|20)\d{2}|\d{2}(?=[./年]))\s*(?:[年./-]\s*\d{0,2}\s*月?)?(?:\s*[-–—~～至到]+\s*.{0,12})?$|^(?:[至到~～—–-]\s*)?(?:至?今|现在|present|now)$|^[A-Z][a-z]{2,8}\.? (?:19|20)\d{2}(?:\s*[-–—~]\s*.{0,16})?$/i;

const rowText = (row: VisualRow): string => row.pieces.map((piece) => piece.text).join(' ');
/** Names of table columns (学校, 学历, 职务) say nothing about columns of the page. */
const columnNames = new Set(['school', 'degree', 'major', 'title', 'company', 'period']);

const isHeading = (row: VisualRow): boolean => {
  const text = rowText(row);
  return matchHeading(text)?.rest === '' && !columnNames.has(labelKind(text) ?? '');
};

/** Looks for the gutter of a two-column or sidebar layout; null when the rows are to be read across. */
export function findColumnCut(
  rows: readonly VisualRow[],
  barriers: readonly Barrier[] = [],
): ColumnCut | null {
  const starts = new Set<number>();
  for (const row of rows) for (const piece of row.pieces) starts.add(Math.round(piece.x));
  const candidates = [...starts].flatMap((start) => stretches(rows, start - 2, barriers));
  candidates.sort((a, b) => b.weight - a.weight || a.x - b.x);
  return candidates.slice(0, 60).find(readsInColumns) ?? null;
}

/** All longest stretches of rows that leave a vertical line at `x` free and have text on both sides. */
function stretches(rows: readonly VisualRow[], x: number, barriers: readonly Barrier[]): Candidate[] {
  const found: Candidate[] = [];
  const walls = barriers.filter((barrier) => barrier.left < x - 12 && barrier.right > x + 12);
  let from = 0;
  const close = (to: number, next: number): void => {
    const candidate = measure(rows, trimmed(rows, from, to, x), x);
    if (candidate) found.push(candidate);
    from = next;
  };
  for (let i = 0; i <= rows.length; i += 1) {
    const row = rows[i];
    const before = rows[i - 1];
    if (row && before && walls.some((wall) => wall.y > before.y && wall.y <= row.y)) close(i, i);
    if (row?.pieces.some((piece) => piece.x < x && right(piece) > x - 4) ?? true) close(i, i + 1);
  }
  return found;
}

/** A name over the right column that starts before the left one and is under no heading belongs to the page's head. */
function trimmed(rows: readonly VisualRow[], from: number, to: number, x: number): [number, number] {
  let start = headEnd(rows, from, to, x);
  for (; start < to; start += 1) {
    const row = rows[start] as VisualRow;
    if (row.pieces.some((piece) => piece.x < x) || isHeading(row)) break;
  }
  return [start, to];
}

/** Lines of contacts above all headings that run past the gutter and not from the right column's edge belong to it too. */
function headEnd(rows: readonly VisualRow[], from: number, to: number, x: number): number {
  const firstBeyond = (row: VisualRow | undefined): Piece | undefined =>
    row?.pieces.find((piece) => piece.x >= x);
  const starts = rows.slice(from, to).flatMap((row) => firstBeyond(row)?.x ?? []);
  const edge = starts.sort((a, b) => a - b)[Math.floor(starts.length / 2)] ?? x;
  let end = from;
  for (let i = from; i < Math.min(to, from + 6); i += 1) {
    const pieces = rows[i]?.pieces ?? [];
    if (pieces.some((piece) => matchHeading(piece.text)?.rest === '')) break;
    const beyond = firstBeyond(rows[i]);
    if (beyond && beyond !== pieces[0] && Math.abs(beyond.x - edge) > 8) end = i + 1;
  }
  return end;
}

function measure(rows: readonly VisualRow[], [from, to]: [number, number], x: number): Candidate | null {
  const pieces = rows.slice(from, to).flatMap((row) => row.pieces);
  const left = toRows(pieces.filter((piece) => piece.x < x));
  const rightRows = toRows(pieces.filter((piece) => piece.x >= x));
  if (left.length < 2 || rightRows.length < 2) return null;
  const extent = (side: readonly VisualRow[]): [number, number] => [side[0]?.y ?? 0, side.at(-1)?.y ?? 0];
  const [leftTop, leftBottom] = extent(left);
  const [rightTop, rightBottom] = extent(rightRows);
  const shared = Math.min(leftBottom, rightBottom) - Math.max(leftTop, rightTop);
  if (shared < 0.3 * Math.min(leftBottom - leftTop, rightBottom - rightTop)) return null;
  const gutter = x + 2 - Math.max(...pieces.filter((piece) => piece.x < x).map(right));
  const size = Math.max(...pieces.map((piece) => piece.size));
  if (gutter < Math.min(8, size * 0.6)) return null;
  const weight = Math.min(left.length, rightRows.length) * 4 + Math.min(gutter, 40) / 10 + (to - from);
  return { from, to, x, left, right: rightRows, weight };
}

const share = (rows: readonly VisualRow[], test: (row: VisualRow) => boolean): number =>
  rows.filter(test).length / Math.max(rows.length, 1);

function readsInColumns(cut: Candidate): boolean {
  const { left, right: other } = cut;
  const dates = (row: VisualRow): boolean => dateLike.test(rowText(row).trim());
  if (share(left, dates) > 0.55 || share(other, dates) > 0.55) return false;
  const headingsLeft = left.filter(isHeading).length;
  const headingsRight = other.filter(isHeading).length;
  if (headingsLeft > 0 && headingsLeft >= left.length * 0.8 && headingsRight === 0) return false;
  // A time line: headings and periods in the margin, what they belong to beside them.
  const margin = share(left, (row) => dates(row) || isHeading(row));
  if (headingsRight === 0 && left.some(dates) && margin > 0.75) return false;
  if (headingsLeft > 0 && headingsRight > 0) return true;
  const [fewer, more] = left.length <= other.length ? [left, other] : [other, left];
  const aligned = share(fewer, (row) => more.some((peer) => Math.abs(peer.y - row.y) < 0.42 * row.size));
  if (aligned > 0.84) return false;
  if (fewer.length < 4 && headingsLeft + headingsRight === 0) return false;
  return longLines(left) || longLines(other) || headingsLeft + headingsRight > 0;
}

const longLines = (rows: readonly VisualRow[]): boolean =>
  share(rows, (row) => row.pieces.reduce((sum, piece: Piece) => sum + piece.width, 0) > row.size * 8) > 0.3;
