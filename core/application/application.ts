/** Statuses of an application (design §5). */
export const applicationStatuses = [
  'applied',
  'screened',
  'invited',
  'in_interview',
  'scored',
  'second_round',
  'offer_approval',
  'offered',
  'hired',
  'withdrawn',
  'rejected',
  'no_show',
  'expired',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** Result of one screening rule or of all: 符合, 待确认, 不符合. */
export type ScreeningResult = 'match' | 'unclear' | 'mismatch';

export interface RuleOutcome {
  readonly ruleId: string;
  readonly result: ScreeningResult;
  /** The résumé's own words the result rests on; null when nothing was found. */
  readonly quote: string | null;
  /** What a person found instead, or that they confirm the result; `result` stays what was read. */
  readonly correction?: RuleCorrection;
}

/** A person's word on one rule: it counts instead of what was read. */
export interface RuleCorrection {
  readonly result: ScreeningResult;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Screening of a résumé against a job's rules. Never rejects; `mismatch` waits for a person. */
export interface ScreeningOutcome {
  readonly result: ScreeningResult;
  readonly rules: readonly RuleOutcome[];
}

const forward: Readonly<Record<ApplicationStatus, readonly ApplicationStatus[]>> = {
  applied: ['screened', 'invited'],
  screened: ['invited'],
  invited: ['in_interview', 'no_show', 'expired'],
  in_interview: ['scored', 'expired'],
  scored: ['second_round', 'offer_approval', 'invited'],
  second_round: ['offer_approval'],
  offer_approval: ['offered', 'second_round'],
  offered: ['hired'],
  hired: [],
  withdrawn: [],
  rejected: ['scored', 'screened'],
  no_show: ['invited'],
  expired: ['invited'],
};

const open: readonly ApplicationStatus[] = [
  'applied',
  'screened',
  'invited',
  'in_interview',
  'scored',
  'second_round',
  'offer_approval',
  'offered',
];

/** Whether the flow allows the step. Everyone may withdraw from an open status; a person may reject from one. `rejected` can be taken back after an appeal. */
export function canMove(from: ApplicationStatus, to: ApplicationStatus): boolean {
  if (to === 'withdrawn' || to === 'rejected' || to === 'no_show') return open.includes(from);
  return forward[from].includes(to);
}

/** Whether the application still runs. */
export const isOpen = (status: ApplicationStatus): boolean => open.includes(status);
