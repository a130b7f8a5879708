import type { Missing } from '../../ports/answer-scorer.ts';
import type { MeasureName } from '../analysers/measures.ts';
import type { PlainReasonCode } from '../reasons/reason.ts';

/** A weighted measure; above `cap` more of it adds nothing. */
export interface Term<M extends string = MeasureName> {
  readonly measure: M;
  readonly weight: number;
  readonly cap?: number;
}

/** Something an answer can show to meet a gate; named to the reader while less than `enough` of it was found. */
export interface Need<M extends string = MeasureName> {
  readonly measure: M;
  readonly enough: number;
  readonly missing: Missing;
  readonly name: PlainReasonCode;
}

/**
 * One condition of a level. Its degree grows linearly from 0 at `from` to 1 at `to`; half way counts as passed.
 * `reason` names what is missing when it is not.
 */
export interface Gate<M extends string = MeasureName> {
  readonly id: string;
  readonly level: 2 | 3 | 4 | 5;
  readonly terms: readonly Term<M>[];
  readonly from: number;
  readonly to: number;
  readonly missing: readonly Missing[];
  readonly reason: PlainReasonCode;
  /** Says it instead of `reason` where these measures together come to `from`: what was seen is never called unseen. */
  readonly seen?: {
    readonly measures: readonly M[];
    readonly from: number;
    readonly reason: PlainReasonCode;
  };
  /** What would meet it, most telling first. */
  readonly needs?: readonly Need<M>[];
}

export type GateTable<M extends string = MeasureName> = readonly Gate<M>[];

/** A gate with how far this answer meets it, 0..1. */
export interface GateResult<M extends string = MeasureName> {
  readonly gate: Gate<M>;
  readonly degree: number;
}

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/** Degrees of all gates of a table. */
export const evaluateGates = <M extends string = MeasureName>(
  table: GateTable<M>,
  value: (measure: M) => number,
): GateResult<M>[] =>
  table.map((gate) => {
    const sum = gate.terms.reduce(
      (total, term) =>
        total + term.weight * Math.min(term.cap ?? Number.POSITIVE_INFINITY, value(term.measure)),
      0,
    );
    return { gate, degree: clip((sum - gate.from) / (gate.to - gate.from)) };
  });

/** How far a level is met: the weakest of its gates counts as much as their mean, so one strong side cannot hide a missing one. */
export const levelDegree = <M extends string>(results: readonly GateResult<M>[], level: number): number => {
  const degrees = results.filter((result) => result.gate.level === level).map((result) => result.degree);
  if (degrees.length === 0) return 1;
  const mean = degrees.reduce((sum, degree) => sum + degree, 0) / degrees.length;
  return (mean + Math.min(...degrees)) / 2;
};

/**
 * Score on the 1..5 scale: each level adds as far as it and all levels below it are met.
 * Continuous, so that one misheard word moves the score a little and never a whole level.
 */
export const scoreOfGates = <M extends string>(results: readonly GateResult<M>[]): number => {
  let reached = 1;
  let score = 1;
  for (const level of [2, 3, 4, 5]) {
    reached = Math.min(reached, levelDegree(results, level));
    score += reached;
  }
  return score;
};

/**
 * Score of an answer about conduct or knowledge, 1..5: a level counts as far as the weakest of its gates and of all gates below is met.
 * Continuous like `scoreOfGates`, but no strong side makes up for a missing one.
 */
export const weakestScore = <M extends string>(results: readonly GateResult<M>[]): number => {
  let reached = 1;
  let score = 1;
  for (const level of [2, 3, 4, 5]) {
    for (const result of results) if (result.gate.level === level) reached = Math.min(reached, result.degree);
    score += reached;
  }
  return score;
};
