import type { Evidence, ScoreRequest } from '../../ports/answer-scorer.ts';
import type { IndicatorHit } from '../analysers/indicators.ts';
import type { MeasureName, Measures } from '../analysers/measures.ts';
import { quoteOf } from '../quotes.ts';
import type { CleanAnswer } from '../text/clean-answer.ts';
import type { Range } from '../text/sentences.ts';

const SUPPORTS: readonly (readonly [MeasureName, string])[] = [
  ['actions', 'A'],
  ['change', 'R'],
  ['outcome', 'R'],
  ['situation', 'S'],
  ['task', 'T'],
  ['complexity', 'why'],
  ['reach', 'lasting'],
  ['counter', 'negative'],
];

/** The candidate's own words behind a judgement: indicators first, then elements of the story; at most 24 pieces. */
export const evidenceOf = (
  request: ScoreRequest,
  clean: CleanAnswer,
  measures: Measures,
  hits: readonly IndicatorHit[],
): Evidence[] => {
  const result: Evidence[] = [];
  const seen = new Set<string>();
  const add = (range: Range, supports: string) => {
    const quote = quoteOf(request, clean, range);
    if (quote === null || seen.has(`${quote.turnId}:${quote.start}:${supports}`)) return;
    seen.add(`${quote.turnId}:${quote.start}:${supports}`);
    result.push({ ...quote, supports });
  };
  for (const hit of hits) add(hit.span, hit.polarity === 'negative' ? 'negative' : hit.id);
  for (const [name, supports] of SUPPORTS)
    for (const span of measures[name].spans.slice(0, 6)) add(span, supports);
  return result.slice(0, 24);
};
