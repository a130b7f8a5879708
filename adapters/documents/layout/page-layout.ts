import { matchHeading } from '#core/resume/section-headings.ts';
import { type Barrier, findColumnCut } from './column-cut.ts';
import type { DraftLine } from './draft-line.ts';
import { type Piece, right } from './pieces.ts';
import type { RuledTable } from './ruled-tables.ts';
import { type TableCell, tableToLines } from './table-lines.ts';
import { rowsToLines, toRows, type VisualRow } from './visual-rows.ts';

/** Numbers for blocks and tables over a whole document. */
interface Counter {
  block: number;
  table: number;
}

const rowText = (row: VisualRow): string => row.pieces.map((piece) => piece.text).join(' ');

/**
 * Puts pieces into reading order: tables by cells, columns one after the other, the rest top to bottom. The pages lie
 * under each other; `pageAt` says on which one a height is.
 */
export function layOutPages(
  pieces: readonly Piece[],
  tables: readonly RuledTable[],
  barriers: readonly Barrier[],
  pageAt: (y: number) => number,
): DraftLine[] {
  const counter: Counter = { block: 0, table: 0 };
  let rest = [...pieces];
  const anchored: { readonly piece: Piece; readonly lines: readonly DraftLine[] }[] = [];
  for (const table of [...tables].sort((a, b) => area(a) - area(b))) {
    const inside = rest.filter((piece) => isInside(piece, table));
    if (inside.length === 0 || isFrame(table, inside)) continue;
    rest = rest.filter((piece) => !isInside(piece, table));
    const lines = tableLines(table, inside, pageAt, counter);
    const holder: Piece = {
      text: '\u0000',
      x: table.left,
      y: table.top + 1,
      width: table.right - table.left,
      size: 10,
      bold: false,
    };
    anchored.push({ piece: holder, lines });
    rest.push(holder);
  }
  const holders = new Map(anchored.map((entry) => [entry.piece, entry.lines]));
  return layOut(toRows(rest), { pageAt, counter, holders, barriers });
}

const area = (table: RuledTable): number => (table.right - table.left) * (table.bottom - table.top);

const isInside = (piece: Piece, table: RuledTable): boolean => {
  const x = piece.x + piece.width / 2;
  const y = piece.y - piece.size * 0.35;
  return x > table.left && x < table.right && y > table.top && y < table.bottom;
};

/** A drawn box whose text stands in one cell only is decoration around that text. */
function isFrame(table: RuledTable, inside: readonly Piece[]): boolean {
  const used = table.cells.filter((cell) => inside.some((piece) => isInside(piece, { ...cell, cells: [] })));
  return used.length < 2;
}

function tableLines(
  table: RuledTable,
  inside: readonly Piece[],
  pageAt: (y: number) => number,
  counter: Counter,
): DraftLine[] {
  counter.table += 1;
  const number = counter.table;
  const rows = new Map<number, TableCell[]>();
  for (const cell of table.cells) {
    const own = inside.filter((piece) => isInside(piece, { ...cell, cells: [] }));
    if (own.length === 0) continue;
    counter.block += 1;
    const edge = Math.max(...own.map(right));
    const nearFull = cell.right - edge < edge - cell.left && cell.right - edge < 30;
    const lines =
      own.length > 12
        ? layOut(toRows(own), { pageAt, counter, holders: new Map(), barriers: [] })
        : rowsToLines(toRows(own), { pageAt, block: counter.block, cellEdge: nearFull ? edge : cell.right });
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), { column: cell.column, lines }]);
  }
  return tableToLines(
    [...rows.entries()].sort((a, b) => a[0] - b[0]).map((entry) => entry[1]),
    number,
  );
}

interface Context {
  readonly pageAt: (y: number) => number;
  readonly counter: Counter;
  /** Lines of tables by the piece that stands for the table. */
  readonly holders: ReadonlyMap<Piece, readonly DraftLine[]>;
  readonly barriers: readonly Barrier[];
}

function layOut(rows: readonly VisualRow[], context: Context): DraftLine[] {
  if (rows.length === 0) return [];
  const cut = findColumnCut(rows, context.barriers);
  if (cut === null) return readAcross(rows, context);
  const middle = rows.slice(cut.from, cut.to).flatMap((row) => row.pieces);
  const part = (some: readonly VisualRow[]): DraftLine[] => layOut(some, context);
  return [
    ...part(rows.slice(0, cut.from)),
    ...part(toRows(middle.filter((piece) => piece.x < cut.x))),
    ...part(toRows(middle.filter((piece) => piece.x >= cut.x))),
    ...part(rows.slice(cut.to)),
  ];
}

function readAcross(rows: readonly VisualRow[], { pageAt, counter, holders }: Context): DraftLine[] {
  counter.block += 1;
  const plain = gatherMarginDates(rows.flatMap(splitMarginHeading));
  const lines = rowsToLines(plain, { pageAt, block: counter.block });
  return lines.flatMap((line, i) => {
    const inserted = plain[i]?.pieces.flatMap((piece) => holders.get(piece) ?? []) ?? [];
    return inserted.length > 0 ? [...inserted] : [line];
  });
}

/** A section's name in the left margin beside its first line becomes a line of its own. */
function splitMarginHeading(row: VisualRow): VisualRow[] {
  const [first, ...others] = row.pieces;
  if (!first || others.length === 0 || matchHeading(first.text)?.rest !== '') return [row];
  const next = others[0] as Piece;
  if (next.x - right(first) < first.size * 1.2 || matchHeading(rowText({ ...row, pieces: others })))
    return [row];
  if (/^[:：]/.test(next.text) || others.length > 3) return [row];
  return [
    { ...row, pieces: [first] },
    { ...row, pieces: others },
  ];
}

const startDate = /^(?:(?:19|20)\d{2}|\d{2}(?=\.\d))\s*(?:[年./-]\s*\d{1,2}\s*月?)?\s*[-–—~～至到]*$/;
const endDate =
  /^[-–—~～至到|↓]*\s*(?:(?:(?:19|20)\d{2}|\d{2}(?=\.\d))\s*(?:[年./-]\s*\d{1,2}\s*月?)?|至?今|现在|present)$/i;

const separatorEnd = /[-–—~～至到]\s*$/;
const separatorStart = /^\s*[-–—~～至到]/;
const yearOf = (text: string): number => Number(/(?:19|20)\d{2}/.exec(text)?.[0] ?? Number.NaN);

/** Whether a date over another one in a margin is the start and the end of one period. */
function isPeriod(upper: Piece, lower: Piece, lowerIsAlone: boolean): boolean {
  if (!startDate.test(upper.text) || !endDate.test(lower.text)) return false;
  if (Math.min(right(upper), right(lower)) <= Math.max(upper.x, lower.x)) return false;
  if (yearOf(lower.text) < yearOf(upper.text)) return false;
  return (
    lowerIsAlone ||
    separatorEnd.test(upper.text) ||
    separatorStart.test(lower.text) ||
    /今|现在|present/i.test(lower.text)
  );
}

/** `2016年5月` over `至 2020年2月` in a margin becomes one date beside the upper line. */
function gatherMarginDates(rows: readonly VisualRow[]): VisualRow[] {
  const out: VisualRow[] = [];
  for (const row of rows) {
    const before = out.at(-1);
    const upper = before?.pieces[0];
    const lower = row.pieces[0];
    const near = before !== undefined && row.y - before.y < 3 * row.size;
    if (before && upper && lower && near && isPeriod(upper, lower, row.pieces.length === 1)) {
      const joint = separatorEnd.test(upper.text) || separatorStart.test(lower.text) ? ' ' : ' - ';
      const text = `${upper.text}${joint}${lower.text}`;
      out[out.length - 1] = { ...before, pieces: [{ ...upper, text }, ...before.pieces.slice(1)] };
      if (row.pieces.length > 1) out.push({ ...row, pieces: row.pieces.slice(1) });
    } else out.push(row);
  }
  return out;
}
