import type { TwoLanguages } from './two-languages.ts';

/** The calls that a platform's free edition gives a company each month, and what the directory takes of them. */
export interface PlatformQuota {
  readonly edition: TwoLanguages;
  readonly callsPerMonth: number;
  /** Calls of one reading of everything. @param people memberships: who is in two departments counts twice */
  readingCalls(size: { readonly departments: number; readonly people: number }): number;
  /** Calls that one contact event costs. */
  readonly callsPerEvent: number;
}
