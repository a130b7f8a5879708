import type { HiddenReason, HiddenText } from '#core/ports/document-reader.ts';
import { gatherPieces, type Piece } from '../layout/pieces.ts';
import type { Glyph } from './drawing.ts';

/** Degrees: text that leans more is read apart from the lines of the page. */
export const leastSlant = 8;
/** Characters: the name of a job board over and over is a watermark, a longer repeated text is not. */
const longestWatermark = 12;

/** Joins hidden characters into lines, reason by reason. Shadows and doubles of visible text are left out. */
export function hiddenLines(
  hidden: readonly { readonly glyph: Glyph; readonly reason: HiddenReason }[],
  seen: readonly Piece[],
  page: number,
): HiddenText[] {
  const byReason = new Map<HiddenReason, Glyph[]>();
  const slanted = hidden.filter(({ glyph }) => glyph.angle >= leastSlant);
  for (const { glyph, reason } of hidden) {
    if (glyph.angle >= leastSlant) continue;
    const known = byReason.get(reason);
    if (known) known.push(glyph);
    else byReason.set(reason, [glyph]);
  }
  const upright = [...byReason].flatMap(([reason, glyphs]) =>
    lines(gatherPieces(glyphs.map(withReadableSize)))
      .filter((piece) => !seen.some((other) => isDouble(piece, other)))
      .map((piece) => ({ page, text: piece.text, reason })),
  );
  return [...upright, ...slantedWords(slanted).map((word) => ({ page, ...word }))];
}

/** Text at a slant stands on no line of the page: it is read in the order of drawing, each wording once, without watermarks. */
function slantedWords(
  hidden: readonly { readonly glyph: Glyph; readonly reason: HiddenReason }[],
): { text: string; reason: HiddenReason }[] {
  const words: { text: string; reason: HiddenReason; last: Glyph }[] = [];
  for (const { glyph, reason } of hidden) {
    const word = words.at(-1);
    const near = word && Math.hypot(glyph.x - word.last.x, glyph.y - word.last.y) < 2.2 * glyph.size;
    if (word && near && word.reason === reason) {
      word.text += glyph.text;
      word.last = glyph;
    } else words.push({ text: glyph.text, reason, last: glyph });
  }
  const times = (text: string): number => words.filter((word) => word.text === text).length;
  return words
    .filter((word, i) => words.findIndex((other) => other.text === word.text) === i)
    .filter((word) => word.text.length > longestWatermark || times(word.text) < 3)
    .map(({ text, reason }) => ({ text, reason }));
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
