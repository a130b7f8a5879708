import type { ScoredDimension } from '../../ports/answer-scorer.ts';
import type { Indicator } from '../../template/schemas/dimension.ts';
import { createPatternSet, type PatternSet, type SoughtPattern } from '../patterns/pattern-set.ts';
import type { Range } from '../text/sentences.ts';
import type { Reading } from './reading.ts';

/** An indicator that the answer shows, once, at its first place. */
export interface IndicatorHit {
  readonly id: string;
  readonly polarity: 'positive' | 'negative';
  readonly span: Range;
}

interface Compiled {
  readonly indicators: readonly Indicator[];
  readonly set: PatternSet;
  /** Numbers of the patterns of each indicator in the set. */
  readonly patterns: readonly (readonly number[])[];
}

/** Sets kept by their first indicator: dimensions are read anew with every request, and compiling costs more than matching. */
const KEPT_SETS = 256;
const bySets = new Map<string, Compiled[]>();
let kept = 0;

/**
 * Lower-case Latin, Han and marks, no escapes that name characters: on the lower-case text that is judged such a pattern matches the
 * same with and without regard to case, and far faster with it.
 */
const CASELESS =
  /^(?:[^\\\u0041-\u005a\u0080-\u2fff\ua000-\u{10ffff}]|[\u2010-\u2027\uff01-\uff1f]|\\[^ucpPxkWDSB])*$/u;

const isPattern = (source: string): boolean => {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
};

const sourcesOf = ({ patterns }: Indicator): readonly string[] => [...patterns.zh, ...patterns.en];

const compileNow = (indicators: readonly Indicator[]): Compiled => {
  const sought: SoughtPattern[] = [];
  const patterns = indicators.map((indicator) =>
    sourcesOf(indicator)
      .filter(isPattern)
      .map((source) => sought.push({ source, ignoreCase: !CASELESS.test(source) }) - 1),
  );
  return { indicators, set: createPatternSet(sought), patterns };
};

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

const areSameIndicators = (a: readonly Indicator[], b: readonly Indicator[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every(({ patterns }, i) => {
      const others = b[i]?.patterns;
      return others !== undefined && areSame(patterns.zh, others.zh) && areSame(patterns.en, others.en);
    }));

const compile = (indicators: readonly Indicator[]): Compiled => {
  const key = `${indicators.length}:${indicators[0]?.patterns.zh[0] ?? ''}`;
  const alike = bySets.get(key) ?? [];
  const known = alike.find((one) => areSameIndicators(one.indicators, indicators));
  if (known !== undefined) return known;
  if (kept >= KEPT_SETS) {
    bySets.clear();
    kept = 0;
  }
  const made = compileNow(indicators);
  bySets.set(key, [...(bySets.get(key) ?? []), made]);
  kept++;
  return made;
};

const MATCHES_TRIED = 12;

const firstMatch = (
  set: PatternSet,
  patterns: readonly number[],
  accept: (start: number) => boolean,
): Range | null => {
  for (const pattern of patterns) {
    let from = 0;
    for (let tries = 0; tries < MATCHES_TRIED; tries++) {
      const end = set.next(pattern, from);
      if (end < 0 || end === set.begun()) break;
      if (accept(set.begun())) return { start: set.begun(), end };
      from = end;
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
  const { set, patterns } = compile(dimension.indicators);
  const anywhere = () => true;
  const real = allowHypothetical ? anywhere : (start: number) => !reading.hypotheticalAt(start);
  set.over(reading.text);
  dimension.indicators.forEach(({ id, polarity }, i) => {
    const accept = polarity === 'negative' ? reading.ownAt : real;
    const span = firstMatch(set, patterns[i] ?? [], accept);
    if (span !== null) hits.push({ id, polarity, span });
  });
  return hits;
};
