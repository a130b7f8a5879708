/** One strength or improvement: the behaviour and, for strengths, the candidate's own words. */
export interface FeedbackPoint {
  readonly dimension: string;
  readonly text: string;
  readonly quote: string | null;
}

/** What a candidate is told (assessment §7): at most 150 characters of text a point, no comparison, no guess at the person. */
export interface CandidateFeedback {
  readonly lang: 'zh' | 'en';
  readonly summary: string;
  readonly strengths: readonly FeedbackPoint[];
  readonly improvements: readonly FeedbackPoint[];
  readonly tip: string;
  /** Levels shown to the candidate with their band; only dimensions that were scored. */
  readonly levels: readonly {
    readonly dimension: string;
    readonly score10: number;
    readonly band10: readonly [number, number];
  }[];
}
