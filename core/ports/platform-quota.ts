import type { TwoLanguages } from './two-languages.ts';

/** The calls that a platform's free edition gives a company's own apps each month, and what Jinji takes of them. */
export interface PlatformQuota {
  readonly edition: TwoLanguages;
  readonly callsPerMonth: number;
  /** Calls of one reading of everything; 0 where the directory is free. @param people memberships: who is in two departments counts twice */
  readingCalls(size: { readonly departments: number; readonly people: number }): number;
  /** Calls that one contact event costs. */
  readonly callsPerEvent: number;
  /** About how many calls an act takes in all: an approval that runs for a day, a card with what became of it. */
  readonly acts: { readonly approval: number; readonly card: number };
}
