import type { DimensionScore, DimensionState, Flag, ScoreRequest } from '../../ports/answer-scorer.ts';
import type { Measures } from '../analysers/measures.ts';
import { type Reading, readAnswer } from '../analysers/reading.ts';
import { leftOutFlags } from '../flags/left-out-parts.ts';
import { pointsToVerify } from '../flags/points-to-verify.ts';
import { behaviouralGates, introductionGates, situationalGates } from '../gates/conduct-gates.ts';
import { evaluateGates, type GateTable, weakestScore } from '../gates/gate.ts';
import { type CleanAnswer, cleanAnswer } from '../text/clean-answer.ts';
import { evidenceOf } from './conduct-evidence.ts';
import { missingOf, whyOf } from './explain-conduct.ts';
import { type ConductResources, measureConduct } from './measure-conduct.ts';

const tables: Readonly<Record<'behavioural' | 'situational' | 'introduction', GateTable>> = {
  behavioural: behaviouralGates,
  situational: situationalGates,
  introduction: introductionGates,
};

const LEAST_WORDS = 10;
const SEM = 0.5;
/** Recognised speech below this confidence is no ground for a judgement (assessment §2.5). */
const CLEAR_SPEECH = 0.7;

/** Judges an answer about conduct, plans or motives: one question × one dimension from its words alone. */
export const scoreConduct = (request: ScoreRequest, resources: ConductResources): DimensionScore => {
  const { type } = request.question;
  const table = tables[type === 'knowledge' || type === 'code' ? 'introduction' : type];
  const clean = cleanAnswer(
    request.turns.map((turn) => turn.text),
    request.question.text,
  );
  const reading = readAnswer(clean.mapped.text);
  const { hits, measures } = measureConduct(request, reading, resources);
  const results = evaluateGates(table, (name) => measures[name].value);
  const speech = Math.min(1, ...request.turns.map((turn) => turn.asrConfidence ?? 1));
  const isTold = speech >= CLEAR_SPEECH && isAnswer(reading, measures);
  const score = isTold ? Math.round(weakestScore(results) * 100) / 100 : null;
  const level = score === null ? null : toLevel(score);
  const evidence = evidenceOf(request, clean, measures, hits);
  const confidence = confidenceOf(evidence.length, reading.words, speech, score);
  return {
    level,
    score,
    band: score === null ? [1, 5] : [Math.max(1, score - SEM), Math.min(5, score + SEM)],
    state: stateOf(score, speech, confidence),
    confidence,
    evidence,
    missing: missingOf(results, measures, level),
    flags: flagsOf(request, clean, reading, measures),
    why: whyOf(results, measures, level),
    analysers: Object.fromEntries(
      Object.entries(measures).map(([name, { value }]) => [name, Math.min(1, Math.max(0, value / FULL))]),
    ),
    scorer: { kind: 'embedded', version: resources.version },
  };
};

/** Counts are kept as shares of this many. */
const FULL = 6;

const toLevel = (score: number): 1 | 2 | 3 | 4 | 5 =>
  Math.min(5, Math.max(1, Math.floor(score + 0.5))) as 1 | 2 | 3 | 4 | 5;

const isAnswer = (reading: Reading, measures: Measures): boolean =>
  reading.words >= LEAST_WORDS &&
  (measures.actions.value + measures.relevance.value + measures.indicators.value > 0 ||
    measures.counter.value + measures.claims.value > 0);

const stateOf = (score: number | null, speech: number, confidence: number): DimensionState => {
  if (score === null) return speech < CLEAR_SPEECH ? 'technical' : 'insufficient_evidence';
  return confidence < LOW_CONFIDENCE ? 'low_confidence' : 'scored';
};

const LOW_CONFIDENCE = 0.6;

/** Assessment §2.5: pieces of evidence, length, clearness of speech, and how clearly the score lies inside one level. */
const confidenceOf = (evidence: number, words: number, speech: number, score: number | null): number => {
  if (score === null) return 0;
  const fromEdge = Math.abs(score - Math.floor(score) - 0.5) * 2;
  const value =
    0.4 * Math.min(1, evidence / 4) + 0.2 * Math.min(1, words / 80) + 0.2 * speech + 0.2 * fromEdge;
  return Math.round(value * 100) / 100;
};

const flagsOf = (request: ScoreRequest, clean: CleanAnswer, reading: Reading, measures: Measures): Flag[] => [
  ...leftOutFlags(request, clean),
  ...pointsToVerify(request, clean, reading, measures),
];
