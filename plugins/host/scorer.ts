import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { AnswerScorer } from '#core/ports/answer-scorer.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { rememberScores } from '#core/scoring/remember-scores.ts';

/**
 * The scorer of this installation: the embedded one, which needs no key and no network. The word vectors are loaded with
 * the first answer, so that a start stays quick and an idle process small.
 */
export function createScorer(loadEmbedder: () => Promise<StaticEmbedder>): AnswerScorer {
  return rememberScores(createEmbeddedScorer({ loadEmbedder }));
}
