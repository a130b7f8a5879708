/** Words of a recording as the recogniser gave them; times in seconds from its beginning. */
export interface StoredTranscript {
  readonly text: string;
  readonly language: string | null;
  readonly confidence: number | null;
  readonly segments: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly version: string;
}
