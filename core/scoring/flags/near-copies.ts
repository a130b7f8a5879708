import type { Range } from '../text/sentences.ts';

/** A text cut into its words for comparing: each Han character and each other word is one. */
interface Words {
  readonly ranges: readonly Range[];
  /** One number for each run of `RUN` words, at the run's first word. */
  readonly runs: readonly number[];
}

/** Words of a shared run: five Chinese characters or five English words. */
const RUN = 5;
/** A shorter answer is alike by chance. */
const LEAST_RUNS = 40;
const MOST_WORDS = 2000;
/** Half of what somebody says stands word for word in another text (assessment §2.6). */
const SHARE = 0.5;
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const PRIME = 0x01000193;

function hashOf(words: readonly string[], from: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + RUN; i++) {
    const word = words[i] as string;
    for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), PRIME);
    hash = Math.imul(hash ^ 0x20, PRIME);
  }
  return hash;
}

function wordsOf(text: string): Words {
  const ranges: Range[] = [];
  const words: string[] = [];
  for (const match of text.matchAll(WORD)) {
    if (words.length === MOST_WORDS) break;
    ranges.push({ start: match.index, end: match.index + match[0].length });
    words.push(match[0].normalize('NFKC').toLowerCase());
  }
  const runs = words.slice(RUN - 1).map((_, i) => hashOf(words, i));
  return { ranges, runs };
}

/** Texts to compare with, read once. */
export interface KnownText {
  readonly runs: ReadonlySet<number>;
}

/** Reads a text for comparing. */
export const knownText = (text: string): KnownText => ({ runs: new Set(wordsOf(text).runs) });

/** What an answer shares with others. */
export interface NearCopy {
  /** Longest shared stretch, in the answer. */
  readonly range: Range;
  /** Part of the answer that stands word for word in the nearest text, 0..1. */
  readonly share: number;
  /** How many of the texts share half of the answer or more. */
  readonly count: number;
}

/** The longest stretch of words that stands in the other text. */
function longestShared({ ranges, runs }: Words, other: KnownText): Range {
  let best = { from: 0, length: 0 };
  let length = 0;
  runs.forEach((run, i) => {
    length = other.runs.has(run) ? length + 1 : 0;
    if (length > best.length) best = { from: i - length + 1, length };
  });
  const last = ranges[best.from + best.length + RUN - 2];
  return { start: ranges[best.from]?.start ?? 0, end: last?.end ?? 0 };
}

/**
 * Whether half of an answer or more stands word for word in one of the texts; words of the question count for nothing. Null for
 * short answers and for those that are their author's own. Linear in the length of the answer for each text.
 */
export function nearCopy(answer: string, question: string, texts: readonly KnownText[]): NearCopy | null {
  const words = wordsOf(answer);
  const asked = knownText(question).runs;
  const own = new Set(words.runs.filter((run) => !asked.has(run)));
  if (own.size < LEAST_RUNS) return null;
  const shareWith = (text: KnownText): number => {
    let shared = 0;
    for (const run of own) if (text.runs.has(run)) shared += 1;
    return shared / own.size;
  };
  const alike = texts.map((text) => ({ text, share: shareWith(text) })).filter(({ share }) => share >= SHARE);
  const [nearest] = [...alike].sort((a, b) => b.share - a.share);
  if (nearest === undefined) return null;
  return { range: longestShared(words, nearest.text), share: nearest.share, count: alike.length };
}
