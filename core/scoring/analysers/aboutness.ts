import type { PreparedText } from '../../embedding/prepared-text.ts';
import type { StaticEmbedder } from '../../embedding/static-embedder.ts';
import type { ScoreRequest } from '../../ports/answer-scorer.ts';
import { settingPoles } from '../lexicon/settings.ts';
import type { Reading } from './reading.ts';

/**
 * Whether an answer speaks of what was asked: a logistic model over six closenesses of meaning and the number of words of working and of
 * private life, fitted by `test/evaluate/fit-aboutness.ts` on rated answers against stories about private life.
 */
export const aboutnessModel = {
  features: [
    'question',
    'asked',
    'dimension',
    'indicators',
    'work',
    'keys',
    'workWords',
    'privateWords',
    'privateAlone',
  ],
  weights: [1.97, 1.59, 1.76, 0.93, 1.35, 0.33, 2.83, -2.64, -2.36],
  intercept: -2.66,
  /** Sums from which on an answer is on topic in part and wholly, by the script it is written in. */
  places: { zh: [-1.2, -0.7], en: [-0.5, 0] },
} as const;

/** Longer answers are judged by their beginning: what they are about shows there. */
const READ_UNITS = 1200;
/** Without key words a question neither helps nor hurts. */
const NO_KEYS = 0.3;
const ENOUGH_WORK = 0.15;
const ENOUGH_INDICATORS = 2;
const ENOUGH_SETTINGS = 4;
/** Where no word of private life was found, distance alone is no proof: trades and recognisers have words of their own. */
const DOUBT = 1.2;

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

interface Poles {
  readonly zh: Float32Array;
  readonly en: Float32Array;
}

const poles = new WeakMap<StaticEmbedder, { readonly work: Poles; readonly leisure: Poles }>();

const centre = (embedder: StaticEmbedder, words: readonly string[]): Float32Array => {
  const sum = new Float32Array(embedder.dimensions);
  for (const word of words) {
    const vector = embedder.embedSync(word);
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (vector[i] as number);
  }
  const length = Math.sqrt(dot(sum, sum));
  return length === 0 ? sum : sum.map((value) => value / length);
};

const polesOf = (embedder: StaticEmbedder) => {
  const known = poles.get(embedder);
  if (known !== undefined) return known;
  const both = (words: string): Poles => {
    const all = words.split(' ');
    return {
      zh: centre(
        embedder,
        all.filter((word) => word.charCodeAt(0) > 127),
      ),
      en: centre(
        embedder,
        all.filter((word) => word.charCodeAt(0) <= 127),
      ),
    };
  };
  const made = { work: both(settingPoles.work), leisure: both(settingPoles.leisure) };
  poles.set(embedder, made);
  return made;
};

/** Share of what `wanted` says that the answer speaks of, 0..1; words below `common` nats say nothing. */
const covered = (
  wanted: PreparedText,
  answer: PreparedText,
  common: number,
  embedder: StaticEmbedder,
): number => {
  const closeness = embedder.closest(wanted, answer, common);
  let said = 0;
  let total = 0;
  for (let i = 0; i < closeness.length; i++) {
    const weight = Math.max(0, (wanted.information[i] as number) - common);
    total += weight;
    said += weight * Math.max(0, ((closeness[i] as number) - 0.3) / 0.7);
  }
  return total === 0 ? 0 : said / total;
};

const keyText = (request: ScoreRequest): string =>
  request.question.keys.map((key) => (typeof key === 'string' ? key : key.text[request.lang])).join('。');

interface Compared {
  readonly answer: PreparedText;
  readonly asked: PreparedText;
  /** What costs little: question, dimension, indicators, work, words of working life, of private life, and whether the latter prevail. */
  readonly quick: readonly [number, number, number, number, number, number, number];
}

/** Different words of a setting, as a share of what is enough. */
const settingOf = (reading: Reading, concept: string): number => {
  const found = reading.findings.get(concept) ?? [];
  return Math.min(ENOUGH_SETTINGS, new Set(found.map((finding) => finding.key)).size) / ENOUGH_SETTINGS;
};

/** How far words of private life prevail, 0..1: a single one says little, because every such word belongs to some trade too. */
const onlyPrivate = (work: number, home: number): number =>
  work >= home ? 0 : Math.min(1, work === 0 ? home / 3 : (home - work) / 6);

const langOf = (text: string): 'zh' | 'en' => (/[\u4e00-\u9fff]/u.test(text) ? 'zh' : 'en');

const compare = (
  request: ScoreRequest,
  reading: Reading,
  indicators: number,
  embedder: StaticEmbedder,
): Compared => {
  const { dimension, question } = request;
  const answer = embedder.prepare(reading.text.slice(0, READ_UNITS));
  const asked = embedder.prepare(question.text);
  const wanted = embedder.embedSync(
    [dimension.name, dimension.definition, ...dimension.anchors.slice(2)].join('。'),
  );
  const { work, leisure } = polesOf(embedder);
  const lang = langOf(reading.text);
  const workWords = settingOf(reading, 'setting.work');
  const privateWords = settingOf(reading, 'setting.private');
  const atWork = (vector: Float32Array) => dot(vector, work[lang]) - dot(vector, leisure[lang]);
  return {
    answer,
    asked,
    quick: [
      dot(answer.mean, asked.mean),
      dot(answer.mean, wanted),
      dimension.indicators.length === 0 ? ENOUGH_INDICATORS / 2 : Math.min(ENOUGH_INDICATORS, indicators),
      Math.min(ENOUGH_WORK, atWork(answer.mean)) - Math.min(0, atWork(asked.mean)),
      workWords,
      privateWords,
      onlyPrivate(workWords * ENOUGH_SETTINGS, privateWords * ENOUGH_SETTINGS),
    ],
  };
};

const coveredKeys = (request: ScoreRequest, answer: PreparedText, embedder: StaticEmbedder): number => {
  const keys = keyText(request);
  return keys === '' ? NO_KEYS : covered(embedder.prepare(keys), answer, 4, embedder);
};

/** What the model weighs, in the order of its features. */
export const aboutnessFeatures = (
  request: ScoreRequest,
  reading: Reading,
  indicators: number,
  embedder: StaticEmbedder,
): readonly number[] => {
  const { answer, asked, quick } = compare(request, reading, indicators, embedder);
  const [question, dimension, hits, work, atWork, atHome, onlyHome] = quick;
  const said = covered(asked, answer, 5, embedder);
  return [
    question,
    said,
    dimension,
    hits,
    work,
    coveredKeys(request, answer, embedder),
    atWork,
    atHome,
    onlyHome,
  ];
};

/** How far an answer is about its question and dimension, 0 (something else) to 1. */
export const aboutness = (
  request: ScoreRequest,
  reading: Reading,
  indicators: number,
  embedder: StaticEmbedder,
): number => {
  const { weights, intercept, places } = aboutnessModel;
  const [from, to] = places[langOf(reading.text)];
  const { answer, asked, quick } = compare(request, reading, indicators, embedder);
  const [question, dimension, hits, work, atWork, atHome, onlyHome] = quick;
  let sum =
    intercept +
    (atHome === 0 ? DOUBT : 0) +
    question * weights[0] +
    dimension * weights[2] +
    hits * weights[3] +
    work * weights[4] +
    atWork * weights[6] +
    atHome * weights[7] +
    onlyHome * weights[8];
  // What is covered can only add, so an answer that is close enough already needs no comparison word by word.
  if (sum >= to) return 1;
  sum += covered(asked, answer, 5, embedder) * weights[1];
  if (sum >= to) return 1;
  sum += coveredKeys(request, answer, embedder) * weights[5];
  return Math.min(1, Math.max(0, (sum - from) / (to - from)));
};
