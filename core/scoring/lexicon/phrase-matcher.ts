import { type GrowingTrie, growTrie } from '../../embedding/unit-trie.ts';

/**
 * A lexicon entry is a phrase: `{a,b}` stands for alternatives, `{a,b}?` also for nothing, `…` for up to eight characters
 * inside the same clause, `/` parts ways of saying the same, a trailing `~` is any ending of a Latin word (call~, called).
 */
export interface PhraseList {
  readonly id: string;
  readonly phrases: readonly string[];
}

/** One place where a phrase of a list stands. */
export interface PhraseHit {
  /** Index of the list given to `compilePhrases`. */
  readonly list: number;
  /** Id of the list. */
  readonly concept: string;
  /** The same string for all ways of saying the phrase, and for no other phrase. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly list: number;
  readonly concept: string;
  readonly key: string;
  readonly tail: readonly string[];
  readonly open: boolean;
}

/** A compiled set of lists: one walk over the text finds every phrase of every list. */
export interface PhraseMatcher {
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

const insert = (
  trie: GrowingTrie,
  ends: Ends,
  phrase: string,
  of: Pick<Entry, 'list' | 'concept' | 'key'>,
): void => {
  const open = phrase.endsWith('~');
  const [head = '', ...parts] = (open ? phrase.slice(0, -1) : phrase).split('…');
  const tail = parts.filter((part) => part !== '');
  let node = 0;
  for (let i = 0; i < head.length; i++) node = trie.enter(node, head.charCodeAt(i));
  if (node === 0) throw new RangeError(`empty lexicon phrase in list ${of.list}`);
  const { list, concept, key } = of;
  const entry = { list, concept, key, tail, open: open && tail.length === 0 };
  const known = ends[node];
  if (known === undefined) ends[node] = [entry];
  else known.push(entry);
};

/** All phrases in the order of their nodes; flat, because most that are looked at end without their second half. */
interface Entries {
  /** Of node `n` the phrases from `firsts[n]` to before `firsts[n + 1]`. */
  readonly firsts: Int32Array;
  readonly entries: readonly Entry[];
  /** First unit of each Chinese second half, 0 for none. */
  readonly follows: Uint16Array;
}

const flatten = (ends: Ends, nodes: number): Entries => {
  const firsts = new Int32Array(nodes + 1);
  const entries: Entry[] = [];
  for (let node = 0; node < nodes; node++) {
    entries.push(...(ends[node] ?? []));
    firsts[node + 1] = entries.length;
  }
  const follows = Uint16Array.from(entries, ({ tail }) => {
    const unit = tail[0]?.charCodeAt(0) ?? 0;
    return unit < 128 ? 0 : unit;
  });
  return { firsts, entries, follows };
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
  const ends: Ends = [];
  lists.forEach(({ id, phrases }, list) => {
    phrases.forEach((phrase, index) => {
      const of = { list, concept: id, key: `${list}.${index}` };
      for (const way of waysOf(phrase)) insert(growing, ends, way, of);
    });
  });
  const { first, mayFollow, next, nodes } = growing.done();
  const all = flatten(ends, nodes);
  const find = (text: string): PhraseHit[] => {
    const hits: PhraseHit[] = [];
    for (let start = 0; start < text.length; start++) {
      const code = text.charCodeAt(start);
      let node = first(code);
      if (node === 0) continue;
      if (code >= 97 && code <= 122 && start > 0 && isWordUnit(text.charCodeAt(start - 1))) continue;
      for (let end = start + 1; node !== 0; end++) {
        collect(text, all, node, start, end, hits);
        if (end >= text.length) break;
        const unit = text.charCodeAt(end);
        node = end > start + 1 || mayFollow(code, unit) ? next(node, unit) : 0;
      }
    }
    return hits;
  };
  return { find };
};

/** The units that stand within reach of a gap, as far as 32 bits can tell. */
const unitsWithin = (text: string, from: number): number => {
  const last = Math.min(from + GAP, text.length - 1);
  let seen = 0;
  for (let at = from; at <= last; at++) seen |= 1 << (text.charCodeAt(at) & 31);
  return seen;
};

const collect = (
  text: string,
  { firsts, entries, follows }: Entries,
  node: number,
  start: number,
  end: number,
  hits: PhraseHit[],
): void => {
  const last = firsts[node + 1] as number;
  let within = 0;
  for (let i = firsts[node] as number; i < last; i++) {
    const unit = follows[i] as number;
    if (unit !== 0) {
      if (within === 0) within = unitsWithin(text, end);
      if ((within & (1 << (unit & 31))) === 0) continue;
    }
    const entry = entries[i] as Entry;
    const stop = endOf(text, entry, end);
    if (stop > 0) hits.push({ list: entry.list, concept: entry.concept, key: entry.key, start, end: stop });
  }
};
