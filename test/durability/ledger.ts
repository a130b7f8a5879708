/** An answer that the server acknowledged, as the client sent it. */
export interface AcknowledgedAnswer {
  readonly answerId: string;
  readonly contentHash: string;
  readonly questionId: string;
  readonly turn: number;
  readonly text: string;
  readonly recordingId: string | null;
}

/** A recording as far as the server acknowledged it. */
export interface AcknowledgedRecording {
  /** Content by position. */
  readonly segments: Map<number, Uint8Array>;
  complete: boolean;
}

/** What one client knows to be kept: it holds nothing that the server has not said yes to. */
export interface Ledger {
  readonly interviewId: string;
  readonly answers: AcknowledgedAnswer[];
  readonly recordings: Map<string, AcknowledgedRecording>;
  handedIn: boolean;
}

export const emptyLedger = (interviewId: string): Ledger => ({
  interviewId,
  answers: [],
  recordings: new Map(),
  handedIn: false,
});

/** Numbers 0..1 that are the same for the same seed (mulberry32), so that a run can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
