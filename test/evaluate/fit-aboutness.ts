/**
 * Fits the weights of `core/scoring/analysers/aboutness.ts`: `node --import tsx test/evaluate/fit-aboutness.ts` prints them
 * with the spread of both sides, each private story judged by a model that did not see it.
 */
import type { ScoreRequest } from '#core/ports/answer-scorer.ts';
import { aboutnessFeatures } from '#core/scoring/analysers/aboutness.ts';
import { indicatorsOf } from '#core/scoring/analysers/indicators.ts';
import { readAnswer } from '#core/scoring/analysers/reading.ts';
import { judgedText } from '#core/scoring/text/clean-answer.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { privateStories } from './private-stories.ts';
import { builtInDimensions, ratedAnswers, scoredDimension } from './rated-answers.ts';

interface Row {
  readonly features: readonly number[];
  readonly isOnTopic: boolean;
  /** Number of the story; −1 for answers. */
  readonly story: number;
}

const STEPS = 3000;
const RATE = 2;
const DECAY = 0.003;

/** Logistic regression by plain descent, both sides of equal weight. */
const fitModel = (rows: readonly Row[]): { weights: number[]; intercept: number } => {
  const size = rows[0]?.features.length ?? 0;
  const onTopic = rows.filter((row) => row.isOnTopic).length;
  let weights = new Array<number>(size).fill(0);
  let intercept = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array<number>(size).fill(0);
    let base = 0;
    for (const row of rows) {
      const error =
        (1 / (1 + Math.exp(-leaning(row, { weights, intercept }))) - (row.isOnTopic ? 1 : 0)) /
        (row.isOnTopic ? onTopic : rows.length - onTopic);
      row.features.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + error * value;
      });
      base += error;
    }
    weights = weights.map((weight, i) => weight - RATE * ((slope[i] ?? 0) + DECAY * weight));
    intercept -= RATE * base;
  }
  return { weights, intercept };
};

const leaning = (row: Row, model: { weights: readonly number[]; intercept: number }): number =>
  row.features.reduce((sum, value, i) => sum + value * (model.weights[i] ?? 0), model.intercept);

const embedder = await loadEmbedder();
const dimensions = builtInDimensions();

const featuresOf = (request: ScoreRequest): readonly number[] => {
  const text = judgedText(request.turns[0]?.text ?? '', request.question.text);
  const hits = indicatorsOf(readAnswer(text), request.dimension, request.question.type !== 'behavioural');
  return aboutnessFeatures(request, text, hits.length, embedder);
};

const rowsOf = (): Row[] => {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const item of ratedAnswers()) {
    const dimension = dimensions.get(item.dimension);
    if (dimension === undefined) continue;
    const request = (text: string): ScoreRequest => ({
      lang: item.lang,
      question: item.question,
      dimension: scoredDimension(dimension, item.lang),
      turns: [{ turnId: 'answer', text }],
    });
    rows.push({ features: featuresOf(request(item.answer)), isOnTopic: true, story: -1 });
    if (item.source !== 'golden' || seen.has(item.question.text)) continue;
    seen.add(item.question.text);
    privateStories[item.lang].forEach((story, i) => {
      rows.push({ features: featuresOf(request(story)), isOnTopic: false, story: i });
    });
  }
  return rows;
};

const spread = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  return [0, 0.02, 0.05, 0.25, 0.5, 0.75, 0.95, 1]
    .map((share) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2))
    .join(' ');
};

const rows = rowsOf();
const model = fitModel(rows);
const stories = Math.max(...rows.map((row) => row.story)) + 1;
const unseen = Array.from({ length: stories }, (_, story) => {
  const without = fitModel(rows.filter((row) => row.story !== story));
  return rows.filter((row) => row.story === story).map((row) => leaning(row, without));
}).flat();
process.stdout.write(
  `weights ${model.weights.map((weight) => weight.toFixed(2)).join(', ')}\nintercept ${model.intercept.toFixed(2)}\n` +
    `answers ${spread(rows.filter((row) => row.isOnTopic).map((row) => leaning(row, model)))}\nunseen stories ${spread(unseen)}\n`,
);
