/**
 * Why a regular expression must not be run over answers, or `null` when nothing speaks against it.
 * `invalid`: does not compile with flags `iu`. `matches-empty`: would hit every clause.
 * `lookbehind`: unknown to older Safari. `backtracking`: a repeated group whose inside may itself vary in length,
 * which can take exponential time on a hostile answer.
 */
export type PatternRisk = 'invalid' | 'matches-empty' | 'lookbehind' | 'backtracking';

/** Finds the first risk of a pattern (ECMAScript, flags `iu`). Pure; the pattern is run only on the empty string. */
export function patternRisk(source: string): PatternRisk | null {
  let compiled: RegExp;
  try {
    compiled = new RegExp(source, 'iu');
  } catch {
    return 'invalid';
  }
  if (source.includes('(?<=') || source.includes('(?<!')) return 'lookbehind';
  if (compiled.test('')) return 'matches-empty';
  return repeatsVaryingGroup(source) ? 'backtracking' : null;
}

interface Quantifier {
  readonly length: number;
  readonly varies: boolean;
  readonly unbounded: boolean;
}

const none: Quantifier = { length: 0, varies: false, unbounded: false };

function quantifierAt(source: string, at: number): Quantifier {
  const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at, at + 12));
  if (found === null) return none;
  const [text, low, comma, high] = found;
  if (text === '?') return { length: 1, varies: true, unbounded: false };
  if (text === '*' || text === '+') return { length: 1, varies: true, unbounded: true };
  return {
    length: text.length,
    varies: comma === ',' && low !== high,
    unbounded: comma === ',' && high === '',
  };
}

/** Walks the pattern once, keeping for each open group whether its inside varies in length. */
function repeatsVaryingGroup(source: string): boolean {
  const open: boolean[] = [false];
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '(') {
      open.push(false);
      at += /^\((?:\?[:=!]|\?<\w+>)?/u.exec(source.slice(at))?.[0].length ?? 1;
      continue;
    }
    const inner = char === ')' ? (open.pop() ?? false) : false;
    at = char === ')' ? at + 1 : endOfAtom(source, at);
    const quantifier = quantifierAt(source, at);
    if (inner && quantifier.unbounded) return true;
    if (inner || quantifier.varies) open[open.length - 1] = true;
    at += quantifier.length;
  }
  return false;
}

function endOfAtom(source: string, at: number): number {
  if (source[at] === '\\') {
    return (
      at + (/^\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|[pP]\{[^}]*\}|.)/u.exec(source.slice(at))?.[0].length ?? 2)
    );
  }
  if (source[at] !== '[') return at + 1;
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}
