import type { HiddenText } from '../ports/document-reader.ts';
import type { FieldSource } from '../resume/parse-resume.ts';
import type { ResumeProfile } from '../resume/profile.ts';

/** What was read from a résumé file, kept sealed: the profile as read, the visible text by page and line, hidden text apart. */
export interface StoredResume {
  readonly profile: ResumeProfile;
  /** Where each field was read, so that a click on it shows the line. */
  readonly sources: readonly FieldSource[];
  readonly pages: readonly (readonly string[])[];
  /** Text that a reader of the page cannot see: kept, shown as a warning, never parsed or scored. */
  readonly hidden: readonly HiddenText[];
}
