import { type ApplicationStatus, canMove } from '../application/application.ts';

/** What a person decides. */
export const outcomes = ['advance', 'hold', 'reject'] as const;
export type Outcome = (typeof outcomes)[number];

/** Reason codes by outcome: all of them about the job, so that decisions can be counted and reviewed. */
export const decisionReasons = {
  advance: ['strong_evidence', 'meets_requirements', 'potential_shown', 'confirmed_by_person', 'other'],
  hold: ['needs_more_evidence', 'points_to_verify', 'comparing_candidates', 'headcount_pending', 'other'],
  reject: [
    'below_requirements',
    'must_have_missing',
    'other_candidate_fits_better',
    'position_closed',
    'candidate_unavailable',
    'other',
  ],
} as const satisfies Record<Outcome, readonly string[]>;

export type DecisionReason = (typeof decisionReasons)[Outcome][number];

/** Whether the code belongs to the outcome. */
export const isReasonOf = (outcome: Outcome, code: string): boolean =>
  (decisionReasons[outcome] as readonly string[]).includes(code);

/** A decision against the suggestion, which needs words of its own (assessment §1.1: override only with reason and log). */
export const goesAgainst = (outcome: Outcome, suggestion: string | null): boolean =>
  (outcome === 'reject' && suggestion === 'advance') ||
  (outcome === 'advance' && suggestion === 'do_not_advance');

/** Where `advance` leads from a status along the job's flow; null where a person's decision on a report leads nowhere. */
export function nextStatus(flow: readonly string[], status: ApplicationStatus): ApplicationStatus | null {
  if (status === 'scored') return flow.includes('second_round') ? 'second_round' : 'offer_approval';
  if (status === 'second_round') return 'offer_approval';
  // From here on the offer leads: its approval, the candidate's answer, the first day.
  return null;
}

/** Whether a person may reject from this status at all. */
export const mayReject = (status: ApplicationStatus): boolean => canMove(status, 'rejected');
