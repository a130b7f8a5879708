import type { TextRun } from '#core/ports/document-reader.ts';
import type { DraftLine } from './draft-line.ts';
import { type Piece, right } from './pieces.ts';

/** Pieces on one baseline, from left to right. */
export interface VisualRow {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** Groups pieces by baseline, top to bottom. */
export function toRows(pieces: readonly Piece[]): VisualRow[] {
  const rows: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const row = rows.findLast(
      (candidate) => Math.abs(candidate.y - piece.y) < 0.42 * Math.max(candidate.size, piece.size),
    );
    if (row) {
      row.pieces.push(piece);
      row.size = Math.max(row.size, piece.size);
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  for (const row of rows) row.pieces.sort((a, b) => a.x - b.x);
  return rows.sort((a, b) => a.y - b.y);
}

const toRun = (piece: Piece): TextRun => ({
  text: piece.text,
  x: piece.x,
  y: piece.y,
  width: piece.width,
  fontSize: piece.size,
  bold: piece.bold,
});

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/** Rows of one column as lines, with white space before them and wrapping at the column's right edge noted. */
export function rowsToLines(
  rows: readonly VisualRow[],
  where: { readonly pageAt: (y: number) => number; readonly block: number; readonly cellEdge?: number },
): DraftLine[] {
  const edge = where.cellEdge ?? Math.max(0, ...rows.map(rightOf));
  const left = Math.min(...rows.map((row) => row.pieces[0]?.x ?? 0));
  const pitches = rows.slice(1).map((row, i) => row.y - (rows[i]?.y ?? 0));
  const usual = median(pitches.filter((pitch) => pitch > 0));
  const full = rows.filter((row) => edge - rightOf(row) < row.size * 1.2).length;
  const column = { left, edge, full, cell: where.cellEdge !== undefined };
  return rows.map((row, i) => {
    const next = rows[i + 1];
    return {
      page: where.pageAt(row.y),
      block: where.block,
      heading: 0,
      bullet: false,
      wraps: next !== undefined && wraps(row, next, column),
      gapBefore: i > 0 && (pitches[i - 1] ?? 0) > Math.max(usual * 1.3, row.size * 1.5),
      runs: row.pieces.map(toRun),
    };
  });
}

interface Column {
  readonly left: number;
  readonly edge: number;
  /** How many rows reach the right edge: one alone may just be the longest item of a list. */
  readonly full: number;
  readonly cell: boolean;
}

const rightOf = (row: VisualRow): number => Math.max(...row.pieces.map(right));

/** Dates, numbers and bullets start something new. */
const startsAnew =
  /^(?:(?:19|20)\d{2}\s*[年./-]|[•●■◆▪·]|\d{1,2}[、.．)）](?!\d)|[（(]?[一二三四五六七八九十][、)）]|[①-⑩])/;

function wraps(row: VisualRow, next: VisualRow, column: Column): boolean {
  const last = row.pieces.at(-1);
  const first = next.pieces[0];
  if (!last || !first || next.y - row.y > row.size * 2.6 || Math.abs(last.size - first.size) > 0.6)
    return false;
  if (/[。；;.]$/.test(last.text) || last.bold !== first.bold || startsAnew.test(first.text)) return false;
  const firstWord = /^[A-Za-z0-9@._-]+/.exec(first.text)?.[0].length ?? 0;
  const needed = firstWord > 1 ? firstWord * 0.55 * first.size : first.size * 1.05;
  if (right(last) + needed <= column.edge) return false;
  if (column.cell) return true;
  if (row.pieces.length > 1 && last.width < 0.5 * (column.edge - column.left)) return false;
  if (column.full < 2) return last.width > row.size * 24;
  return last.width > row.size * 18 || /[，。、；,]/.test(last.text);
}
