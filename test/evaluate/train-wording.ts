/**
 * Learns the weights of `core/scoring/lexicon/wording-weights.ts` from the rated answers in this repository:
 * `node --import tsx test/evaluate/train-wording.ts`. Rows and thresholds are written out; run it again after the answers change.
 */
import { writeFileSync } from 'node:fs';
import { readAnswer } from '#core/scoring/analysers/reading.ts';
import { substanceOf } from '#core/scoring/analysers/substance.ts';
import { wordingFeatures } from '#core/scoring/analysers/wording.ts';
import { judgedText } from '#core/scoring/text/clean-answer.ts';
import { type RatedAnswer, ratedAnswers } from './rated-answers.ts';
import { ridge, type SparseRow } from './ridge.ts';

const LAMBDA = 0.15;
const LEAST_GROUPS = 3;
const SCALE = 0.002;

export interface WordingModel {
  readonly features: ReadonlyMap<string, readonly number[]>;
  readonly intercepts: { readonly zh: readonly number[]; readonly en: readonly number[] };
}

/** The words that the wording is read from at run time: cleaned, without sentences that only profess. */
const textOf = (item: RatedAnswer): string =>
  substanceOf(readAnswer(judgedText(item.answer, item.question.text))).reading.text;

/** A feature must occur in answers to at least three questions or dimensions: nothing that one item alone says is learned. */
const vocabularyOf = (items: readonly RatedAnswer[], texts: readonly ReadonlySet<string>[]) => {
  const groups = new Map<string, Set<string>>();
  items.forEach((item, i) => {
    for (const feature of texts[i] as ReadonlySet<string>) {
      const known = groups.get(feature) ?? new Set();
      groups.set(feature, known.add(item.group));
    }
  });
  return [...groups]
    .filter(([, set]) => set.size >= LEAST_GROUPS)
    .map(([feature, set]) => ({ feature, spread: set.size }));
};

/** Learns one language; for each level 2–5 whether an answer reaches it (ratings between two levels count in part). */
const trainLanguage = (items: readonly RatedAnswer[]) => {
  const texts = items.map((item) => wordingFeatures(textOf(item)));
  const vocabulary = vocabularyOf(items, texts);
  const index = new Map(vocabulary.map(({ feature }, i) => [feature, i]));
  const gains = vocabulary.map(({ spread }) => 1 / Math.sqrt(1 + Math.log(spread)));
  const rows = texts.map((features): SparseRow => {
    const at = [...features].map((feature) => index.get(feature)).filter((i) => i !== undefined);
    return { at, value: at.map((i) => (gains[i] as number) / Math.sqrt(Math.max(1, features.size))) };
  });
  const models = [2, 3, 4, 5].map((level) => {
    const targets = items.map((item) => Math.min(1, Math.max(0, item.rating - level + 1)));
    return ridge(rows, vocabulary.length, targets, LAMBDA);
  });
  const features = new Map(
    vocabulary.map(({ feature }, i) => [
      feature,
      models.map((model) => (model.weights[i] as number) * (gains[i] as number)),
    ]),
  );
  return { features, intercepts: models.map((model) => model.intercept) };
};

/** Learns both languages from the given answers. */
export const trainWording = (items: readonly RatedAnswer[]): WordingModel => {
  const zh = trainLanguage(items.filter((item) => item.lang === 'zh'));
  const en = trainLanguage(items.filter((item) => item.lang === 'en'));
  return {
    features: new Map([...en.features, ...zh.features]),
    intercepts: { zh: zh.intercepts, en: en.intercepts },
  };
};

/** The four values of a text under a model; the same arithmetic as at run time, unrounded. */
export const applyWording = (model: WordingModel, lang: 'zh' | 'en', text: string): number[] => {
  const features = wordingFeatures(text);
  return [0, 1, 2, 3].map((k) => {
    let sum = 0;
    for (const feature of features) sum += model.features.get(feature)?.[k] ?? 0;
    return sum / Math.sqrt(Math.max(1, features.size)) + (model.intercepts[lang][k] as number);
  });
};

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
export const wordingWeights = \`
${rows.join('\n').replaceAll('`', '')}
\`;
`;
  writeFileSync(new URL('../../core/scoring/lexicon/wording-weights.ts', import.meta.url), source);
};

if (process.argv[1]?.endsWith('train-wording.ts') === true) {
  const items = ratedAnswers();
  const model = trainWording(items);
  writeModel(model);
  process.stdout.write(`${items.length} answers, ${model.features.size} features\n`);
}
