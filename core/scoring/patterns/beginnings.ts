import { type PatternTree, readPattern } from './pattern-tree.ts';

/**
 * How every match of a pattern begins: its first three UTF-16 units, or two where that would be too many ways, or fewer where anything
 * may follow. None begins with another. Null where a match may begin with anything, or may be empty.
 */
export type Beginnings = readonly string[] | null;

/** The first units that a part may give: pieces shorter than wanted are complete, `open` ones are followed by anything. */
interface Begun {
  readonly pieces: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
}

/** How long beginnings are and how many there may be, tried in this order: working out many long ones takes longer than they save. */
interface Limit {
  readonly length: number;
  readonly most: number;
}
const LIMITS: readonly Limit[] = [
  { length: 3, most: 500 },
  { length: 2, most: 2000 },
];
const NOTHING: Begun = { pieces: new Set(['']), open: new Set() };
const ANYTHING: Begun = { pieces: new Set(), open: new Set(['']) };

const then = (before: Begun, after: Begun, length: number): Begun => {
  const pieces = new Set<string>();
  const open = new Set(before.open);
  for (const piece of before.pieces) {
    if (piece.length >= length) pieces.add(piece);
    else {
      for (const next of after.pieces) pieces.add((piece + next).slice(0, length));
      for (const next of after.open) {
        const longer = piece + next;
        if (longer.length >= length) pieces.add(longer.slice(0, length));
        else open.add(longer);
      }
    }
  }
  return { pieces, open };
};

/** Null where there are too many ways to begin. */
const begin = (tree: PatternTree, limit: Limit): Begun | null => {
  const { length, most } = limit;
  if (tree.kind === 'nothing') return NOTHING;
  if (tree.kind === 'any') return ANYTHING;
  if (tree.kind === 'one')
    return { pieces: new Set(tree.of.map((one) => one.slice(0, length))), open: new Set() };
  if (tree.kind === 'all') {
    let sum = NOTHING;
    for (const part of tree.parts) {
      if ([...sum.pieces].every((piece) => piece.length >= length)) break;
      const next = begin(part, limit);
      if (next === null) return null;
      sum = then(sum, next, length);
      if (sum.pieces.size + sum.open.size > most) return null;
    }
    return sum;
  }
  const pieces = new Set<string>();
  const open = new Set<string>();
  for (const way of tree.ways) {
    const begun = begin(way, limit);
    if (begun === null) return null;
    for (const piece of begun.pieces) pieces.add(piece);
    for (const piece of begun.open) open.add(piece);
  }
  return { pieces, open };
};

const startsWithAnother = (piece: string, all: ReadonlySet<string>): boolean => {
  for (let length = 1; length < piece.length; length++) if (all.has(piece.slice(0, length))) return true;
  return false;
};

/** All beginnings of a tree that say something; null where there are too many or any will do. */
const piecesOf = (tree: PatternTree, limit: Limit): readonly string[] | null => {
  const begun = begin(tree, limit);
  if (begun === null) return null;
  // What ends sooner may be followed by anything, too.
  const all = new Set([...begun.open, ...begun.pieces]);
  if (all.has('') || all.size > limit.most) return null;
  return [...all].filter((piece) => !startsWithAnother(piece, all));
};

const UPPER = /[A-Z]/u;
/** Other scripts have letters with more than two forms. */
const isCasedElsewhere = (piece: string): boolean =>
  [...piece].some((one) => one > '\u007f' && one.toLowerCase() !== one.toUpperCase());

/** The beginnings of a pattern with the flag `u`; without regard to case only for texts in lower case. */
export const beginningsOf = ({
  source,
  ignoreCase,
}: {
  readonly source: string;
  readonly ignoreCase?: boolean;
}): Beginnings => {
  const tree = readPattern(source);
  if (tree === null) return null;
  let all: readonly string[] | null = null;
  for (const limit of LIMITS) all ??= piecesOf(tree, limit);
  if (all === null) return null;
  if (ignoreCase !== true) return all;
  if (all.some(isCasedElsewhere)) return null;
  return [...new Set(all.map((piece) => (UPPER.test(piece) ? piece.toLowerCase() : piece)))];
};
