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
  ['dishonest', 'negative'],
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
    if (result.length >= MOST_PIECES) return;
    const quote = quoteOf(request, clean, range);
    if (quote === null) return;
    const { turnId, start, end } = quote;
    const key = `${turnId}:${start}:${supports}`;
    if (seen.has(key)) return;
    seen.add(key);
    result.push({ turnId, start, end, quote: quote.quote, supports });
  };
  for (const hit of hits) add(hit.span, hit.polarity === 'negative' ? 'negative' : hit.id);
  for (const [name, supports] of SUPPORTS) {
    const { spans } = measures[name];
    for (let i = 0; i < spans.length && i < MOST_OF_A_KIND; i++) add(spans[i] as Range, supports);
  }
  return result;
};

const MOST_PIECES = 24;
const MOST_OF_A_KIND = 6;
