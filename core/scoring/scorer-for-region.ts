import type { AnswerScorer } from '../ports/answer-scorer.ts';

/**
 * The scorer that may judge candidates of a region: where the operator does not allow answers to leave for a model, only the
 * embedded one (assessment §5.1: a model abroad is an export of personal data).
 */
export const scorerForRegion = (scorer: AnswerScorer, region: string): AnswerScorer =>
  scorer.remote === undefined || scorer.remote.regions.includes(region) ? scorer : scorer.remote.embedded;
