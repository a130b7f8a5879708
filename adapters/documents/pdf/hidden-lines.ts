import type { HiddenReason, HiddenText } from '#core/ports/document-reader.ts';
import { gatherPieces, type Piece } from '../layout/pieces.ts';
import type { Glyph } from './drawing.ts';

/** Joins hidden characters into lines, reason by reason. Shadows and doubles of visible text are left out. */
export function hiddenLines(
  hidden: readonly { readonly glyph: Glyph; readonly reason: HiddenReason }[],
  seen: readonly Piece[],
  page: number,
): HiddenText[] {
  const byReason = new Map<HiddenReason, Glyph[]>();
  for (const { glyph, reason } of hidden) {
    const known = byReason.get(reason);
    if (known) known.push(glyph);
    else byReason.set(reason, [glyph]);
  }
  return [...byReason].flatMap(([reason, glyphs]) =>
    lines(gatherPieces(glyphs.map(withReadableSize)))
      .filter((piece) => !seen.some((other) => isDouble(piece, other)))
      .map((piece) => ({ page, text: piece.text, reason })),
  );
}

/** Widths of one-point text are as small as its size, so nothing changes but a division by nearly zero. */
const withReadableSize = (glyph: Glyph): Glyph => ({ ...glyph, size: Math.max(glyph.size, 0.01) });

const isDouble = (piece: Piece, other: Piece): boolean =>
  other.text.includes(piece.text) && Math.abs(other.y - piece.y) < 6 && piece.x > other.x - 6;

function lines(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before && Math.abs(before.y - piece.y) < 0.3 * piece.size && piece.x > before.x) {
      out[out.length - 1] = {
        ...before,
        text: `${before.text} ${piece.text}`,
        width: piece.x + piece.width - before.x,
      };
    } else out.push(piece);
  }
  return out;
}
