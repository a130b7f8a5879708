import { type PatternTree, readPattern } from './pattern-tree.ts';

/**
 * How every match of a pattern begins: its first two UTF-16 units, or the first one where anything may follow. Null where a
 * match may begin with anything, or may be empty.
 */
export type Beginnings = readonly string[] | null;

/** The first units that a part may give: pieces shorter than wanted are complete, `open` ones are followed by anything. */
interface Begun {
  readonly pieces: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
}

const LENGTH = 2;
const MOST_PIECES = 2000;
const NOTHING: Begun = { pieces: new Set(['']), open: new Set() };
const ANYTHING: Begun = { pieces: new Set(), open: new Set(['']) };

const then = (before: Begun, after: Begun): Begun => {
  const pieces = new Set<string>();
  const open = new Set(before.open);
  for (const piece of before.pieces) {
    if (piece.length >= LENGTH) pieces.add(piece);
    else {
      for (const next of after.pieces) pieces.add((piece + next).slice(0, LENGTH));
      for (const next of after.open) {
        const longer = piece + next;
        if (longer.length >= LENGTH) pieces.add(longer.slice(0, LENGTH));
        else open.add(longer);
      }
    }
  }
  return { pieces, open };
};

const begin = (tree: PatternTree): Begun => {
  if (tree.kind === 'nothing') return NOTHING;
  if (tree.kind === 'any') return ANYTHING;
  if (tree.kind === 'one')
    return { pieces: new Set(tree.of.map((one) => one.slice(0, LENGTH))), open: new Set() };
  if (tree.kind === 'all') {
    let sum = NOTHING;
    for (const part of tree.parts) {
      if ([...sum.pieces].every((piece) => piece.length >= LENGTH)) break;
      sum = then(sum, begin(part));
    }
    return sum;
  }
  const ways = tree.ways.map(begin);
  return {
    pieces: new Set(ways.flatMap((way) => [...way.pieces])),
    open: new Set(ways.flatMap((way) => [...way.open])),
  };
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
  const { pieces, open } = begin(tree);
  // What ends after one unit may be followed by anything, too.
  const all = [...new Set([...open, ...pieces])];
  if (all.includes('') || all.length > MOST_PIECES) return null;
  if (ignoreCase !== true) return all;
  if (all.some(isCasedElsewhere)) return null;
  return [...new Set(all.map((piece) => (UPPER.test(piece) ? piece.toLowerCase() : piece)))];
};
