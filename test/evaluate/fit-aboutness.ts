/**
 * Fits the weights of `core/scoring/analysers/aboutness.ts`: `node --import tsx test/evaluate/fit-aboutness.ts` prints them
 * with the spread of both sides, each story and each answer judged by a model that did not see it.
 */
import type { ScoredQuestion, ScoreRequest } from '#core/ports/answer-scorer.ts';
import { aboutnessFeatures, aboutnessModel } from '#core/scoring/analysers/aboutness.ts';
import { indicatorsOf } from '#core/scoring/analysers/indicators.ts';
import { readAnswer } from '#core/scoring/analysers/reading.ts';
import { judgedText } from '#core/scoring/text/clean-answer.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { fitLogistic, type LogisticRow, leaning } from './logistic.ts';
import { morePrivateStories, workLikePrivate } from './more-private-stories.ts';
import { privateStories } from './private-stories.ts';
import { builtInDimensions, openQuestion, ratedAnswers, scoredDimension } from './rated-answers.ts';

interface Row extends LogisticRow {
  readonly lang: 'zh' | 'en';
  /** What is left out together: a story, or all answers to a question. */
  readonly group: string;
}

const FOLDS = 8;
/** Answers rated as this may be about something else. */
const LEAST_RATING = 1;
const embedder = await loadEmbedder();
const dimensions = builtInDimensions();

const rowOf = (
  question: ScoredQuestion,
  code: string,
  lang: 'zh' | 'en',
  told: { readonly text: string; readonly isPositive: boolean; readonly group: string },
): Row[] => {
  const dimension = dimensions.get(code);
  if (dimension === undefined) return [];
  const request: ScoreRequest = {
    lang,
    question,
    dimension: scoredDimension(dimension, lang),
    turns: [{ turnId: 'answer', text: told.text }],
  };
  const reading = readAnswer(judgedText(told.text, question.text));
  const hits = indicatorsOf(reading, request.dimension, question.type !== 'behavioural');
  const features = aboutnessFeatures(request, reading, hits.length, embedder);
  return [{ features, isPositive: told.isPositive, lang, group: told.group }];
};

/** Every story is told to every question of the golden answers and to an open question about every dimension. */
const storyRows = (lang: 'zh' | 'en'): Row[] => {
  const asked = new Map<string, { readonly question: ScoredQuestion; readonly code: string }>();
  for (const item of ratedAnswers())
    if (item.lang === lang && item.author === 'golden')
      asked.set(`${item.dimension} ${item.question.text}`, {
        question: item.question,
        code: item.dimension,
      });
  for (const [code, dimension] of dimensions)
    asked.set(code, { question: openQuestion(dimension.name[lang], lang), code });
  return [...privateStories[lang], ...morePrivateStories[lang]].flatMap((text, i) =>
    [...asked.values()].flatMap(({ question, code }) =>
      rowOf(question, code, lang, { text, isPositive: false, group: `story ${lang} ${i}` }),
    ),
  );
};

const answerRows = (): Row[] => [
  ...ratedAnswers()
    .filter((item) => item.author === 'golden' || item.rating > LEAST_RATING)
    .flatMap((item) =>
      rowOf(item.question, item.dimension, item.lang, {
        text: item.answer,
        isPositive: true,
        group: item.group,
      }),
    ),
  ...workLikePrivate.flatMap((item, i) =>
    rowOf(
      openQuestion(dimensions.get(item.dimension)?.name[item.lang] ?? '', item.lang),
      item.dimension,
      item.lang,
      {
        text: item.answer,
        isPositive: true,
        group: `other ${i}`,
      },
    ),
  ),
];

const spread = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  return [0, 0.01, 0.02, 0.05, 0.25, 0.5, 0.75, 0.95, 0.98, 1]
    .map((share) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2))
    .join(' ');
};

const rows = [...storyRows('zh'), ...storyRows('en'), ...answerRows()];
const groups = [...new Set(rows.map((row) => row.group))];
const unseen = Array.from({ length: FOLDS }, (_, fold) => {
  const out = new Set(groups.filter((_group, i) => i % FOLDS === fold));
  const model = fitLogistic(rows.filter((row) => !out.has(row.group)));
  return rows.filter((row) => out.has(row.group)).map((row) => ({ row, value: leaning(row, model) }));
}).flat();
const model = fitLogistic(rows);
const valuesOf = (lang: string, isPositive: boolean) =>
  unseen.filter(({ row }) => row.lang === lang && row.isPositive === isPositive).map(({ value }) => value);
const lines = [
  `features ${aboutnessModel.features.join(', ')}`,
  `weights ${model.weights.map((weight) => weight.toFixed(2)).join(', ')}`,
  `intercept ${model.intercept.toFixed(2)}`,
  ...['zh', 'en'].flatMap((lang) => [
    `${lang} answers ${spread(valuesOf(lang, true))}`,
    `${lang} stories ${spread(valuesOf(lang, false))}`,
  ]),
];
process.stdout.write(`${lines.join('\n')}\n`);
