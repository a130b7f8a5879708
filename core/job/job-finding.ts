import type { LocalizedText } from '../template/schemas/shared.ts';

/** Something about a job that HR should mend; errors block publishing. */
export interface JobFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Path of the field, e.g. `rubric.2.jobRelatedness`. */
  readonly path: string;
  readonly message: LocalizedText;
  /** Set on findings about wording: the rule, the words, and whether a legal reason lets them stand. */
  readonly wording?: {
    readonly rule: string;
    readonly quote: string;
    readonly overridable: boolean;
  };
}
