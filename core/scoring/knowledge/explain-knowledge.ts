import type { ScoreRequest, WhyNotHigher } from '../../ports/answer-scorer.ts';
import type { GateResult } from '../gates/gate.ts';
import { type ReasonWords, reason } from '../reasons/reason.ts';
import type { KnowledgeMeasure } from './knowledge-gates.ts';
import type { Coverage } from './point-coverage.ts';
import type { ReferenceScore } from './reference-score.ts';

const NAMED_POINTS = 3;
const POINT_UNITS = 40;

const highest: WhyNotHigher = { gate: null, level: null, reason: reason('highest') };

const brief = (words: ReasonWords): ReasonWords =>
  typeof words === 'string'
    ? words.slice(0, POINT_UNITS)
    : { zh: words.zh.slice(0, POINT_UNITS), en: words.en.slice(0, POINT_UNITS) };

/** The heaviest points that were not said, in their author's words: in both languages where the author gave both. */
const absent = ({ points }: Coverage, keys: ScoreRequest['question']['keys'] = []): readonly ReasonWords[] =>
  points
    .map((point, index) => ({ point, key: keys[index] }))
    .filter(({ point }) => point.degree < 0.5 && point.weight > 0 && !point.contradicted)
    .sort((a, b) => b.point.weight - a.point.weight)
    .slice(0, NAMED_POINTS)
    .map(({ point, key }) => brief(typeof key === 'object' ? key.text : point.point));

const contrary = (coverage: Coverage): readonly ReasonWords[] =>
  coverage.points
    .filter((point) => point.contradicted)
    .slice(0, NAMED_POINTS)
    .map((point) => brief(point.point));

/** Why an answer compared with a reference is not one level higher. */
export const whyReference = (coverage: Coverage, result: ReferenceScore, level: number): WhyNotHigher => {
  if (level === 5) return highest;
  const next = level + 1;
  if (result.verdict === 'wrong') {
    return { gate: `knowledge.${next}.verdict`, level: next, reason: reason('verdict_opposite') };
  }
  const wrong = contrary(coverage);
  if (wrong.length > 0) {
    return { gate: `knowledge.${next}.contrary`, level: next, reason: reason('contrary', { points: wrong }) };
  }
  if (level === 4 && result.share >= 0.9) {
    return { gate: 'knowledge.5.example', level: 5, reason: reason('no_example') };
  }
  const lacking = absent(coverage);
  const covered = reason('covered', { percent: Math.round(result.share * 100) });
  return {
    gate: `knowledge.${next}.coverage`,
    level: next,
    reason: lacking.length > 0 ? reason('points_missing', { reason: [covered], points: lacking }) : covered,
  };
};

/** Why an answer judged by gates is not one level higher: the weakest open gate, with the key points still missing. */
export const whyKnowledge = (
  request: ScoreRequest,
  coverage: Coverage,
  results: readonly GateResult<KnowledgeMeasure>[],
  level: number,
): WhyNotHigher => {
  if (level === 5) return highest;
  const [weakest] = results
    .filter((result) => result.gate.level <= level + 1)
    .sort((a, b) => a.degree - b.degree);
  if (weakest === undefined) return highest;
  const { keys } = request.question;
  const lacking = keys.length > 0 && level < 4 ? absent(coverage, keys) : [];
  const open = reason(weakest.gate.reason);
  return {
    gate: weakest.gate.id,
    level: level + 1,
    reason: lacking.length === 0 ? open : reason('points_missing', { reason: [open], points: lacking }),
  };
};
