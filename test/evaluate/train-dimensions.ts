/**
 * Learns `core/scoring/lexicon/dimension-weights.ts` from the rated answers, the snippets and the question banks of this repository:
 * `node --import tsx test/evaluate/train-dimensions.ts`; run it again after they change.
 */
import { writeFileSync } from 'node:fs';
import type { DimensionModel } from '#core/scoring/analysers/dimension-fit.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { trainDimensions } from './dimension-model.ts';
import { ratedAnswers } from './rated-answers.ts';

const SCALE = 0.01;
const MEAN_SCALE = 0.0001;

const whole = (values: ArrayLike<number>, scale: number): string =>
  Array.from(values, (value) => Math.round(value / scale)).join(' ');

const rounded = (values: readonly number[]): string =>
  `[${values.map((value) => value.toFixed(3)).join(', ')}]`;

const sourceOf = (model: DimensionModel): string => `{
    codes: '${model.codes.join(' ')}',
    directions: \`
${model.directions.map((direction) => whole(direction, SCALE)).join('\n')}
\`,
    biases: ${rounded(model.biases)},
    answers: '${whole(model.answers, MEAN_SCALE)}',
    asked: '${whole(model.asked, MEAN_SCALE)}',
    dimensions: '${whole(model.dimensions, MEAN_SCALE)}',
    builtIn: ${rounded(model.builtIn)},
    typed: ${rounded(model.typed)},
  }`;

const embedder = await loadEmbedder();
const items = ratedAnswers();
const source = `/**
 * Learned by \`test/evaluate/train-dimensions.ts\` from the rated answers of this repository; not edited by hand.
 * Directions in hundredths, means in ten-thousandths.
 */
export const dimensionScale = ${SCALE};
export const dimensionMeanScale = ${MEAN_SCALE};
export const dimensionTexts = {
  zh: ${sourceOf(trainDimensions(items, embedder, 'zh'))},
  en: ${sourceOf(trainDimensions(items, embedder, 'en'))},
} as const;
`;
writeFileSync(new URL('../../core/scoring/lexicon/dimension-weights.ts', import.meta.url), source);
process.stdout.write(`${items.length} answers\n`);
