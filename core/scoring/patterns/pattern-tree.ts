/** A regular expression as far as it tells which characters its matches are made of. */
export type PatternTree =
  /** One character out of these. */
  | { readonly kind: 'one'; readonly of: readonly string[] }
  /** Anything, or something of which nothing is known. */
  | { readonly kind: 'any' }
  /** Nothing: an assertion, or a place. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'all'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'either'; readonly ways: readonly PatternTree[] };

const NOTHING: PatternTree = { kind: 'nothing' };
const ANY: PatternTree = { kind: 'any' };
const DIGITS: PatternTree = { kind: 'one', of: [...'0123456789'] };
/** Classes with more characters say too little to be worth following. */
const MOST_IN_CLASS = 64;

/** Reads the source of a pattern with the flag `u`; null for what it does not know. */
export const readPattern = (source: string): PatternTree | null => {
  const reader = new Reader(source);
  const tree = reader.either();
  return tree !== null && reader.isAtEnd ? tree : null;
};

class Reader {
  readonly #units: readonly string[];
  #at = 0;

  constructor(source: string) {
    this.#units = [...source];
  }

  get isAtEnd(): boolean {
    return this.#at === this.#units.length;
  }

  #peek(ahead = 0): string {
    return this.#units[this.#at + ahead] ?? '';
  }

  #take(words: string): boolean {
    for (let i = 0; i < words.length; i++) if (this.#peek(i) !== words[i]) return false;
    this.#at += words.length;
    return true;
  }

  either(): PatternTree | null {
    const ways: PatternTree[] = [];
    do {
      const way = this.#all();
      if (way === null) return null;
      ways.push(way);
    } while (this.#take('|'));
    return ways.length === 1 ? (ways[0] as PatternTree) : { kind: 'either', ways };
  }

  #all(): PatternTree | null {
    const parts: PatternTree[] = [];
    while (!this.isAtEnd && this.#peek() !== '|' && this.#peek() !== ')') {
      const part = this.#part();
      if (part === null) return null;
      const repeated = this.#quantified(part);
      if (repeated === null) return null;
      parts.push(repeated);
    }
    return { kind: 'all', parts };
  }

  #part(): PatternTree | null {
    if (this.#peek() === '(') return this.#group();
    if (this.#peek() === '[') return this.#class();
    const character = this.#peek();
    this.#at++;
    if (character === '\\') return this.#escape();
    if (character === '.') return ANY;
    if (character === '^' || character === '$') return NOTHING;
    return '*+?{}'.includes(character) ? null : { kind: 'one', of: [character] };
  }

  #group(): PatternTree | null {
    const isAssertion = ['(?=', '(?!', '(?<=', '(?<!'].some((opening) => this.#take(opening));
    if (!isAssertion && !this.#take('(?:')) {
      this.#take('(');
      // A name, a modifier or something newer.
      if (this.#peek() === '?') return null;
    }
    const inside = this.either();
    if (inside === null || !this.#take(')')) return null;
    return isAssertion ? NOTHING : inside;
  }

  #escape(): PatternTree | null {
    const character = this.#peek();
    this.#at++;
    if (character === 'd') return DIGITS;
    if (character === 'b' || character === 'B') return NOTHING;
    if ('sSwWD'.includes(character) && character !== '') return ANY;
    if (character === 'n') return { kind: 'one', of: ['\n'] };
    if (character === 'u') return this.#named(/^u([0-9a-f]{4})|^u\{([0-9a-f]{1,6})\}/iu);
    if (character === 'p' || character === 'P') return this.#named(/^[pP]\{[^}]{1,60}\}/u) && ANY;
    return /[a-z0-9]/iu.test(character) || character === '' ? null : { kind: 'one', of: [character] };
  }

  /** A character by its number, or a property; the letter that says so was read already. */
  #named(form: RegExp): PatternTree | null {
    const words = this.#units.slice(this.#at - 1, this.#at + 64).join('');
    const match = form.exec(words);
    if (match === null) return null;
    this.#at += match[0].length - 1;
    const code = Number.parseInt(match[1] ?? match[2] ?? '0', 16);
    // Half a character may be meant as half of one.
    return code > 0xd7ff && code < 0xe000 ? null : { kind: 'one', of: [String.fromCodePoint(code)] };
  }

  #class(): PatternTree | null {
    this.#at++;
    const isAny = this.#take('^');
    const of: string[] = [];
    let isWide = false;
    while (!this.isAtEnd && this.#peek() !== ']') {
      const piece = this.#member();
      if (piece === null) return null;
      const isRange = this.#peek() === '-' && this.#peek(1) !== ']';
      if (isRange) {
        this.#at++;
        const last = this.#member();
        if (last === null || !addRange(piece, last, of)) isWide = true;
      } else if (piece.kind === 'one') of.push(...piece.of);
      else isWide = true;
    }
    if (!this.#take(']')) return null;
    return isAny || isWide || of.length > MOST_IN_CLASS || of.length === 0 ? ANY : { kind: 'one', of };
  }

  #member(): PatternTree | null {
    const character = this.#peek();
    this.#at++;
    if (character === '\\') return this.#escape();
    return { kind: 'one', of: [character] };
  }

  #quantified(part: PatternTree): PatternTree | null {
    const least = this.#least();
    if (least === null) return null;
    if (least === ONCE) return part;
    this.#take('?');
    const repeated = { kind: 'all', parts: [part, optional({ kind: 'all', parts: [part, ANY] })] } as const;
    if (least === OPTIONAL) return optional(part);
    return least === 0 ? optional(repeated) : repeated;
  }

  /** How often the part before must stand at least. */
  #least(): number | typeof ONCE | typeof OPTIONAL | null {
    if (this.#take('?')) return OPTIONAL;
    if (this.#take('*')) return 0;
    if (this.#take('+')) return 1;
    if (this.#peek() !== '{') return ONCE;
    const close = this.#units.indexOf('}', this.#at);
    const counts = /^\{(\d+)(?:,\d*)?\}$/u.exec(this.#units.slice(this.#at, close + 1).join(''));
    if (counts === null) return null;
    this.#at = close + 1;
    return Number(counts[1]);
  }
}

const ONCE = 'once';
const OPTIONAL = 'optional';
const optional = (part: PatternTree): PatternTree => ({ kind: 'either', ways: [part, NOTHING] });

const addRange = (from: PatternTree, to: PatternTree, into: string[]): boolean => {
  if (from.kind !== 'one' || to.kind !== 'one' || from.of.length !== 1 || to.of.length !== 1) return false;
  const [first, last] = [from.of[0]?.codePointAt(0) ?? 0, to.of[0]?.codePointAt(0) ?? 0];
  if (last - first >= MOST_IN_CLASS) return false;
  for (let code = first; code <= last; code++) into.push(String.fromCodePoint(code));
  return true;
};
