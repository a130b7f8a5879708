import type { ResumeProfile } from '../resume/profile.ts';

/** Where a field of the profile was read: page (1-based) and line of the visible text. */
export interface FieldSource {
  readonly field: string;
  readonly page: number;
  readonly line: number;
}

/** What was read from a résumé file, kept sealed: the profile as read, the visible text by page and line, hidden text apart. */
export interface StoredResume {
  readonly profile: ResumeProfile;
  readonly sources: readonly FieldSource[];
  readonly pages: readonly (readonly string[])[];
  readonly hidden: readonly string[];
}
