import { type GrowingTrie, growTrie } from '../../embedding/unit-trie.ts';

/**
 * A lexicon entry is a phrase: `{a,b}` stands for alternatives, `{a,b}?` also for nothing, `…` for up to eight characters
 * inside the same clause, `/` parts ways of saying the same, a trailing `~` is any ending of a Latin word (call~, called).
 */
export interface PhraseList {
  readonly id: string;
  readonly phrases: readonly string[];
}

/** One place where a phrase of a list stands; `list` is the index of the list given to `compilePhrases`. */
export interface PhraseHit {
  readonly list: number;
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly list: number;
  readonly phrase: number;
  readonly tail: readonly string[];
  readonly open: boolean;
  /** First unit of a Chinese tail, 0 for none. */
  readonly follows: number;
}

/** A compiled set of lists: one walk over the text finds every phrase of every list. */
export interface PhraseMatcher {
  readonly lists: readonly string[];
  readonly find: (text: string) => PhraseHit[];
}

const GAP = 8;
const GAP_LATIN = 28;

/** Splits a template of phrases: Chinese ones by white space, English ones by `|` or line breaks. */
export const words = (source: string): readonly string[] =>
  source.split(/\s+/u).filter((word) => word !== '');
export const phrases = (source: string): readonly string[] =>
  source
    .split(/[|\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Writes out `{a,b}` alternatives; nested braces are not used. */
export const expand = (phrase: string): string[] => {
  const open = phrase.indexOf('{');
  if (open < 0) return [phrase];
  const close = phrase.indexOf('}', open);
  if (close < 0) throw new RangeError(`lexicon phrase without closing brace: ${phrase}`);
  const optional = phrase[close + 1] === '?';
  const rest = expand(phrase.slice(close + (optional ? 2 : 1)));
  const choices = phrase.slice(open + 1, close).split(',');
  const all = optional && !choices.includes('') ? [...choices, ''] : choices;
  return all.flatMap((choice) => rest.map((tail) => phrase.slice(0, open) + choice + tail));
};

/** Splits at `/` outside braces and writes every part out. */
const waysOf = (phrase: string): Iterable<string> => {
  if (!/[{/]/u.test(phrase)) return [phrase];
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= phrase.length; i++) {
    const character = phrase[i];
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (i === phrase.length || (character === '/' && depth === 0)) {
      parts.push(phrase.slice(from, i));
      from = i + 1;
    }
  }
  return new Set(parts.flatMap(expand));
};

const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 39;

/** Phrases by the node that their head ends at. */
type Ends = (Entry[] | undefined)[];

const insert = (trie: GrowingTrie, ends: Ends, phrase: string, list: number, index: number): void => {
  const open = phrase.endsWith('~');
  const [head = '', ...parts] = (open ? phrase.slice(0, -1) : phrase).split('…');
  const tail = parts.filter((part) => part !== '');
  let node = 0;
  for (let i = 0; i < head.length; i++) node = trie.enter(node, head.charCodeAt(i));
  if (node === 0) throw new RangeError(`empty lexicon phrase in list ${list}`);
  const unit = tail[0]?.charCodeAt(0) ?? 0;
  const follows = unit < 128 ? 0 : unit;
  const entry = { list, phrase: index, tail, open: open && tail.length === 0, follows };
  const known = ends[node];
  if (known === undefined) ends[node] = [entry];
  else known.push(entry);
};

const BREAKS = new Set([...'，,。！？!?；;\n'].map((mark) => mark.charCodeAt(0)));

const followTail = (text: string, from: number, tail: readonly string[]): number => {
  let position = from;
  for (const part of tail) {
    const first = part.charCodeAt(0);
    const last = Math.min(position + (first < 128 ? GAP_LATIN : GAP), text.length - part.length);
    let at = position;
    // Nothing is cut out here.
    while (at <= last && !(text.charCodeAt(at) === first && text.startsWith(part, at))) {
      if (BREAKS.has(text.charCodeAt(at))) return -1;
      at++;
    }
    if (at > last) return -1;
    position = at + part.length;
  }
  return position;
};

const endOf = (text: string, entry: Entry, end: number): number => {
  if (entry.tail.length > 0) return followTail(text, end, entry.tail);
  const last = text.charCodeAt(end - 1);
  if (last < 97 || last > 122) return end;
  let stop = end;
  while (stop - end <= 4 && isWordUnit(text.charCodeAt(stop))) stop++;
  if (stop === end) return end;
  return entry.open && stop - end <= 4 ? stop : -1;
};

/** Compiles lists into one matcher. Linear in the text for any lexicon: each position walks at most the longest phrase. */
export const compilePhrases = (lists: readonly PhraseList[]): PhraseMatcher => {
  const growing = growTrie();
  const sparse: Ends = [];
  lists.forEach((list, listIndex) => {
    list.phrases.forEach((phrase, index) => {
      for (const way of waysOf(phrase)) insert(growing, sparse, way, listIndex, index);
    });
  });
  const { first, mayFollow, next, nodes } = growing.done();
  const ends: (readonly Entry[] | undefined)[] = Array.from({ length: nodes }, (_, node) => sparse[node]);
  const find = (text: string): PhraseHit[] => {
    const hits: PhraseHit[] = [];
    for (let start = 0; start < text.length; start++) {
      const code = text.charCodeAt(start);
      let node = first(code);
      if (node === 0) continue;
      if (code >= 97 && code <= 122 && start > 0 && isWordUnit(text.charCodeAt(start - 1))) continue;
      for (let end = start + 1; node !== 0; end++) {
        const entries = ends[node];
        if (entries !== undefined) collect(text, entries, start, end, hits);
        if (end >= text.length) break;
        const unit = text.charCodeAt(end);
        node = end > start + 1 || mayFollow(code, unit) ? next(node, unit) : 0;
      }
    }
    return hits;
  };
  return { lists: lists.map((list) => list.id), find };
};

/** The units that stand within reach of a gap, as far as 32 bits can tell. */
const unitsWithin = (text: string, from: number): number => {
  const last = Math.min(from + GAP, text.length - 1);
  let seen = 0;
  for (let at = from; at <= last; at++) seen |= 1 << (text.charCodeAt(at) & 31);
  return seen;
};

const collect = (text: string, entries: readonly Entry[], start: number, end: number, hits: PhraseHit[]) => {
  let within = 0;
  for (const entry of entries) {
    if (entry.follows !== 0) {
      // Most phrases with a gap end without their second half.
      if (within === 0) within = unitsWithin(text, end);
      if ((within & (1 << (entry.follows & 31))) === 0) continue;
    }
    const stop = endOf(text, entry, end);
    if (stop > 0) hits.push({ list: entry.list, phrase: entry.phrase, start, end: stop });
  }
};
