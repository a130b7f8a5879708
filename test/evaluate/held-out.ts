import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { AnswerScorer } from '#core/ports/answer-scorer.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { type RatedAnswer, ratedAnswers } from './rated-answers.ts';
import { applyWording, trainWording } from './train-wording.ts';

/** How answers are kept out of what a scorer has learned before it judges them. */
export type Fold = 'question' | 'dimension' | 'author';

const keyOf = (fold: Fold, item: { readonly question: string; readonly dimension: string }): string =>
  fold === 'author' ? '' : fold === 'question' ? item.question : item.dimension;

const isKeptOut = (fold: Fold, key: string, item: RatedAnswer): boolean => {
  if (fold === 'author') return item.source === 'golden';
  if (fold === 'dimension') return item.dimension === key;
  return item.question.text === key;
};

/**
 * Scorers whose wording was learned without the answers they will judge: without the same question, without everything about
 * the same dimension, or without every golden answer (so only from the project's own exemplars and ladders).
 */
export const heldOutScorers = (
  fold: Fold,
  embedder: StaticEmbedder,
): ((item: {
  readonly lang: 'zh' | 'en';
  readonly question: string;
  readonly dimension: string;
}) => AnswerScorer) => {
  const all = ratedAnswers();
  const made = new Map<string, AnswerScorer>();
  return (item) => {
    const key = keyOf(fold, item);
    const name = `${item.lang} ${key}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    const model = trainWording(
      all.filter((other) => !isKeptOut(fold, key, other)),
      embedder,
    );
    const scorer = createEmbeddedScorer({
      loadEmbedder: async () => embedder,
      wording: (text) => {
        const [two = 0, three = 0, four = 0, five = 0] = applyWording(model, item.lang, text, embedder);
        return { 2: two, 3: three, 4: four, 5: five };
      },
    });
    made.set(name, scorer);
    return scorer;
  };
};
