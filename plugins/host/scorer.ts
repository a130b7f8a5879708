import type { AnswerScorer } from '#core/ports/answer-scorer.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { scoreKnowledge } from '#core/scoring/knowledge/score-knowledge.ts';
import { loadEmbedder } from './word-vectors.ts';

/** The scorer of this installation: the embedded one, which needs no key and no network. */
export async function createScorer(): Promise<AnswerScorer> {
  const embedder = await loadEmbedder();
  return createEmbeddedScorer({
    scoreKnowledge: (request, version) => scoreKnowledge(request, { embedder, version }),
  });
}
