import { normalizeText } from '#core/resume/normalize-text.ts';

/** A piece of a line without wide gaps, in points; `y` is the baseline. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
}

/** What `gatherPieces` needs to know of a drawn character. */
export interface PlacedCharacter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  /** Absent where spaces are not known. */
  readonly spaceBefore?: boolean;
}

/** A vertical line that text never crosses, in points. */
export interface Fence {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const han = /[\u2e80-\u9fff\uf900-\ufaff]/;
/** Gaps in units of the font size: a new piece, a space between words, a space between Chinese characters. */
const pieceGap = 0.95;
const wordGap = 0.14;
const hanGap = 0.45;

export const right = (piece: Piece): number => piece.x + piece.width;

/** Puts characters that stand on one baseline next to each other into pieces, broken at wide gaps and at fences. */
export function gatherPieces(characters: readonly PlacedCharacter[], fences: readonly Fence[] = []): Piece[] {
  return baselines(characters).flatMap((line) => joinSpread(splitLine(dropDoubles(line), fences), fences));
}

function baselines(characters: readonly PlacedCharacter[]): PlacedCharacter[][] {
  const sorted = [...characters].sort((a, b) => a.y - b.y);
  const lines: { y: number; size: number; members: PlacedCharacter[] }[] = [];
  for (const character of sorted) {
    const line = lines.findLast(
      (candidate) => Math.abs(candidate.y - character.y) < 0.3 * Math.min(candidate.size, character.size),
    );
    if (line) {
      line.members.push(character);
      line.size = Math.max(line.size, character.size);
    } else lines.push({ y: character.y, size: character.size, members: [character] });
  }
  return lines.map((line) => line.members.sort((a, b) => a.x - b.x));
}

/** Poor man's bold and shadows draw the same character twice at almost the same place. */
function dropDoubles(line: readonly PlacedCharacter[]): PlacedCharacter[] {
  const kept: PlacedCharacter[] = [];
  for (const character of line) {
    const twin = kept
      .slice(-3)
      .some(
        (other) =>
          other.text === character.text &&
          Math.abs(other.x - character.x) < 0.4 * Math.max(character.width, 0.1),
      );
    if (!twin) kept.push(character);
  }
  return kept;
}

function splitLine(line: readonly PlacedCharacter[], fences: readonly Fence[]): Piece[] {
  const pieces: Piece[] = [];
  let open: PlacedCharacter[] = [];
  for (const character of line) {
    const before = open.at(-1);
    if (before && (gapOf(before, character) > pieceGap || fenced(before, character, fences))) {
      pieces.push(toPiece(open));
      open = [];
    }
    open.push(character);
  }
  if (open.length > 0) pieces.push(toPiece(open));
  return pieces.filter((piece) => piece.text !== '');
}

const gapOf = (a: PlacedCharacter, b: PlacedCharacter): number =>
  (b.x - a.x - a.width) / Math.max(Math.min(a.size, b.size), 1);

function fenced(
  a: { readonly x: number; readonly y: number; readonly width: number; readonly size: number },
  b: { readonly x: number; readonly width: number },
  fences: readonly Fence[],
): boolean {
  const middle = a.y - a.size * 0.35;
  return fences.some(
    (fence) =>
      fence.x > a.x + a.width * 0.5 &&
      fence.x < b.x + b.width * 0.5 &&
      fence.top <= middle &&
      fence.bottom >= middle,
  );
}

function toPiece(characters: readonly PlacedCharacter[]): Piece {
  let text = '';
  characters.forEach((character, i) => {
    const before = characters[i - 1];
    if (before) {
      const both = han.test(before.text) && han.test(character.text);
      const least = both ? (character.spaceBefore ? wordGap : hanGap) : wordGap;
      if (gapOf(before, character) > least) text += ' ';
    }
    text += character.text;
  });
  const first = characters[0] as PlacedCharacter;
  const last = characters.at(-1) as PlacedCharacter;
  const bold = characters.filter((character) => character.bold).length * 2 > characters.length;
  return {
    text: normalizeText(text).replace(/\s+/g, ' ').trim(),
    x: first.x,
    y: first.y,
    width: last.x + last.width - first.x,
    size: Math.max(...characters.map((character) => character.size)),
    bold,
  };
}

const spreadTail = /(?:^|[:：\s])[\u3400-\u9fff](?:\s[\u3400-\u9fff])*$/;
const spreadHead = /^[\u3400-\u9fff](?:$|\s*[:：]|\s)/;

/** `姓` … `名：王` … `秀`: single characters spread out for looks belong together. */
function joinSpread(pieces: readonly Piece[], fences: readonly Fence[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const gap = before ? (piece.x - right(before)) / Math.max(piece.size, 1) : 0;
    const single = before !== undefined && spreadTail.test(before.text) && spreadHead.test(piece.text);
    const lone = before !== undefined && /^[\u3400-\u9fff](?:\s[\u3400-\u9fff])*$/.test(before.text);
    if (before && single && gap < (lone ? 3.2 : 1.4) && !fenced(before, piece, fences)) {
      joined[joined.length - 1] = {
        ...before,
        text: `${before.text} ${piece.text}`,
        width: right(piece) - before.x,
      };
    } else joined.push(piece);
  }
  return joined;
}
