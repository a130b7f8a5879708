import type { StaticEmbedder } from '../embedding/static-embedder.ts';
import type { DimensionScore, ScoreRequest } from '../ports/answer-scorer.ts';
import type { DimensionModels } from './analysers/dimension-fit.ts';
import type { Weigh } from './analysers/measures.ts';
import { scoreConduct } from './conduct/score-conduct.ts';
import { scoreKnowledge } from './knowledge/score-knowledge.ts';

/** What the pure scorer uses besides the request. */
export interface ScoringResources {
  /** Version printed in every score. */
  readonly version: string;
  readonly embedder: StaticEmbedder;
  /** Replaces the learned wording, so that it can be measured on questions that it was not learned from. */
  readonly wording?: Weigh;
  /** Replaces what was learned about dimensions, for the same reason. */
  readonly dimensions?: DimensionModels;
}

/**
 * Judges one question × dimension from its words alone; same request and version, same result. Never throws on any text:
 * knowledge and code questions by their points, all others by what was done, planned or wanted.
 */
export const scoreAnswer = (request: ScoreRequest, resources: ScoringResources): DimensionScore => {
  const { type } = request.question;
  return type === 'knowledge' || type === 'code'
    ? scoreKnowledge(request, resources)
    : scoreConduct(request, resources);
};
