/**
 * Learns the weights of `core/scoring/lexicon/wording-weights.ts` from the rated answers in this repository:
 * `node --import tsx test/evaluate/train-wording.ts`. Rows and thresholds are written out; run it again after the answers change.
 */
import { writeFileSync } from 'node:fs';
import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import { readAnswer } from '#core/scoring/analysers/reading.ts';
import { substanceOf } from '#core/scoring/analysers/substance.ts';
import { wordingFeatures, wordingMeaning } from '#core/scoring/analysers/wording.ts';
import { judgedText } from '#core/scoring/text/clean-answer.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { type RatedAnswer, ratedAnswers } from './rated-answers.ts';
import { ridge, type SparseRow } from './ridge.ts';

const LAMBDA = 0.3;
/** How much the meaning of the words counts beside the pieces they are made of. */
const MEANING = 0.4;
const LEAST_GROUPS = 3;
const SCALE = 0.002;
const DIRECTION_SCALE = 0.001;
const LEVELS = [2, 3, 4, 5] as const;

export interface WordingModel {
  readonly features: ReadonlyMap<string, readonly number[]>;
  readonly intercepts: Record<Lang, readonly number[]>;
  /** For each level the weights of the summed meaning of the words. */
  readonly directions: Record<Lang, readonly (readonly number[])[]>;
  /** What the meaning adds on average. */
  readonly offsets: Record<Lang, readonly number[]>;
}

type Lang = 'zh' | 'en';

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

const meanSquare = (rows: readonly (readonly number[])[]): number =>
  rows.reduce((sum, row) => sum + row.reduce((total, value) => total + value * value, 0), 0) / rows.length;

/** Learns one language; for each level 2–5 whether an answer reaches it (ratings between two levels count in part). */
const trainLanguage = (items: readonly RatedAnswer[], lang: Lang, embedder: StaticEmbedder) => {
  const plain = items.map(textOf);
  const texts = plain.map(wordingFeatures);
  const meanings = plain.map((text) => Array.from(wordingMeaning(text, embedder)[lang]));
  const vocabulary = vocabularyOf(items, texts);
  const index = new Map(vocabulary.map(({ feature }, i) => [feature, i]));
  const gains = vocabulary.map(({ spread }) => 1 / Math.sqrt(1 + Math.log(spread)));
  const pieces = texts.map((features): SparseRow => {
    const at = [...features].map((feature) => index.get(feature)).filter((i) => i !== undefined);
    return { at, value: at.map((i) => (gains[i] as number) / Math.sqrt(Math.max(1, features.size))) };
  });
  const gain = Math.sqrt((MEANING * meanSquare(pieces.map((row) => row.value))) / meanSquare(meanings));
  const rows = pieces.map((row, i): SparseRow => {
    const meaning = meanings[i] as number[];
    return {
      at: [...row.at, ...meaning.map((_value, d) => vocabulary.length + d)],
      value: [...row.value, ...meaning.map((value) => value * gain)],
    };
  });
  const models = LEVELS.map((level) => {
    const targets = items.map((item) => Math.min(1, Math.max(0, item.rating - level + 1)));
    return ridge(rows, vocabulary.length + embedder.dimensions, targets, LAMBDA);
  });
  const directions = models.map((model) =>
    Array.from(model.weights.subarray(vocabulary.length), (weight) => weight * gain),
  );
  const offsets = directions.map(
    (direction) =>
      meanings.reduce((sum, meaning) => sum + along(direction, meaning), 0) / Math.max(1, meanings.length),
  );
  return {
    features: new Map(
      vocabulary.map(({ feature }, i) => [
        feature,
        models.map((model) => (model.weights[i] as number) * (gains[i] as number)),
      ]),
    ),
    intercepts: models.map((model, k) => model.intercept + (offsets[k] as number)),
    directions,
    offsets,
  };
};

const along = (direction: readonly number[], meaning: ArrayLike<number>): number =>
  direction.reduce((sum, weight, d) => sum + weight * (meaning[d] ?? 0), 0);

/** Learns both languages from the given answers. */
export const trainWording = (items: readonly RatedAnswer[], embedder: StaticEmbedder): WordingModel => {
  const of = (lang: Lang) =>
    trainLanguage(
      items.filter((item) => item.lang === lang),
      lang,
      embedder,
    );
  const [zh, en] = [of('zh'), of('en')];
  return {
    features: new Map([...en.features, ...zh.features]),
    intercepts: { zh: zh.intercepts, en: en.intercepts },
    directions: { zh: zh.directions, en: en.directions },
    offsets: { zh: zh.offsets, en: en.offsets },
  };
};

/** The four values of a text under a model; the same arithmetic as at run time, unrounded, for text of one language. */
export const applyWording = (
  model: WordingModel,
  lang: Lang,
  text: string,
  embedder: StaticEmbedder,
): number[] => {
  const features = wordingFeatures(text);
  const meaning = wordingMeaning(text, embedder)[lang];
  return LEVELS.map((_level, k) => {
    let sum = 0;
    for (const feature of features) sum += model.features.get(feature)?.[k] ?? 0;
    return (
      sum / Math.sqrt(Math.max(1, features.size)) +
      (model.intercepts[lang][k] as number) +
      along(model.directions[lang][k] ?? [], meaning) -
      (model.offsets[lang][k] as number)
    );
  });
};

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

if (process.argv[1]?.endsWith('train-wording.ts') === true) {
  const items = ratedAnswers();
  const model = trainWording(items, await loadEmbedder());
  writeModel(model);
  process.stdout.write(`${items.length} answers, ${model.features.size} features\n`);
}
