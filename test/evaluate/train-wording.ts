/**
 * Learns the weights of `core/scoring/lexicon/wording-weights.ts` from the rated answers in this repository:
 * `node --import tsx test/evaluate/train-wording.ts`. Rows and thresholds are written out; run it again after the answers change.
 */
import { writeFileSync } from 'node:fs';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { ratedAnswers } from './rated-answers.ts';
import { trainWording, type WordingModel } from './wording-model.ts';

const SCALE = 0.002;
const DIRECTION_SCALE = 0.001;

const directionLines = (directions: readonly (readonly number[])[]): string =>
  directions
    .map((direction) => direction.map((weight) => Math.round(weight / DIRECTION_SCALE)).join(' '))
    .join('\n');

const writeModel = (model: WordingModel): void => {
  const rows = [...model.features]
    .map(([feature, values]) => ({ feature, values: values.map((value) => Math.round(value / SCALE)) }))
    .filter(({ values }) => values.some((value) => Math.abs(value) >= 2))
    .sort((a, b) => (a.feature < b.feature ? -1 : 1))
    .map(({ feature, values }) => [feature, ...values].join('\t'));
  const round = (values: readonly number[]) => `[${values.map((value) => value.toFixed(3)).join(', ')}]`;
  const source = `/**
 * Learned by \`test/evaluate/train-wording.ts\` from the rated answers of this repository; not edited by hand.
 * One piece of wording a line (pair of Han characters, Latin word or pair; # is any number) with its weights for levels 2–5.
 */
export const wordingScale = ${SCALE};
export const wordingIntercepts = { zh: ${round(model.intercepts.zh)}, en: ${round(model.intercepts.en)} } as const;
/** For each level 2–5 the weights of the summed meaning of the words, in thousandths, and what it adds on average. */
export const wordingDirections = {
  zh: \`
${directionLines(model.directions.zh)}
\`,
  en: \`
${directionLines(model.directions.en)}
\`,
} as const;
export const wordingOffsets = { zh: ${round(model.offsets.zh)}, en: ${round(model.offsets.en)} } as const;
export const wordingWeights = \`
${rows.join('\n').replaceAll('`', '')}
\`;
`;
  writeFileSync(new URL('../../core/scoring/lexicon/wording-weights.ts', import.meta.url), source);
};

const items = ratedAnswers();
const model = trainWording(items, await loadEmbedder());
writeModel(model);
process.stdout.write(`${items.length} answers, ${model.features.size} features\n`);
