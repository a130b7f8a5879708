import type { DimensionScore, DimensionState, ScorerIdentity } from '../../ports/answer-scorer.ts';

/** Standard errors of one dimension score on the 1–5 scale until a company's own ratings estimate them (assessment §2.5). */
export const startingSem: Readonly<Record<ScorerIdentity['kind'], number>> = {
  embedded: 0.5,
  llm: 0.35,
  human: 0.5,
};

/** The judgements of one dimension over all questions that ask for it. */
export interface DimensionInput {
  readonly code: string;
  /** Whole per cent. */
  readonly weight: number;
  readonly results: readonly DimensionScore[];
}

/** A judgement of the same dimension over all answers together, with its standard error. */
export interface AcrossInput {
  readonly score: number;
  readonly sem: number;
}

/** One dimension of the composite. */
export interface CombinedDimension {
  readonly code: string;
  readonly weight: number;
  readonly state: DimensionState;
  /** 1–5; null unless something could be scored. Missing is never a number. */
  readonly score: number | null;
  readonly level: number | null;
  readonly confidence: number;
  /** Standard error on the 1–5 scale. */
  readonly sem: number;
}

/** Whether a judgement carries a score that counts. */
const counts = (result: DimensionScore): boolean =>
  result.score !== null && (result.state === 'scored' || result.state === 'low_confidence');

/** States of unscored dimensions by what tells the reader most. */
const emptyStates: readonly DimensionState[] = ['technical', 'insufficient_evidence', 'skipped', 'not_asked'];

/** A dimension's score: the mean over its questions that could be scored (assessment §2.5, no imputation). */
export function combineDimension({ code, weight, results }: DimensionInput): CombinedDimension {
  const scored = results.filter(counts);
  if (scored.length === 0) {
    const state = emptyStates.find((s) => results.some((result) => result.state === s)) ?? 'not_asked';
    return { code, weight, state, score: null, level: null, confidence: 0, sem: 0 };
  }
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const score = mean(scored.map((result) => result.score ?? 0));
  const sem = mean(scored.map((result) => startingSem[result.scorer.kind])) / Math.sqrt(scored.length);
  return {
    code,
    weight,
    state: scored.some((result) => result.state === 'scored') ? 'scored' : 'low_confidence',
    score,
    level: Math.min(5, Math.max(1, Math.round(score))),
    confidence: mean(scored.map((result) => result.confidence)),
    sem,
  };
}

/**
 * Joins what single answers show with what only shows across them, each by its exactness (1/SEM²); alone, the latter is too
 * little to count without a person's look.
 */
export function joinAcross(single: CombinedDimension, across: AcrossInput): CombinedDimension {
  if (single.score === null) {
    const level = Math.min(5, Math.max(1, Math.round(across.score)));
    return {
      ...single,
      state: 'low_confidence',
      score: across.score,
      level,
      confidence: LITTLE,
      sem: across.sem,
    };
  }
  const [mine, other] = [1 / single.sem ** 2, 1 / across.sem ** 2];
  const score = (mine * single.score + other * across.score) / (mine + other);
  return {
    ...single,
    score,
    level: Math.min(5, Math.max(1, Math.round(score))),
    sem: 1 / Math.sqrt(mine + other),
  };
}

const LITTLE = 0.4;

/** Turns 1–5 into 0–10. */
export const toTen = (score: number): number => ((score - 1) / 4) * 10;

/** Rounds to half points: finer decimals would promise what the measurement does not hold. */
export const toHalf = (value: number): number => Math.round(value * 2) / 2;

/** The composite on the 0–10 scale with its standard error. */
export interface Composite {
  /** Unrounded; null when the scored dimensions hold less than 70 % of the weight. */
  readonly score10: number | null;
  readonly sem10: number;
  /** Share of the weight that could be scored, 0–1. */
  readonly coverage: number;
}

/** Share of the rubric's weight without which no composite is formed. */
export const leastCoverage = 0.7;

/**
 * `S = Σ w·s / Σ w` over scored dimensions, if they hold at least 70 % of the weight;
 * `SEM = √(Σ w²·SEM²) / Σ w`, ×2.5 on the 0–10 scale (assessment §2.5).
 */
export function composite(dimensions: readonly CombinedDimension[]): Composite {
  const total = dimensions.reduce((sum, d) => sum + d.weight, 0);
  const scored = dimensions.filter((d) => d.score !== null);
  const weight = scored.reduce((sum, d) => sum + d.weight, 0);
  const coverage = total === 0 ? 0 : weight / total;
  if (weight === 0) return { score10: null, sem10: 0, coverage };
  const mean = scored.reduce((sum, d) => sum + d.weight * (d.score ?? 0), 0) / weight;
  const variance = scored.reduce((sum, d) => sum + (d.weight * d.sem) ** 2, 0);
  return {
    // A hair's tolerance: 0.7 of whole per cents is not exact in binary.
    score10: coverage + 1e-9 < leastCoverage ? null : toTen(mean),
    sem10: (Math.sqrt(variance) / weight) * 2.5,
    coverage,
  };
}
