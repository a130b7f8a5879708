import type {
  DimensionScore,
  Flag,
  ScoreRequest,
  ScorerIdentity,
  WhyNotHigher,
} from '#core/ports/answer-scorer.ts';
import { type Reason, reason } from '#core/scoring/reasons/reason.ts';
import type { VerifiedJudgement } from './llm-answer.ts';

/** Standard error of the median of three samples until it is measured (assessment §2.5). */
const standardError = 0.35;
/** A model may see more than the rules by this much, not more (assessment §2.8). */
const mostAbove = 1;
const farApart = 2;

type Level = 1 | 2 | 3 | 4 | 5;

/** Technical causes as people read them; one that is not listed was an answer in no usable form. */
const causes = {
  timeout: 'cause_timeout',
  connection: 'cause_connection',
  address: 'cause_connection',
  budget: 'cause_budget',
  paused: 'cause_paused',
  too_long: 'cause_too_long',
  no_evidence: 'cause_no_evidence',
  refused: 'cause_refused',
} as const;

function causeOf(code: string): Reason {
  const status = /^status (\d+)$/.exec(code)?.[1];
  if (status !== undefined) return reason('cause_status', { status });
  return reason(Object.hasOwn(causes, code) ? causes[code as keyof typeof causes] : 'cause_format');
}

const note = (why: Reason): Flag => ({ kind: 'process', reason: why, ask: reason('ask_rater_check') });

/** The embedded judgement in place of a model's, saying so. */
export const fallbackScore = (floor: DimensionScore, model: string, code: string): DimensionScore => ({
  ...floor,
  flags: [...floor.flags, note(reason('model_failed', { cause: [causeOf(code)] }))],
  scorer: { ...floor.scorer, insteadOf: { kind: 'llm', model, reason: code } },
});

/** Middle of the levels; between two the mean. */
export function median(levels: readonly number[]): number {
  const sorted = [...levels].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 1;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 1;
  return (upper + lower) / 2;
}

const toLevel = (score: number): Level => Math.min(5, Math.max(1, Math.floor(score + 0.5))) as Level;

function suspicion(floor: DimensionScore, samples: readonly VerifiedJudgement[]): Flag[] {
  const told = floor.flags.some(({ kind }) => kind === 'injection');
  if (told || !samples.some(({ injectionSuspected }) => injectionSuspected)) return [];
  return [{ kind: 'injection', reason: reason('model_injection'), ask: reason('ask_own_words') }];
}

/**
 * The judgement of a model from its verified samples, held against the embedded one: the median counts, at most one level above
 * the rules; samples or scorers that lie two levels apart make it `low_confidence`, for a person (assessment §2.8).
 * @param samples at least one
 */
export function mergeSamples(
  request: ScoreRequest,
  floor: DimensionScore,
  samples: readonly VerifiedJudgement[],
  scorer: ScorerIdentity,
): DimensionScore {
  const levels = samples.flatMap(({ level }) => level ?? []);
  const flags = [...floor.flags, ...suspicion(floor, samples)];
  if (levels.length * 2 <= samples.length) {
    const differs = floor.level !== null;
    return {
      ...floor,
      state: floor.state === 'scored' ? 'low_confidence' : floor.state,
      flags: differs ? [...flags, note(reason('model_unseen'))] : flags,
      analysers: { ...floor.analysers, llm_median: null },
      scorer: {
        ...floor.scorer,
        insteadOf: { kind: 'llm', model: scorer.model ?? '', reason: 'insufficient' },
      },
    };
  }
  const middle = median(levels);
  const allowed = (floor.level ?? 1) + mostAbove;
  const score = Math.min(middle, allowed);
  const level = toLevel(score);
  const doubts = doubtsOf(floor, levels);
  const nearest = samples
    .filter((sample) => sample.level !== null)
    .reduce((best, sample) =>
      Math.abs((sample.level ?? 0) - score) < Math.abs((best.level ?? 0) - score) ? sample : best,
    );
  const doubtful = doubts.length > 0 || floor.level === null || flags.length > floor.flags.length;
  const confidence = confidenceOf(levels, middle, nearest.evidence.length, request);
  return {
    level,
    score,
    band: [Math.max(1, score - standardError), Math.min(5, score + standardError)],
    state: doubtful || confidence < 0.6 ? 'low_confidence' : 'scored',
    confidence: doubtful ? Math.min(0.55, confidence) : confidence,
    evidence: nearest.evidence,
    missing: nearest.missing,
    flags: [...flags, ...doubts],
    why: level === floor.level ? floor.why : whyOf(level, middle, allowed),
    analysers: {
      ...floor.analysers,
      llm_low: Math.min(...levels) / 5,
      llm_median: middle / 5,
      llm_high: Math.max(...levels) / 5,
    },
    scorer,
  };
}

/** Why a person should look: the samples, or model and rules, lie far apart. */
function doubtsOf(floor: DimensionScore, levels: readonly number[]): Flag[] {
  const [low, high, model] = [Math.min(...levels), Math.max(...levels), median(levels)];
  const apart =
    floor.level === null
      ? reason('model_apart_none', { model })
      : reason('model_apart', { model, rules: floor.level });
  return [
    ...(Math.abs(model - (floor.level ?? 1)) >= farApart ? [note(apart)] : []),
    ...(high - low >= farApart ? [note(reason('model_varied', { low, high }))] : []),
  ];
}

function whyOf(level: Level, middle: number, allowed: number): WhyNotHigher {
  const said =
    middle > allowed
      ? reason('model_capped', { level: middle, counted: allowed })
      : reason('model_level', { level: middle });
  return level === 5
    ? { gate: null, level: null, reason: said }
    : { gate: 'llm.median', level: level + 1, reason: said };
}

/** Agreement of the samples, pieces of evidence, and how clearly the speech was heard. */
function confidenceOf(
  levels: readonly number[],
  middle: number,
  evidence: number,
  { turns }: ScoreRequest,
): number {
  const agreeing = levels.filter((level) => Math.abs(level - middle) < 1).length / levels.length;
  const speech = Math.min(1, ...turns.map((turn) => turn.asrConfidence ?? 1));
  const value = 0.4 * agreeing + 0.4 * Math.min(1, evidence / 3) + 0.2 * speech;
  return Math.round(value * 100) / 100;
}
