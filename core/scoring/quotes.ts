import type { Evidence, ScoreRequest } from '../ports/answer-scorer.ts';
import type { CleanAnswer } from './text/clean-answer.ts';
import { originalRange } from './text/mapped-text.ts';
import type { Range } from './text/sentences.ts';

/** The original words behind a range of the cleaned text; null for a range that stands for nothing the candidate wrote. */
export const quoteOf = (
  request: Pick<ScoreRequest, 'turns'>,
  clean: CleanAnswer,
  range: Range,
): Omit<Evidence, 'supports'> | null => {
  const place = originalRange(clean.mapped, range.start, range.end);
  const turn = place === null ? undefined : request.turns[place.turn];
  if (place === null || turn === undefined) return null;
  return {
    turnId: turn.turnId,
    start: place.start,
    end: place.end,
    quote: turn.text.slice(place.start, place.end),
  };
};
