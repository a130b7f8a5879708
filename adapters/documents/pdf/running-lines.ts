import type { Piece } from '../layout/pieces.ts';

interface PagePieces {
  readonly height: number;
  readonly pieces: readonly Piece[];
}

const pageNumber =
  /^(?:[-–—·|]\s*)?(?:第\s*\d+\s*页\s*(?:[/／,，]?\s*共?\s*\d+\s*页?)?|共\s*\d+\s*页(?:[,，\s]*第\s*\d+\s*页)?|page\s*\d+(?:\s*(?:of|\/)\s*\d+)?|\d{1,2}\s*[/／]\s*\d{1,2}|\d{1,2})(?:\s*[-–—·|])?$/i;

/** Letters of a line with its numbers levelled (`第1页` and `第2页` compare as equal) and its place on the page. */
const pattern = (piece: Piece): string =>
  `${Math.round(piece.y / 4)}|${Math.round(piece.x / 8)}|${piece.text.replace(/\s+/g, '').replace(/\d+/g, '#')}`;

/**
 * Takes page numbers away, and page headers and footers that come again on other pages
 * (the first page keeps its copy: it may be the only place with the name).
 */
export function dropRunningLines(pages: readonly PagePieces[]): Piece[][] {
  const seen = new Map<string, Set<number>>();
  pages.forEach((page, number) => {
    for (const piece of page.pieces) {
      if (!inMargin(piece, page.height)) continue;
      const key = pattern(piece);
      seen.set(key, (seen.get(key) ?? new Set()).add(number));
    }
  });
  return pages.map((page, number) =>
    page.pieces.filter((piece) => {
      if (!inMargin(piece, page.height)) return true;
      if (pageNumber.test(piece.text.trim()) && !/^(?:19|20)\d{2}$/.test(piece.text.trim())) return false;
      const pagesWith = seen.get(pattern(piece));
      return number === 0 || (pagesWith?.size ?? 0) < 2 || !pagesWith?.has(0);
    }),
  );
}

const inMargin = (piece: Piece, height: number): boolean =>
  piece.y < height * 0.085 || piece.y > height * 0.93;
