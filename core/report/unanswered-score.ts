import type { DimensionScore, DimensionState, ScorerIdentity } from '../ports/answer-scorer.ts';
import type { Answer } from '../ports/repositories/interviews.ts';
import { reason } from '../scoring/reasons/reason.ts';

const reasons = {
  skipped: reason('was_skipped'),
  not_asked: reason('was_not_asked'),
  technical: reason('no_words'),
} as const;

/**
 * The judgement of a question that has no words to judge: not asked, skipped and cut off by technology are three
 * different things, and none of them is a low score. Null when there are words.
 */
export function unansweredScore(counted: readonly Answer[], scorer: ScorerIdentity): DimensionScore | null {
  const state = stateOf(counted);
  if (state === null) return null;
  return {
    level: null,
    score: null,
    band: [1, 5],
    state,
    confidence: 0,
    evidence: [],
    missing: [],
    flags: [],
    why: { gate: null, level: null, reason: reasons[state] },
    analysers: {},
    scorer,
  };
}

function stateOf(
  counted: readonly Answer[],
): Extract<DimensionState, 'skipped' | 'not_asked' | 'technical'> | null {
  const first = counted[0];
  if (!first) return 'not_asked';
  if (first.skipped) return 'skipped';
  return counted.every((answer) => answer.text.trim() === '') ? 'technical' : null;
}
