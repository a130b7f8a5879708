import type { AnswerScorer } from '../ports/answer-scorer.ts';
import type { ScoringResources } from './score-answer.ts';
import { scoreAnswer } from './score-answer.ts';

/** Options of the embedded scorer: everything is given, nothing is fetched. */
export interface EmbeddedScorerOptions {
  readonly scoreKnowledge?: NonNullable<ScoringResources['scoreKnowledge']>;
  readonly wording?: NonNullable<ScoringResources['wording']>;
}

/** The default scorer: rules and lexicons, no network, same answer → same score. */
export const createEmbeddedScorer = (options: EmbeddedScorerOptions = {}): AnswerScorer => {
  const resources: ScoringResources = { version: 'embedded-1', ...options };
  return {
    identity: { kind: 'embedded', version: resources.version },
    score: async (request) => scoreAnswer(request, resources),
  };
};
