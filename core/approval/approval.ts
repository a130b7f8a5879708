/** What may need the company's agreement. */
export const approvalKinds = ['hire_request', 'offer', 'weight_change'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** `timed_out`: nobody decided, and whoever was asked instead did not either. It neither agrees nor refuses. */
export const approvalStates = ['pending', 'approved', 'rejected', 'withdrawn', 'timed_out'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** `staff:<person id>` for people with an account here, `office:<platform id>` for colleagues without one. */
export type ApproverKey = string;

export const staffKey = (personId: string): ApproverKey => `staff:${personId}`;
export const officeKey = (platformId: string): ApproverKey => `office:${platformId}`;

/** Why somebody is asked. */
export const approverReasons = ['direct_leader', 'department_head', 'role', 'hr', 'person'] as const;
export type ApproverReason = (typeof approverReasons)[number];

/** Somebody who decides in a step. */
export interface StepApprover {
  readonly key: ApproverKey;
  readonly because: ApproverReason;
  readonly state: 'waiting' | 'agreed' | 'refused' | 'passed_on' | 'not_needed';
  readonly at: string | null;
  /** Whose place this person takes: as a delegate, by hand-over, or after a time-out. */
  readonly inPlaceOf: ApproverKey | null;
  /** Asked because the time was over: their word alone settles the step. */
  readonly deputy: boolean;
}

/** One step of a running request. Steps follow each other. */
export interface ApprovalStep {
  readonly id: string;
  /** `and`: everybody must agree; `or`: one is enough. One refusal ends the request in both. */
  readonly rule: 'and' | 'or';
  readonly state: 'waiting' | 'open' | 'agreed' | 'refused' | 'closed';
  readonly approvers: readonly StepApprover[];
  /** Null: waits for ever. */
  readonly timeoutHours: number | null;
  /** Who is asked when the time is over; empty: the request ends as timed out. */
  readonly escalateTo: readonly StepApprover[];
  readonly dueAt: string | null;
  readonly escalatedAt: string | null;
}

/** Steps after something happened, and how the request stands. */
export interface Progress {
  readonly steps: readonly ApprovalStep[];
  readonly state: ApprovalState;
}

const hourMs = 3_600_000;

const dueFrom = (now: string, hours: number | null): string | null =>
  hours === null ? null : new Date(Date.parse(now) + hours * hourMs).toISOString();

/** People whose word is wanted now. */
export const waitingFor = (steps: readonly ApprovalStep[]): readonly ApproverKey[] =>
  steps
    .filter(({ state }) => state === 'open')
    .flatMap(({ approvers }) => approvers.filter(({ state }) => state === 'waiting').map(({ key }) => key));

/** Everybody who is or may be asked. */
export const involved = (steps: readonly ApprovalStep[]): readonly ApproverKey[] => [
  ...new Set(
    steps.flatMap(({ approvers, escalateTo }) => [...approvers, ...escalateTo].map(({ key }) => key)),
  ),
];

/** When the running step is overdue; null when it waits for ever or nothing runs. */
export const nextDue = (steps: readonly ApprovalStep[]): string | null =>
  steps.find(({ state }) => state === 'open')?.dueAt ?? null;

/** Opens the first waiting step; a request without one is approved. */
export function openNext(steps: readonly ApprovalStep[], now: string): Progress {
  const next = steps.findIndex(({ state }) => state === 'waiting');
  if (next === -1) return { steps, state: 'approved' };
  return {
    steps: steps.map((step, index) =>
      index === next ? { ...step, state: 'open', dueAt: dueFrom(now, step.timeoutHours) } : step,
    ),
    state: 'pending',
  };
}

const withoutWaiting = (approvers: readonly StepApprover[]): readonly StepApprover[] =>
  approvers.map((one) => (one.state === 'waiting' ? { ...one, state: 'not_needed' } : one));

/** Ends every step that has not ended. */
export const closeSteps = (steps: readonly ApprovalStep[]): readonly ApprovalStep[] =>
  steps.map((step) =>
    step.state === 'waiting' || step.state === 'open'
      ? { ...step, state: 'closed', dueAt: null, approvers: withoutWaiting(step.approvers) }
      : step,
  );

/**
 * One person's word. `keys` are all names of the same person.
 * Null when none of them is waited for: the word came too late, or from somebody else.
 */
export function decide(
  steps: readonly ApprovalStep[],
  {
    keys,
    verdict,
    at,
  }: { readonly keys: readonly ApproverKey[]; readonly verdict: 'agreed' | 'refused'; readonly at: string },
): Progress | null {
  const index = steps.findIndex(({ state }) => state === 'open');
  const step = steps[index];
  const mine = (one: StepApprover) => one.state === 'waiting' && keys.includes(one.key);
  if (!step?.approvers.some(mine)) return null;
  const approvers = step.approvers.map((one) => (mine(one) ? { ...one, state: verdict, at } : one));
  const put = (next: ApprovalStep) => steps.map((one, place) => (place === index ? next : one));
  if (verdict === 'refused') {
    const refused: ApprovalStep = {
      ...step,
      state: 'refused',
      dueAt: null,
      approvers: withoutWaiting(approvers),
    };
    return { steps: closeSteps(put(refused)), state: 'rejected' };
  }
  const settled = approvers.some((one) => one.deputy && one.state === 'agreed');
  const waits =
    step.rule === 'and' && !settled && approvers.some((one) => one.state === 'waiting' && !one.deputy);
  if (waits) return { steps: put({ ...step, approvers }), state: 'pending' };
  const agreed: ApprovalStep = {
    ...step,
    state: 'agreed',
    dueAt: null,
    approvers: withoutWaiting(approvers),
  };
  return openNext(put(agreed), at);
}

/** Gives one's place in the open step to somebody else. Null when the giver is not waited for. */
export function passOn(
  steps: readonly ApprovalStep[],
  { keys, to, at }: { readonly keys: readonly ApproverKey[]; readonly to: ApproverKey; readonly at: string },
): readonly ApprovalStep[] | null {
  const index = steps.findIndex(({ state }) => state === 'open');
  const step = steps[index];
  const given = step?.approvers.find((one) => one.state === 'waiting' && keys.includes(one.key));
  if (!step || !given) return null;
  const approvers = step.approvers.map(
    (one): StepApprover => (one === given ? { ...one, state: 'passed_on', at } : one),
  );
  const asked = approvers.some((one) => one.key === to && one.state === 'waiting');
  const added: StepApprover = {
    key: to,
    because: given.because,
    state: 'waiting',
    at: null,
    inPlaceOf: given.key,
    deputy: given.deputy,
  };
  const next = { ...step, approvers: asked ? approvers : [...approvers, added] };
  return steps.map((one, place) => (place === index ? next : one));
}

/** What a passed deadline does: asks the next person once, then ends the request undecided. Null before the time. */
export function overdue(steps: readonly ApprovalStep[], now: string): Progress | null {
  const index = steps.findIndex(({ state }) => state === 'open');
  const step = steps[index];
  if (!step?.dueAt || step.dueAt > now) return null;
  const fresh = step.escalateTo.filter(({ key }) => !step.approvers.some((one) => one.key === key));
  if (step.escalatedAt !== null || fresh.length === 0)
    return { steps: closeSteps(steps), state: 'timed_out' };
  const escalated: ApprovalStep = {
    ...step,
    approvers: [...step.approvers, ...fresh.map((one) => ({ ...one, deputy: true }))],
    escalatedAt: now,
    dueAt: dueFrom(now, step.timeoutHours),
  };
  return { steps: steps.map((one, place) => (place === index ? escalated : one)), state: 'pending' };
}
