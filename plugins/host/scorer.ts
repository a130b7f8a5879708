import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { AnswerScorer } from '#core/ports/answer-scorer.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { scoreKnowledge } from '#core/scoring/knowledge/score-knowledge.ts';

/**
 * The scorer of this installation: the embedded one, which needs no key and no network. The word vectors are loaded with
 * the first answer, so that a start stays quick and an idle process small.
 */
export function createScorer(loadEmbedder: () => Promise<StaticEmbedder>): AnswerScorer {
  let embedder: StaticEmbedder | undefined;
  const embedded = createEmbeddedScorer({
    scoreKnowledge: (request, version) => {
      if (embedder === undefined) throw new Error('the word vectors were not loaded before scoring');
      return scoreKnowledge(request, { embedder, version });
    },
  });
  return {
    identity: embedded.identity,
    async score(request) {
      embedder ??= await loadEmbedder();
      return embedded.score(request);
    },
  };
}
