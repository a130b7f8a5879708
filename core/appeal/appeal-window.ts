import type { Appeal, Decision, Feedback } from '../ports/repositories/reports.ts';

/** Days after the result within which a candidate may ask for a review (assessment R7). */
export const appealDays = 15;

/** Days within which a second person answers (assessment R7). */
export const reviewDays = 7;

/** Why an appeal can or cannot be filed now. */
export type AppealWindow =
  | { readonly state: 'open'; readonly until: string }
  | { readonly state: 'no_result' }
  | { readonly state: 'pending' }
  | { readonly state: 'answered' }
  | { readonly state: 'passed'; readonly until: string };

const later = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * 86_400_000).toISOString();

/** When an appeal filed at `at` must be answered. */
export const dueOf = (at: string): string => later(at, reviewDays);

/**
 * Whether an appeal may be filed: after the newest result (feedback released or decision taken), for fifteen days,
 * once for each result.
 */
export function appealWindow(input: {
  readonly feedback: Pick<Feedback, 'releasedAt'> | null;
  readonly decisions: readonly Pick<Decision, 'decidedAt'>[];
  readonly appeals: readonly Pick<Appeal, 'state' | 'createdAt'>[];
  readonly now: string;
}): AppealWindow {
  if (input.appeals.some((appeal) => appeal.state === 'open')) return { state: 'pending' };
  const results = [input.feedback?.releasedAt, ...input.decisions.map((decision) => decision.decidedAt)];
  const newest = results.reduce<string | null>((a, b) => (b && (!a || b > a) ? b : a), null);
  if (!newest) return { state: 'no_result' };
  if (input.appeals.some((appeal) => appeal.createdAt >= newest)) return { state: 'answered' };
  const until = later(newest, appealDays);
  return input.now <= until ? { state: 'open', until } : { state: 'passed', until };
}
