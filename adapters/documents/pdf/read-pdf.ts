import { AppError } from '#core/errors/app-error.ts';
import type { DocumentNote, DocumentText, HiddenText } from '#core/ports/document-reader.ts';
import type { Barrier } from '../layout/column-cut.ts';
import { finishLines } from '../layout/draft-line.ts';
import { layOutPages } from '../layout/page-layout.ts';
import { gatherPieces, type Piece } from '../layout/pieces.ts';
import { findRuledTables, type RuledTable } from '../layout/ruled-tables.ts';
import { barriersOf } from './barriers.ts';
import { drawPage } from './draw-page.ts';
import type { Drawing } from './drawing.ts';
import { hiddenLines, leastSlant } from './hidden-lines.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { dropRunningLines } from './running-lines.ts';
import { separateHidden } from './visibility.ts';

/** A résumé with more pages is a portfolio; the rest is left out with a note. */
const maxPages = 20;

interface ReadPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly tables: readonly RuledTable[];
  readonly barriers: readonly Barrier[];
  readonly hidden: readonly HiddenText[];
  readonly ocrLayer: boolean;
  readonly pictures: boolean;
}

/**
 * Reads a PDF: what a person sees in reading order, what he cannot see apart.
 * @throws AppError `RESUME_PASSWORD`, `RESUME_DAMAGED`.
 */
export async function readPdf(bytes: Uint8Array, password?: string): Promise<DocumentText> {
  const pdf = await openPdf(bytes, password);
  try {
    const count = pdf.document.numPages;
    const pages: ReadPage[] = [];
    for (let number = 1; number <= Math.min(count, maxPages); number += 1) {
      pages.push(await readPage(pdf, number));
    }
    return assemble(pages, count);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('RESUME_DAMAGED', { cause });
  } finally {
    await pdf.close();
  }
}

async function readPage(pdf: OpenPdf, number: number): Promise<ReadPage> {
  const page = await pdf.document.getPage(number);
  try {
    const view = page.getViewport({ scale: 1 });
    const empty = {
      number,
      width: view.width,
      height: view.height,
      pieces: [],
      tables: [],
      barriers: [],
      hidden: [],
    };
    const content = await page.getTextContent();
    // Pictures of scanned pages are large; without any text there is no reason to decode them.
    if (!content.items.some((item) => 'str' in item && item.str.trim() !== '')) {
      return { ...empty, ocrLayer: false, pictures: true };
    }
    return readDrawing(await drawPage(pdf, page), number);
  } finally {
    page.cleanup();
  }
}

function readDrawing(drawing: Drawing, number: number): ReadPage {
  const { seen, hidden, ocrLayer } = separateHidden(drawing);
  const tables = findRuledTables(drawing.rules);
  const walls = tables.flatMap((table) =>
    table.cells.flatMap((cell) => [
      { x: cell.left, top: cell.top, bottom: cell.bottom },
      { x: cell.right, top: cell.top, bottom: cell.bottom },
    ]),
  );
  const upright = seen.filter((glyph) => glyph.angle < leastSlant);
  const pieces = gatherPieces(upright, walls);
  return {
    number,
    width: drawing.width,
    height: drawing.height,
    pieces,
    tables,
    barriers: barriersOf(drawing),
    hidden: hiddenLines(hidden, pieces, number),
    ocrLayer,
    pictures: drawing.fills.some((fill) => fill.colour === null),
  };
}

/**
 * Puts the pages under each other without the empty space between them, so that columns, tables and entries that go
 * on behind a page break are read on.
 */
function stack(pages: readonly ReadPage[]): Stacked {
  const bodies = dropRunningLines(pages);
  const all: Stacked = { pieces: [], tables: [], barriers: [], starts: [] };
  let bottom = 0;
  pages.forEach((page, i) => {
    const pieces = bodies[i] ?? [];
    const top = Math.min(
      ...pieces.map((piece) => piece.y - piece.size),
      ...page.tables.map((table) => table.top),
    );
    const shift = Number.isFinite(top) ? bottom - top + 8 : bottom;
    all.starts.push({ page: page.number, y: bottom });
    all.pieces.push(...pieces.map((piece) => ({ ...piece, y: piece.y + shift })));
    all.tables.push(...page.tables.map((table) => shiftTable(table, shift)));
    all.barriers.push(...page.barriers.map((barrier) => ({ ...barrier, y: barrier.y + shift })));
    const lows = [...pieces.map((piece) => piece.y), ...page.tables.map((table) => table.bottom)];
    if (lows.length > 0) bottom = Math.max(...lows) + shift;
  });
  return all;
}

interface Stacked {
  readonly pieces: Piece[];
  readonly tables: RuledTable[];
  readonly barriers: Barrier[];
  readonly starts: { readonly page: number; readonly y: number }[];
}

const shiftTable = (table: RuledTable, shift: number): RuledTable => ({
  ...table,
  top: table.top + shift,
  bottom: table.bottom + shift,
  cells: table.cells.map((cell) => ({ ...cell, top: cell.top + shift, bottom: cell.bottom + shift })),
});

function assemble(pages: readonly ReadPage[], count: number): DocumentText {
  const stacked = stack(pages);
  const pageAt = (y: number): number => stacked.starts.findLast((start) => start.y < y)?.page ?? 1;
  const lines = finishLines(layOutPages(stacked.pieces, stacked.tables, stacked.barriers, pageAt));
  const hidden = pages.flatMap((page) => page.hidden);
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  const notes: DocumentNote[] = [];
  if (characters < 15 && pages.some((page) => page.pictures)) notes.push({ code: 'needs_ocr' });
  if (pages.some((page) => page.ocrLayer)) notes.push({ code: 'ocr_layer' });
  if (count > maxPages) notes.push({ code: 'truncated', detail: `${maxPages}/${count}` });
  return {
    format: 'pdf',
    pages: pages.map(({ number, width, height }) => ({ number, width, height })),
    lines,
    hidden,
    notes,
  };
}
