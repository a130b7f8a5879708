import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { AnswerScorer } from '#core/ports/answer-scorer.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { authorAgreement } from '#test/evaluate/author-agreement.ts';
import { type AuthoredLine, authoredLines, authors } from '#test/evaluate/authors.ts';
import { goldenRequest } from '#test/evaluate/golden-agreement.ts';
import { heldOutScorers } from '#test/evaluate/held-out.ts';
import { ratedAnswers } from '#test/evaluate/rated-answers.ts';

const embedder = createStaticEmbedder(
  readFileSync(new URL('../../../templates/vectors/words.bin', import.meta.url)),
);
const scorer = createEmbeddedScorer({ loadEmbedder: async () => embedder });

/** Training a scorer for each author takes some seconds, more on a busy machine. */
const LONG = 180_000;

const agreementOf = async (items: readonly AuthoredLine[], scorerOf: (item: AuthoredLine) => AnswerScorer) =>
  authorAgreement(
    'several',
    await Promise.all(
      items.map(async (item) => ({
        item,
        score: (await scorerOf(item).score(goldenRequest(item.line))).score,
      })),
    ),
  );

test.each([
  ['second', { answers: 68, qwk: 0.77, adjacent: 0.95 }],
  ['q', { answers: 148, qwk: 0.77, adjacent: 0.92 }],
])(
  'answers of author %s that nobody learned from are judged as that author rated them',
  async (name, floor) => {
    const kept = authoredLines(name).filter(({ isLearned }) => !isLearned);
    const agreement = await agreementOf(kept, () => scorer);
    expect(agreement.answers).toBe(floor.answers);
    expect(agreement.qwk).toBeGreaterThanOrEqual(floor.qwk);
    expect(agreement.adjacent).toBeGreaterThanOrEqual(floor.adjacent);
    expect(agreement.coverage).toBeGreaterThanOrEqual(0.97);
  },
);

test(
  'each author is judged well by what the other authors taught',
  async () => {
    const without = heldOutScorers('author', embedder);
    // Who told one story to several questions is measured by itself, below.
    const apart = new Set(authors.filter(({ learned }) => learned === 'stories').map(({ name }) => name));
    const learned = authoredLines().filter(
      ({ isLearned, author }) => isLearned && author !== 'golden' && !apart.has(author),
    );
    const agreement = await agreementOf(learned, ({ author, line }) =>
      without({
        author,
        lang: line.lang,
        question: line.question.text,
        dimension: line.dimension,
      }),
    );
    expect(agreement.qwk).toBeGreaterThanOrEqual(0.72);
    expect(agreement.adjacent).toBeGreaterThanOrEqual(0.9);
  },
  LONG,
);

/** Stories of other authors, each told word for word to several questions; rated by what they show of the dimension asked. */
test.each([
  ['x', { qwk: 0.45, drop: 1.3 }],
  ['y', { qwk: 0.25, drop: 0.7 }],
])('a story of author %s counts less where it was told about something else', async (name, floor) => {
  const kept = authoredLines(name).filter(({ isLearned }) => !isLearned);
  expect((await agreementOf(kept, () => scorer)).qwk).toBeGreaterThanOrEqual(floor.qwk);
  const meanOf = async (isIn: (rating: number) => boolean) => {
    const scores = await Promise.all(
      kept
        .filter(({ rating }) => isIn(rating))
        .map(async ({ line }) => (await scorer.score(goldenRequest(line))).score ?? 1),
    );
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  const drop = (await meanOf((rating) => rating >= 4)) - (await meanOf((rating) => rating <= 1.5));
  expect(drop).toBeGreaterThanOrEqual(floor.drop);
});

test('no answer that is only ever measured is among what is learned from', () => {
  const learned = new Set(ratedAnswers().map((item) => item.answer));
  const measured = authoredLines().filter(({ isLearned }) => !isLearned);
  expect(measured.filter(({ line }) => learned.has(line.answer))).toEqual([]);
});
