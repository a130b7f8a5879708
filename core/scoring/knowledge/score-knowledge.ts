import type { StaticEmbedder } from '../../embedding/static-embedder.ts';
import type {
  DimensionScore,
  Evidence,
  Missing,
  ScoreRequest,
  WhyNotHigher,
} from '../../ports/answer-scorer.ts';
import type { KeyPoint } from '../../template/schemas/question.ts';
import { aboutness } from '../analysers/aboutness.ts';
import { indicatorsOf } from '../analysers/indicators.ts';
import { type MeasureName, type Measures, measureReading, type Weigh } from '../analysers/measures.ts';
import { readAnswer } from '../analysers/reading.ts';
import { wordingOf } from '../analysers/wording.ts';
import { leftOutFlags } from '../flags/left-out-parts.ts';
import { evaluateGates, type GateResult, scoreOfGates, weakestScore } from '../gates/gate.ts';
import { quoteOf } from '../quotes.ts';
import { reason } from '../reasons/reason.ts';
import { type CleanAnswer, cleanAnswer } from '../text/clean-answer.ts';
import type { Range } from '../text/sentences.ts';
import { hasExample, reasons, recitals, statedCosts } from './book-words.ts';
import { codeConcepts, holdsCode } from './code-concepts.ts';
import { whyKnowledge, whyReference } from './explain-knowledge.ts';
import { codeGates, type KnowledgeMeasure, knowledgeGates } from './knowledge-gates.ts';
import { type ComparedAnswer, type Coverage, compareAnswer, coverPoints } from './point-coverage.ts';
import { type ReferencePoint, referencePoints } from './reference-points.ts';
import { levelOf, scoreOfCoverage } from './reference-score.ts';
import { statedDangers } from './stated-dangers.ts';

/** What the judge of knowledge and code questions needs. */
export interface KnowledgeResources {
  readonly embedder: StaticEmbedder;
  /** Version of the scorer that asks, printed in every score. */
  readonly version: string;
  /** Replaces the learned wording, so that it can be measured on answers that it was not learned from. */
  readonly wording?: Weigh;
}

interface Judgement {
  readonly score: number;
  readonly coverage: Coverage;
  readonly missing: readonly Missing[];
  readonly why: (level: number) => WhyNotHigher;
  readonly extra: readonly { readonly range: Range; readonly supports: string }[];
  readonly analysers: Readonly<Record<string, number | null>>;
}

const SEM = 0.5;
const DANGER_CAP = 2.4;
const LEAST_LETTERS = 2;
/** Trade knowledge shows no indicators of conduct; their absence says nothing. */
const INDICATORS = 2;
/** Who names this share of the points is speaking of them. */
const NAMES_POINTS = 0.3;
/** However well it is told, what is about something else shows no knowledge of what was asked. */
const OFF_TOPIC_CAP = 2;
/** Who knows the steps and tells of going round them is not trusted with them. */
const BENT_CAP = 2;
const CLEAR_SPEECH = 0.7;

/** All ways of saying a key point in the language of the interview. */
const waysOf = (key: string | KeyPoint, lang: 'zh' | 'en'): readonly string[] =>
  typeof key === 'string' ? [key] : [key.text[lang], ...(key.synonyms?.[lang] ?? [])];

const best = (ways: readonly Coverage[]): Coverage =>
  ways.reduce((left, right) => (right.items > left.items ? right : left));

/** Coverage of key points, each by its best wording. */
const coverKeys = (request: ScoreRequest, answer: ComparedAnswer, embedder: StaticEmbedder): Coverage => {
  const points = request.question.keys.map((key) => {
    const ways = waysOf(key, request.lang).map((text): ReferencePoint => ({ text, listed: false }));
    return best(ways.map((way) => coverPoints([way], answer, request.question.text, embedder)));
  });
  const results = points.flatMap((coverage) => coverage.points);
  const mean = (values: readonly number[]) =>
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    points: results,
    items: mean(results.map((result) => result.degree)),
    words: mean(points.map((coverage) => coverage.words)),
  };
};

const byReference = (
  request: ScoreRequest,
  reference: string,
  answer: ComparedAnswer,
  { embedder }: KnowledgeResources,
): Judgement => {
  const points = referencePoints(reference);
  const coverage = coverPoints(points, answer, request.question.text, embedder);
  const result = scoreOfCoverage({
    coverage,
    listed: points.filter((point) => point.listed).length / points.length,
    question: request.question.text,
    reference,
    answer: answer.text,
    example: hasExample(answer.text),
  });
  return {
    score: result.score,
    coverage,
    missing: result.share < 0.25 ? ['relevance'] : result.share < 0.9 ? ['specifics'] : [],
    why: (level) => whyReference(coverage, result, level),
    extra: [],
    analysers: { coverage: result.share, items: coverage.items, words: coverage.words },
  };
};

const byKeys = (
  request: ScoreRequest,
  clean: CleanAnswer,
  answer: ComparedAnswer,
  { embedder, wording }: KnowledgeResources,
): Judgement => {
  const isCode = request.question.type === 'code';
  const reading = readAnswer(clean.mapped.text);
  const measures: Omit<Measures, 'relevance' | 'aboutness' | 'fit' | 'indicators' | 'contraIndicators'> =
    measureReading(
      reading,
      request.question.type,
      wording ?? ((told, isImaginedTold) => wordingOf(told, isImaginedTold, embedder)),
    );
  const coverage =
    request.question.keys.length > 0
      ? coverKeys(request, answer, embedder)
      : coverPoints(
          [request.question.text, ...request.question.asks].map((text) => ({ text, listed: false })),
          answer,
          '',
          embedder,
        );
  const about = coverage.items >= NAMES_POINTS ? 1 : aboutness(request, reading, INDICATORS, embedder);
  const wrong = indicatorsOf(reading, request.dimension, true).filter(
    ({ polarity }) => polarity === 'negative',
  ).length;
  const own: Readonly<Partial<Record<KnowledgeMeasure, number>>> = {
    contraIndicators: wrong,
    coverage: coverage.items,
    aboutness: about,
    recital: recitals(answer.text),
    reasons: reasons(answer.text),
    complexityStated: statedCosts(answer.text),
    code: holdsCode(answer.text) ? 1 : 0,
  };
  const measured = (measure: KnowledgeMeasure): number =>
    own[measure] ??
    measures[
      measure as Exclude<MeasureName, 'relevance' | 'aboutness' | 'fit' | 'indicators' | 'contraIndicators'>
    ].value;
  const results = evaluateGates(isCode ? codeGates : knowledgeGates, measured);
  const shown: readonly (readonly [keyof typeof measures, string])[] = [
    ['outcome', 'R'],
    ['situation', 'S'],
    ['complexity', 'why'],
    ['reach', 'lasting'],
    ['dishonest', 'negative'],
    ['counter', 'negative'],
  ];
  const mostOffTopic = isCode ? 5 : OFF_TOPIC_CAP + (5 - OFF_TOPIC_CAP) * about;
  const most = Math.min(measures.dishonest.value > 0 ? BENT_CAP : 5, wrong > 0 ? DANGER_CAP : 5);
  return {
    score: Math.min(mostOffTopic, most, totalOf(isCode, results)),
    coverage,
    missing: missingOf(results, totalOf(isCode, results)),
    why: (level) => whyKnowledge(request, coverage, results, level),
    extra: shown.flatMap(([name, supports]) =>
      measures[name].spans.slice(0, 4).map((range) => ({ range, supports })),
    ),
    analysers: { coverage: coverage.items, recital: Math.min(1, recitals(answer.text) / 3) },
  };
};

/** Parts of a solution make up for each other, knowledge from books does not make up for practice. */
const totalOf = (isCode: boolean, results: readonly GateResult<KnowledgeMeasure>[]): number =>
  isCode ? scoreOfGates(results) : weakestScore(results);

const missingOf = (results: readonly GateResult<KnowledgeMeasure>[], total: number): Missing[] => {
  const level = levelOf(total);
  const open = results.filter((result) => result.gate.level <= level + 1 && result.degree < 0.75);
  return [...new Set(open.flatMap((result) => result.gate.missing))];
};

const evidenceOf = (
  request: ScoreRequest,
  clean: CleanAnswer,
  judgement: Judgement,
  dangers: readonly Range[],
): Evidence[] => {
  const found: Evidence[] = [];
  const add = (range: Range, supports: string) => {
    const quote = quoteOf(request, clean, range);
    if (quote === null) return;
    if (found.some((other) => other.supports === supports && other.start === quote.start)) return;
    found.push({ ...quote, supports });
  };
  for (const range of dangers) add(range, 'negative');
  for (const point of judgement.coverage.points) {
    if (point.span !== null && (point.degree >= 0.3 || point.contradicted)) {
      add(point.span, point.contradicted ? 'negative' : point.point);
    }
  }
  for (const { range, supports } of judgement.extra) add(range, supports);
  return found.slice(0, 24);
};

const confidenceOf = (coverage: Coverage, evidence: number, words: number, speech: number): number => {
  const unclear = coverage.points.filter((point) => point.degree > 0.3 && point.degree < 0.7).length;
  const clarity = coverage.points.length === 0 ? 0 : 1 - unclear / coverage.points.length;
  return 0.3 * Math.min(1, (evidence + 1) / 3) + 0.2 * Math.min(1, words / 30) + 0.2 * speech + 0.3 * clarity;
};

const unjudged = (
  request: ScoreRequest,
  clean: CleanAnswer,
  version: string,
  state: 'technical' | 'insufficient_evidence',
): DimensionScore => ({
  level: null,
  score: null,
  band: [1, 5],
  state,
  confidence: 0,
  evidence: [],
  missing: ['relevance'],
  flags: leftOutFlags(request, clean),
  why: {
    gate: state,
    level: 1,
    reason: reason(state === 'technical' ? 'unclear_speech' : 'nothing_to_judge'),
  },
  analysers: {},
  scorer: { kind: 'embedded', version },
});

/**
 * Judges a knowledge or code question: by its reference answer where there is one, else by its key points and by how far the
 * candidate shows practice; a dangerously wrong statement caps the level at 2. Same request and version, same result.
 */
export const scoreKnowledge = (request: ScoreRequest, resources: KnowledgeResources): DimensionScore => {
  const { reference } = request.question;
  const clean = cleanAnswer(
    request.turns.map((turn) => turn.text),
    request.question.text,
    { keepLists: reference !== undefined, isFacts: true },
  );
  const speech = Math.min(1, ...request.turns.map((turn) => turn.asrConfidence ?? 1));
  if (speech < CLEAR_SPEECH) return unjudged(request, clean, resources.version, 'technical');
  const text = clean.mapped.text;
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < LEAST_LETTERS) {
    return unjudged(request, clean, resources.version, 'insufficient_evidence');
  }
  const concepts = request.question.type === 'code' ? codeConcepts(text) : '';
  const answer = compareAnswer(concepts === '' ? text : `${text}\n${concepts}`, resources.embedder);
  const judgement =
    reference !== undefined && reference.trim() !== ''
      ? byReference(request, reference, answer, resources)
      : byKeys(request, clean, answer, resources);
  const dangers = statedDangers(
    (request.question.dangerous ?? []).flatMap((key) => waysOf(key, request.lang)),
    answer,
    resources.embedder,
  );
  const raw = dangers.length > 0 ? Math.min(DANGER_CAP, judgement.score) : judgement.score;
  const score = Math.round(raw * 1000) / 1000;
  const level = levelOf(score);
  const evidence = evidenceOf(request, clean, judgement, dangers);
  const confidence = confidenceOf(judgement.coverage, evidence.length, answer.prepared.tokens.length, speech);
  return {
    level,
    score,
    band: [Math.max(1, score - SEM), Math.min(5, score + SEM)],
    state: confidence < 0.6 ? 'low_confidence' : 'scored',
    confidence: Math.round(confidence * 100) / 100,
    evidence,
    missing: judgement.missing,
    flags: leftOutFlags(request, clean),
    why: dangers.length > 0 && level <= 2 ? whyDanger(level) : judgement.why(level),
    analysers: judgement.analysers,
    scorer: { kind: 'embedded', version: resources.version },
  };
};

const whyDanger = (level: number): WhyNotHigher => ({
  gate: 'knowledge.danger',
  level: level + 1,
  reason: reason('danger'),
});
