import type { DecisionTally } from '../ports/repositories/quality.ts';

/** How often people decided otherwise than the suggestion (assessment §2.10). */
export interface FollowRate {
  readonly decisions: number;
  readonly overrides: number;
  /**
   * People hardly ever decide otherwise: a sign that the suggestion decides. Then some interviews should be rated
   * before anybody sees the scores.
   */
  readonly blindAuditAdvised: boolean;
}

const decisionsForJudgement = 100;
const leastOverrides = 0.02;

const followed: Readonly<Record<string, DecisionTally['outcome']>> = {
  advance: 'advance',
  hold: 'hold',
  do_not_advance: 'reject',
};

/** Counts overrides; advises blind audits below 2 % over at least 100 decisions. */
export function followRate(tally: readonly DecisionTally[]): FollowRate {
  const sum = (rows: readonly DecisionTally[]) => rows.reduce((total, { count }) => total + count, 0);
  const decisions = sum(tally);
  const overrides = sum(tally.filter(({ suggestion, outcome }) => followed[suggestion] !== outcome));
  return {
    decisions,
    overrides,
    blindAuditAdvised: decisions >= decisionsForJudgement && overrides / decisions < leastOverrides,
  };
}
