import type { Flag, ScoreRequest } from '../../ports/answer-scorer.ts';
import { reason } from '../reasons/reason.ts';
import type { CleanAnswer } from '../text/clean-answer.ts';

const REASONS = {
  injection: { reason: reason('flag_injection'), ask: reason('ask_own_words') },
  copied_question: { reason: reason('flag_copied_question'), ask: reason('ask_own_way') },
  repetition: { reason: reason('flag_repetition'), ask: reason('ask_more') },
  list_dropped: { reason: reason('flag_list_dropped'), ask: reason('ask_one_of_list') },
} as const;

/** Neutral flags for what was left out of judgement. */
export const leftOutFlags = (request: ScoreRequest, clean: CleanAnswer): Flag[] =>
  clean.dropped.flatMap((part) => {
    const turn = request.turns[part.turn];
    if (turn === undefined) return [];
    const span = {
      turnId: turn.turnId,
      start: part.start,
      end: part.end,
      quote: turn.text.slice(part.start, part.end),
    };
    return [{ kind: part.kind, span, ...REASONS[part.kind] }];
  });
