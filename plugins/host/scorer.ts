import { llmScorer } from '#adapters/hugging-face/llm-scorer.ts';
import type { Fetch } from '#adapters/shared/http-fetch.ts';
import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { AnswerScorer } from '#core/ports/answer-scorer.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { rememberScores } from '#core/scoring/remember-scores.ts';
import type { CommonConfig } from './config.ts';

/**
 * The embedded scorer, which needs no key and no network. The word vectors are loaded with
 * the first answer, so that a start stays quick and an idle process small.
 */
export function createScorer(loadEmbedder: () => Promise<StaticEmbedder>): AnswerScorer {
  return rememberScores(createEmbeddedScorer({ loadEmbedder }));
}

/**
 * The scorer of this installation: the embedded one, with a language model above it where one is configured. The model's host was
 * named by the operator in the settings, so it may lie in a private network and speak plain http.
 * @param fetchFor gives a `fetch` that may call these hosts
 */
export function configuredScorer(
  { llm }: Pick<CommonConfig, 'llm'>,
  loadEmbedder: () => Promise<StaticEmbedder>,
  fetchFor: (allowed: readonly string[]) => Fetch,
): AnswerScorer {
  const embedded = createScorer(loadEmbedder);
  if (llm === null) return embedded;
  const { kind: _kind, ...settings } = llm;
  const hosts = llm.url === null ? [] : [new URL(llm.url).host, new URL(llm.url).hostname];
  return llmScorer({ ...settings, embedded, fetch: fetchFor(hosts) });
}
