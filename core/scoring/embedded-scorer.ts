import type { StaticEmbedder } from '../embedding/static-embedder.ts';
import type { AnswerScorer } from '../ports/answer-scorer.ts';
import { scoreExpression } from './expression/score-expression.ts';
import type { ScoringResources } from './score-answer.ts';
import { scoreAnswer } from './score-answer.ts';
import { scorerVersion } from './scorer-version.ts';

/** What the embedded scorer is made of; nothing is fetched but the vectors that come with Jinji. */
export interface EmbeddedScorerOptions {
  /** Loads the word vectors; called with the first answer, so that a start stays quick and an idle process small. */
  readonly loadEmbedder: () => Promise<StaticEmbedder>;
  /** Replace what was learned, so that it can be measured without the answers that it was learned from. */
  readonly wording?: NonNullable<ScoringResources['wording']>;
  readonly dimensions?: NonNullable<ScoringResources['dimensions']>;
}

/** The default scorer: rules, lexicons and static vectors, no network, same answer → same score. */
export const createEmbeddedScorer = ({ loadEmbedder, ...learned }: EmbeddedScorerOptions): AnswerScorer => {
  let loading: Promise<StaticEmbedder> | undefined;
  const load = (): Promise<StaticEmbedder> => {
    loading ??= loadEmbedder().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    // Worked out when first asked for: every list and table is read for it.
    get identity() {
      return { kind: 'embedded', version: scorerVersion() } as const;
    },
    async scoreAcross(request) {
      return scoreExpression(request, scorerVersion());
    },
    async score(request) {
      const embedder = await load();
      return scoreAnswer(request, { version: scorerVersion(), embedder, ...learned });
    },
  };
};
