import type { ByteStream } from './object-store.ts';

/** Times are seconds from the beginning of the recording. */
export interface TranscriptSegment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Transcript {
  readonly text: string;
  /** BCP 47, e.g. `zh`, `en`; null when neither the caller nor the recogniser named it. */
  readonly language: string | null;
  /** 0..1 as the recogniser reports it; null when it reports none. Never invented. */
  readonly confidence: number | null;
  readonly segments?: readonly TranscriptSegment[];
}

export interface TranscriptionRequest {
  readonly audio: ByteStream;
  /** Bytes of `audio`. */
  readonly size: number;
  /** e.g. `audio/webm;codecs=opus`, `video/webm`, `audio/mp4`. */
  readonly mimeType: string;
  /** What the candidate speaks, when known. */
  readonly language?: 'zh' | 'en';
}

/**
 * Turns a spoken answer into words. Where none is configured there is no transcript: nobody makes one up.
 *
 * Throws AppError `TRANSCRIBER_UNAVAILABLE` (worth a retry: unreachable, busy, timed out, wrong answer),
 * `TRANSCRIBER_REFUSED` (wrong key, unknown model, unsupported audio: an operator must act), `TOO_LARGE`.
 */
export interface Transcriber {
  /** Kind and model, kept beside every transcript. */
  readonly version: string;
  transcribe(request: TranscriptionRequest): Promise<Transcript>;
}
