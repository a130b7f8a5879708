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

const compilePattern = (source: string): RegExp | null => {
  try {
    return new RegExp(source, 'giu');
  } catch {
    return null;
  }
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
