import type { PreparedText } from '../../embedding/prepared-text.ts';
import type { StaticEmbedder } from '../../embedding/static-embedder.ts';
import type { ScoreRequest } from '../../ports/answer-scorer.ts';
import { dimensionMeanScale, dimensionScale, dimensionTexts } from '../lexicon/dimension-weights.ts';

/**
 * What answers that show a dimension speak of, for one language: learned by `test/evaluate/train-dimensions.ts` from rated answers, and
 * from the same answers put to questions about other dimensions.
 */
export interface DimensionModel {
  readonly codes: readonly string[];
  /** For each code the weights of the meaning of an answer, and what is added. */
  readonly directions: readonly ArrayLike<number>[];
  readonly biases: readonly number[];
  /** Mean meaning of answers, and of what questions ask for: what all of them share says nothing about any. */
  readonly answers: ArrayLike<number>;
  readonly asked: ArrayLike<number>;
  /** Mean meaning of the texts of dimensions. */
  readonly dimensions: ArrayLike<number>;
  /** Weights of `fitFeatures` of a built-in dimension, then what is added. */
  readonly builtIn: readonly number[];
  /** The same for dimensions that admins typed, about which nothing was learned. */
  readonly typed: readonly number[];
}

/** How far answers are about what they were asked to show, by language of the answer. */
export type DimensionModels = Readonly<Record<'zh' | 'en', DimensionModel>>;

const numbers = (text: string, scale: number): Float64Array =>
  Float64Array.from(text.trim().split(' '), (value) => Number(value) * scale);

const read = (lang: 'zh' | 'en'): DimensionModel => {
  const { codes, directions, biases, answers, asked, dimensions, builtIn, typed } = dimensionTexts[lang];
  return {
    codes: codes.split(' '),
    directions: directions
      .trim()
      .split('\n')
      .map((line) => numbers(line, dimensionScale)),
    biases,
    answers: numbers(answers, dimensionMeanScale),
    asked: numbers(asked, dimensionMeanScale),
    dimensions: numbers(dimensions, dimensionMeanScale),
    builtIn,
    typed,
  };
};

let shipped: DimensionModels | undefined;

/** Read with the first answer, so that a start stays quick. */
const shippedModels = (): DimensionModels => {
  shipped ??= { zh: read('zh'), en: read('en') };
  return shipped;
};

/** Longer answers are judged by their beginning. */
const READ_UNITS = 1200;
const ENOUGH_INDICATORS = 3;

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/** A meaning without what all texts of its kind share, of length 1. */
export const centred = (meaning: ArrayLike<number>, mean: ArrayLike<number>): Float64Array => {
  const rest = Float64Array.from(meaning, (value, i) => value - (mean[i] as number));
  const length = Math.sqrt(dot(rest, rest));
  return length === 0 ? rest : rest.map((value) => value / length);
};

/** Of the built-in dimensions: how far the answer speaks of each, as the logarithm of its share. */
export const dimensionShares = (
  { directions, biases }: Pick<DimensionModel, 'directions' | 'biases'>,
  answer: ArrayLike<number>,
): number[] => {
  const sums = directions.map((direction, i) => dot(direction, answer) + (biases[i] as number));
  const most = Math.max(...sums);
  const whole = most + Math.log(sums.reduce((total, sum) => total + Math.exp(sum - most), 0));
  return sums.map((sum) => sum - whole);
};

const keysOf = ({ question, lang }: ScoreRequest): string =>
  question.keys.map((key) => (typeof key === 'string' ? key : key.text[lang])).join('。');

const dimensionText = ({ dimension }: ScoreRequest): string =>
  [dimension.name, dimension.definition, ...dimension.anchors.slice(2)].join('。');

/** Closeness of the answer to a text that says what was asked for; 0 is the usual of unrelated ones. */
const closeness = (
  answer: ArrayLike<number>,
  text: string,
  mean: ArrayLike<number>,
  embedder: StaticEmbedder,
): number => (text === '' ? 0 : dot(answer, centred(embedder.embedSync(text), mean)));

/**
 * What the model weighs: the share of the asked dimension among the built-in ones (for a typed one closeness to its text), the closeness
 * to the question and to its key words, and how many of the dimension's indicators were found.
 */
export const fitFeatures = (
  request: ScoreRequest,
  answer: PreparedText,
  indicators: number,
  model: DimensionModel,
  embedder: StaticEmbedder,
): { readonly isBuiltIn: boolean; readonly features: readonly number[] } => {
  const { codes, answers, asked, dimensions } = model;
  const meaning = centred(answer.mean, answers);
  const at = codes.indexOf(request.dimension.code);
  const isBuiltIn = at >= 0;
  const share = isBuiltIn
    ? (dimensionShares(model, meaning)[at] as number)
    : closeness(meaning, dimensionText(request), dimensions, embedder);
  return {
    isBuiltIn,
    features: [
      share,
      closeness(meaning, request.question.text, asked, embedder),
      closeness(meaning, keysOf(request), asked, embedder),
      Math.min(ENOUGH_INDICATORS, indicators),
    ],
  };
};

/** Sums between which a story fits in part. */
export const fitPlaces = { from: -5, to: 0 } as const;

/** A sum of `dimensionFit` as a share, 0 (about something else) to 1; what nothing can be said of fits. */
export const fitShare = (sum: number | null): number =>
  sum === null ? 1 : Math.min(1, Math.max(0, (sum - fitPlaces.from) / (fitPlaces.to - fitPlaces.from)));

const langOf = (text: string): 'zh' | 'en' => (/[\u4e00-\u9fff]/u.test(text) ? 'zh' : 'en');

/**
 * How far a story is about the dimension that it was asked to show, as the sum of a logistic model (0: as likely as not). A good story
 * about something else is no evidence. Says nothing (`null`) of an answer in another language than the question's.
 */
export const dimensionFit = (
  request: ScoreRequest,
  text: string,
  indicators: number,
  embedder: StaticEmbedder,
  models: DimensionModels = shippedModels(),
): number | null => {
  const lang = langOf(text);
  if (lang !== langOf(request.question.text)) return null;
  const model = models[lang];
  const answer = embedder.prepare(text.slice(0, READ_UNITS));
  const { isBuiltIn, features } = fitFeatures(request, answer, indicators, model, embedder);
  const weights = isBuiltIn ? model.builtIn : model.typed;
  return features.reduce((sum, value, i) => sum + value * (weights[i] as number), weights.at(-1) as number);
};
