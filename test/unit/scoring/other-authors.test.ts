import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { goldenAgreement, judgeGolden } from '#test/evaluate/golden-agreement.ts';
import { ratedAnswers, secondAuthor, secondRatings } from '#test/evaluate/rated-answers.ts';

const embedder = createStaticEmbedder(
  readFileSync(new URL('../../../templates/vectors/words.bin', import.meta.url)),
);
const scorer = createEmbeddedScorer({ loadEmbedder: async () => embedder });

test('answers of an author whom nobody learned from are judged as that author rated them', async () => {
  const kept = secondAuthor('kept');
  const agreement = goldenAgreement(await judgeGolden(kept, secondRatings(), () => scorer));
  expect(agreement.answers).toBe(kept.length);
  expect(agreement.qwk).toBeGreaterThanOrEqual(0.66);
  expect(agreement.adjacent).toBeGreaterThanOrEqual(0.93);
  expect(agreement.coverage).toBeGreaterThanOrEqual(0.97);
});

test('no question of the kept half is among what is learned from', () => {
  const learned = new Set(ratedAnswers().map((item) => item.question.text));
  expect(secondAuthor('kept').filter(({ question }) => learned.has(question.text))).toEqual([]);
  expect(secondAuthor('kept').length + secondAuthor('read').length).toBe(132);
});
