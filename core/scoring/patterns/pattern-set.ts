import { growTrie, type UnitTrie } from '../../embedding/unit-trie.ts';
import { beginningsOf } from './beginnings.ts';

/** A pattern that is looked for in texts; `ignoreCase` only with texts in lower case. */
export interface SoughtPattern {
  readonly source: string;
  readonly ignoreCase?: boolean;
}

/** Many patterns looked for in one text. */
export interface PatternSet {
  /** Walks over a text once and notes where which pattern may match; every other question is about this text. */
  readonly over: (text: string) => void;
  /** Whether a pattern may match anywhere in `[from, to)`. */
  readonly mayBegin: (pattern: number, from: number, to: number) => boolean;
  /**
   * The end of the next match of a pattern that begins at `from` or later, −1 for none; `begun` tells where it begins. Like a global
   * regular expression, but for one pattern `from` must not go back.
   */
  readonly next: (pattern: number, from: number) => number;
  /** Where the match found last begins. */
  readonly begun: () => number;
}

const NONE = -1;

/**
 * Looks for many patterns at once. Each pattern is tried only at places whose first characters may begin it: most patterns of the
 * lexicon match nowhere in most texts, and running each of them over the whole text takes several times as long.
 */
export const createPatternSet = (patterns: readonly SoughtPattern[]): PatternSet => {
  const begins = patterns.map(beginningsOf);
  const sticky = patterns.map(
    ({ source, ignoreCase }, i) =>
      new RegExp(source, `${begins[i] === null ? 'g' : 'y'}${ignoreCase === true ? 'i' : ''}u`),
  );
  const { trie, firsts, patterns: numbers } = indexBeginnings(begins);
  const places = new Places(patterns.length);
  let text = '';
  let begun = 0;
  const note = (node: number, at: number): void => {
    const last = firsts[node + 1] as number;
    for (let i = firsts[node] as number; i < last; i++) places.add(numbers[i] as number, at);
  };
  return {
    over: (given) => {
      text = given;
      places.clear();
      for (let at = 0; at < text.length; at++) {
        let node = trie.first(text.charCodeAt(at));
        for (let end = at + 1; node !== 0; end++) {
          note(node, at);
          node = end < text.length ? trie.next(node, text.charCodeAt(end)) : 0;
        }
      }
    },
    mayBegin: (pattern, from, to) => begins[pattern] === null || places.isAny(pattern, from, to),
    next: (pattern, from) => {
      const expression = sticky[pattern] as RegExp;
      if (begins[pattern] === null) {
        expression.lastIndex = from;
        const match = expression.exec(text);
        if (match === null) return NONE;
        begun = match.index;
        return begun + match[0].length;
      }
      for (let at = places.take(pattern); at !== NONE; at = places.take(pattern)) {
        if (at < from) continue;
        expression.lastIndex = at;
        if (!expression.test(text)) continue;
        begun = at;
        return expression.lastIndex;
      }
      return NONE;
    },
    begun: () => begun,
  };
};

interface Index {
  readonly trie: UnitTrie;
  /** Patterns that may begin so: of node `n` those from `firsts[n]` to before `firsts[n + 1]`. */
  readonly firsts: Int32Array;
  readonly patterns: Uint16Array;
}

const indexBeginnings = (begins: readonly ReturnType<typeof beginningsOf>[]): Index => {
  const growing = growTrie();
  const byNode: number[][] = [];
  begins.forEach((pieces, pattern) => {
    for (const piece of pieces ?? []) {
      let node = 0;
      for (let i = 0; i < piece.length; i++) node = growing.enter(node, piece.charCodeAt(i));
      const known = byNode[node];
      if (known === undefined) byNode[node] = [pattern];
      else known.push(pattern);
    }
  });
  const trie = growing.done();
  const firsts = new Int32Array(trie.nodes + 1);
  const patterns: number[] = [];
  for (let node = 0; node < trie.nodes; node++) {
    patterns.push(...(byNode[node] ?? []));
    firsts[node + 1] = patterns.length;
  }
  return { trie, firsts, patterns: Uint16Array.from(patterns) };
};

/** Places by pattern in rising order, in memory that is used again for every text. */
class Places {
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #open: Int32Array;
  #at = new Int32Array(256);
  #next = new Int32Array(256);
  #used = 0;

  constructor(patterns: number) {
    this.#first = new Int32Array(patterns);
    this.#last = new Int32Array(patterns);
    this.#open = new Int32Array(patterns);
    this.clear();
  }

  clear(): void {
    this.#used = 0;
    this.#first.fill(NONE);
    this.#last.fill(NONE);
    this.#open.fill(NONE);
  }

  add(pattern: number, at: number): void {
    if (this.#used === this.#at.length) this.#grow();
    const own = this.#used++;
    this.#at[own] = at;
    this.#next[own] = NONE;
    const last = this.#last[pattern] as number;
    if (last === NONE) {
      this.#first[pattern] = own;
      this.#open[pattern] = own;
    } else this.#next[last] = own;
    this.#last[pattern] = own;
  }

  /** The next place of a pattern that was not taken yet. */
  take(pattern: number): number {
    const own = this.#open[pattern] as number;
    if (own === NONE) return NONE;
    this.#open[pattern] = this.#next[own] as number;
    return this.#at[own] as number;
  }

  isAny(pattern: number, from: number, to: number): boolean {
    for (let own = this.#first[pattern] as number; own !== NONE; own = this.#next[own] as number) {
      const at = this.#at[own] as number;
      if (at >= from) return at < to;
    }
    return false;
  }

  #grow(): void {
    const [at, next] = [this.#at, this.#next];
    this.#at = new Int32Array(at.length * 2);
    this.#at.set(at);
    this.#next = new Int32Array(next.length * 2);
    this.#next.set(next);
  }
}
