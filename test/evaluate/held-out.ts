import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { AnswerScorer } from '#core/ports/answer-scorer.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { trainDimensions } from './dimension-model.ts';
import { type RatedAnswer, ratedAnswers } from './rated-answers.ts';
import { applyWording, trainWording } from './wording-model.ts';

/** How answers are kept out of what a scorer has learned before it judges them. */
export type Fold = 'question' | 'dimension' | 'author';

/** What a scorer is asked to judge. */
export interface Unseen {
  readonly lang: 'zh' | 'en';
  readonly question: string;
  readonly dimension: string;
  readonly author: string;
}

const isKeptOut = (fold: Fold, unseen: Unseen, item: RatedAnswer): boolean => {
  if (fold === 'author') return item.author === unseen.author;
  if (fold === 'dimension') return item.dimension === unseen.dimension;
  return item.question.text === unseen.question;
};

/**
 * Scorers whose wording was learned without the answers they will judge: without the same question, without everything about
 * the same dimension, or without everything by the same author.
 */
export const heldOutScorers = (fold: Fold, embedder: StaticEmbedder): ((unseen: Unseen) => AnswerScorer) => {
  const all = ratedAnswers();
  const made = new Map<string, AnswerScorer>();
  return (unseen) => {
    const name = `${unseen.lang} ${unseen[fold]}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    const seen = all.filter((item) => item.lang === unseen.lang && !isKeptOut(fold, unseen, item));
    const model = trainWording(seen, embedder);
    const dimension = trainDimensions(seen, embedder, unseen.lang);
    const scorer = createEmbeddedScorer({
      loadEmbedder: async () => embedder,
      dimensions: { zh: dimension, en: dimension },
      wording: (reading, isImaginedTold) =>
        applyWording(model, unseen.lang, { reading, isImaginedTold }, embedder),
    });
    made.set(name, scorer);
    return scorer;
  };
};
