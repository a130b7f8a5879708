import type { ScoredDimension } from '../../ports/answer-scorer.ts';
import type { Indicator } from '../../template/schemas/dimension.ts';
import type { Range } from '../text/sentences.ts';
import type { Reading } from './reading.ts';

/** An indicator that the answer shows, once, at its first place. */
export interface IndicatorHit {
  readonly id: string;
  readonly polarity: 'positive' | 'negative';
  readonly span: Range;
}

interface Compiled {
  readonly id: string;
  readonly polarity: 'positive' | 'negative';
  readonly patterns: readonly RegExp[];
}

const compiled = new WeakMap<readonly Indicator[], readonly Compiled[]>();

/** Patterns kept by their source: dimensions are read anew with every request, and compiling costs more than matching. */
const KEPT_PATTERNS = 4096;
const byWords = new Map<string, RegExp | null>();

/**
 * Lower-case Latin, Han and marks, no escapes that name characters: on the lower-case text that is judged such a pattern matches the
 * same with and without regard to case, and far faster with it.
 */
const CASELESS =
  /^(?:[^\\\u0041-\u005a\u0080-\u2fff\ua000-\u{10ffff}]|[\u2010-\u2027\uff01-\uff1f]|\\[^ucpPxkWDSB])*$/u;

const compilePattern = (source: string): RegExp | null => {
  const known = byWords.get(source);
  if (known !== undefined) return known;
  let pattern: RegExp | null;
  try {
    pattern = new RegExp(source, CASELESS.test(source) ? 'gu' : 'giu');
  } catch {
    pattern = null;
  }
  if (byWords.size >= KEPT_PATTERNS) byWords.clear();
  byWords.set(source, pattern);
  return pattern;
};

const compile = (indicators: readonly Indicator[]): readonly Compiled[] => {
  const known = compiled.get(indicators);
  if (known !== undefined) return known;
  const result = indicators.map((indicator) => ({
    id: indicator.id,
    polarity: indicator.polarity,
    patterns: [...indicator.patterns.zh, ...indicator.patterns.en]
      .map(compilePattern)
      .filter((pattern) => pattern !== null),
  }));
  compiled.set(indicators, result);
  return result;
};

const MATCHES_TRIED = 12;

const firstMatch = (
  reading: Reading,
  patterns: readonly RegExp[],
  accept: (start: number) => boolean,
): Range | null => {
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    for (let tries = 0; tries < MATCHES_TRIED; tries++) {
      const match = pattern.exec(reading.text);
      if (match === null || match[0] === '') break;
      if (accept(match.index)) return { start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
};

/** Rubric indicators found in the answer, each counted once; imagined conduct counts only where the question asks for it. */
export const indicatorsOf = (
  reading: Reading,
  dimension: ScoredDimension,
  allowHypothetical: boolean,
): IndicatorHit[] => {
  const hits: IndicatorHit[] = [];
  for (const indicator of compile(dimension.indicators)) {
    const accept =
      indicator.polarity === 'negative'
        ? (start: number) => reading.ownAt(start)
        : (start: number) => allowHypothetical || !reading.hypotheticalAt(start);
    const span = firstMatch(reading, indicator.patterns, accept);
    if (span !== null) hits.push({ id: indicator.id, polarity: indicator.polarity, span });
  }
  return hits;
};
