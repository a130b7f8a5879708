import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import type { ScoredQuestion, ScoreRequest } from '#core/ports/answer-scorer.ts';
import { centred, type DimensionModel, fitFeatures } from '#core/scoring/analysers/dimension-fit.ts';
import { indicatorsOf } from '#core/scoring/analysers/indicators.ts';
import { readAnswer } from '#core/scoring/analysers/reading.ts';
import { judgedText } from '#core/scoring/text/clean-answer.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { dimensionSnippets } from './dimension-snippets.ts';
import { fitLogistic } from './logistic.ts';
import { bankQuestions } from './question-bank.ts';
import { builtInDimensions, type RatedAnswer, scoredDimension } from './rated-answers.ts';

type Lang = 'zh' | 'en';

/** From this rating on an answer shows something of what was asked. */
const SHOWS = 2.5;
/** Below this it does not; between the two nothing is learned. */
const SHOWS_NOT = 1.75;
/** How much the text of a question counts beside an answer. */
const QUESTION_WEIGHT = 0.3;
const SNIPPET_WEIGHT = 0.3;
/** Each dimension starts from its own text, so many times. */
const PRIOR = 4;
const RIDGE = 0.2;
const RATE = 0.05;
const STEPS = 60;
/** Questions about other dimensions that each answer is put to. */
const OTHERS = 3;

interface Sample {
  readonly meaning: Float64Array;
  readonly at: number;
  readonly weight: number;
}

const meanOf = (meanings: readonly ArrayLike<number>[], dimensions: number): Float64Array => {
  const mean = new Float64Array(dimensions);
  for (const meaning of meanings)
    for (let i = 0; i < dimensions; i++)
      mean[i] = (mean[i] as number) + (meaning[i] as number) / meanings.length;
  return mean;
};

/** How wrong each dimension's share of a sample is: the share, less 1 where the sample shows it; into `errors`. */
const shareErrors = (
  { meaning, at }: Sample,
  directions: Float64Array,
  biases: Float64Array,
  errors: Float64Array,
): void => {
  const size = meaning.length;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < errors.length; k++) {
    let sum = biases[k] as number;
    for (let i = 0; i < size; i++) sum += (directions[k * size + i] as number) * (meaning[i] as number);
    errors[k] = sum;
    most = Math.max(most, sum);
  }
  let whole = 0;
  for (let k = 0; k < errors.length; k++) whole += Math.exp((errors[k] as number) - most);
  for (let k = 0; k < errors.length; k++)
    errors[k] = Math.exp((errors[k] as number) - most) / whole - (k === at ? 1 : 0);
};

/** Multinomial regression by gradient, drawn to the texts of the dimensions; every dimension counts alike. */
const learnDirections = (samples: readonly Sample[], texts: readonly Float64Array[]) => {
  const size = texts[0]?.length ?? 0;
  const prior = Float64Array.from(texts.flatMap((text) => Array.from(text, (value) => value * PRIOR)));
  const directions = Float64Array.from(prior);
  const biases = new Float64Array(texts.length);
  const errors = new Float64Array(texts.length);
  const total = texts.map((_text, k) =>
    samples.reduce((sum, { at, weight }) => sum + (at === k ? weight : 0), 0),
  );
  for (let step = 0; step < STEPS; step++) {
    const slopes = directions.map((value, i) => RIDGE * (value - (prior[i] as number)));
    const biasSlopes = new Float64Array(texts.length);
    for (const sample of samples) {
      shareErrors(sample, directions, biases, errors);
      const own = (10 * sample.weight) / (total[sample.at] as number);
      for (let k = 0; k < texts.length; k++) {
        const error = own * (errors[k] as number);
        biasSlopes[k] = (biasSlopes[k] as number) + error;
        for (let i = 0; i < size; i++)
          slopes[k * size + i] = (slopes[k * size + i] as number) + error * (sample.meaning[i] as number);
      }
    }
    for (let k = 0; k < texts.length; k++)
      biases[k] = (biases[k] as number) - 0.4 * RATE * (biasSlopes[k] as number);
    for (let i = 0; i < directions.length; i++)
      directions[i] = (directions[i] as number) - RATE * (slopes[i] as number);
  }
  return {
    directions: texts.map((_text, k) => directions.subarray(k * size, (k + 1) * size)),
    biases: [...biases],
  };
};

const askedText = (question: ScoredQuestion): string =>
  [question.text, ...question.keys, ...question.asks].filter((part) => typeof part === 'string').join('。');

interface Pairing {
  readonly request: ScoreRequest;
  readonly isPositive: boolean;
}

/** Stories that an author told to several questions, and rated each time: what else they show is known. */
const toldOften = (items: readonly RatedAnswer[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const often = new Set<string>();
  for (const { answer } of items) (seen.has(answer) ? often : seen).add(answer);
  return often;
};

/** Answers to their own questions, each strong one put to some questions about other dimensions, and stories that were told to several. */
const pairings = (
  items: readonly RatedAnswer[],
  dimensions: ReadonlyMap<string, Dimension>,
  lang: Lang,
): Pairing[] => {
  const bank = bankQuestions(lang);
  const often = toldOften(items);
  const requestOf = (item: RatedAnswer, question: ScoredQuestion, code: string): ScoreRequest => ({
    lang,
    question,
    dimension: scoredDimension(dimensions.get(code) as Dimension, lang),
    turns: [{ turnId: 'answer', text: item.answer }],
  });
  return items.flatMap((item, i) => {
    if (!dimensions.has(item.dimension)) return [];
    const isPositive = item.rating >= SHOWS;
    const own = { request: requestOf(item, item.question, item.dimension), isPositive };
    if (often.has(item.answer)) return isPositive || item.rating <= SHOWS_NOT ? [own] : [];
    if (!isPositive) return [];
    // A fixed walk through the bank: the same questions in every run, and no generator of chance.
    const others = Array.from({ length: OTHERS }, (_, k) => bank[(i * 37 + k * 101 + 11) % bank.length]);
    return [
      own,
      ...others.flatMap((other) =>
        other === undefined || other.dimension === item.dimension
          ? []
          : [{ request: requestOf(item, other.question, other.dimension), isPositive: false }],
      ),
    ];
  });
};

const kept = new Map<string, number>();

const indicatorsFound = (request: ScoreRequest): number => {
  const text = request.turns[0]?.text ?? '';
  const name = `${request.dimension.code} ${request.question.type} ${text}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const reading = readAnswer(judgedText(text, request.question.text));
  const found = indicatorsOf(reading, request.dimension, request.question.type !== 'behavioural').length;
  kept.set(name, found);
  return found;
};

const trainLanguage = (
  items: readonly RatedAnswer[],
  embedder: StaticEmbedder,
  lang: Lang,
): DimensionModel => {
  const builtIn = builtInDimensions();
  const codes = [...builtIn.keys()];
  const size = embedder.dimensions;
  const meaning = (text: string) => embedder.embedSync(text.slice(0, 1200));
  const shown = items.filter((item) => item.rating >= SHOWS && codes.includes(item.dimension));
  const bank = bankQuestions(lang);
  const texts = codes.map((code) => {
    const { name, definition, anchors } = scoredDimension(builtIn.get(code) as Dimension, lang);
    return meaning([name, definition, ...anchors.slice(2)].join('。'));
  });
  const answers = meanOf(
    shown.filter(({ author }) => !/exemplar|ladder/u.test(author)).map(({ answer }) => meaning(answer)),
    size,
  );
  const asked = meanOf(
    bank.map(({ question }) => meaning(question.text)),
    size,
  );
  const wholes = bank.map(({ question }) => meaning(askedText(question)));
  const wholeMean = meanOf(wholes, size);
  const snippetMean = meanOf(
    dimensionSnippets(lang).map(({ text }) => meaning(text)),
    size,
  );
  const dimensions = meanOf(texts, size);
  const samples: Sample[] = [
    ...shown.map((item) => ({
      meaning: centred(meaning(item.answer), answers),
      at: codes.indexOf(item.dimension),
      weight: 1,
    })),
    ...dimensionSnippets(lang).map(({ dimension, text }) => ({
      meaning: centred(meaning(text), snippetMean),
      at: codes.indexOf(dimension),
      weight: SNIPPET_WEIGHT,
    })),
    ...bank.map(({ dimension }, i) => ({
      meaning: centred(wholes[i] as Float32Array, wholeMean),
      at: codes.indexOf(dimension),
      weight: QUESTION_WEIGHT,
    })),
  ];
  const learned = learnDirections(
    samples,
    texts.map((text) => centred(text, dimensions)),
  );
  const base = { codes, ...learned, answers, asked, dimensions, builtIn: [], typed: [] };
  const all = pairings(items, builtIn, lang);
  const weightsOf = (known: readonly string[]): number[] => {
    const model = { ...base, codes: known };
    const { weights, intercept } = fitLogistic(
      all.map(({ request, isPositive }) => ({
        isPositive,
        features: fitFeatures(
          request,
          embedder.prepare(request.turns[0]?.text.slice(0, 1200) ?? ''),
          indicatorsFound(request),
          model,
          embedder,
        ).features,
      })),
    );
    return [...weights, intercept];
  };
  return { ...base, builtIn: weightsOf(codes), typed: weightsOf([]) };
};

/** Learns one language from the given answers. */
export const trainDimensions = (
  items: readonly RatedAnswer[],
  embedder: StaticEmbedder,
  lang: Lang,
): DimensionModel =>
  trainLanguage(
    items.filter((item) => item.lang === lang),
    embedder,
    lang,
  );
