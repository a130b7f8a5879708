import { AppError } from '../errors/app-error.ts';

/** A stored piece of a recording; the bytes of all of them in order of `position` are the browser's file. */
export interface StoredSegment {
  /** 0, 1, 2 … */
  readonly position: number;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly objectKey: string;
}

/** 16 MiB a segment, 10,000 segments and 1 GiB a recording: far above three minutes of video, far below what hurts. */
export const segmentLimits = {
  bytes: 16 * 1024 * 1024,
  positions: 10_000,
  recordingBytes: 1024 ** 3,
} as const;

/** The erasure scope of a recording on the object store. */
export const recordingScope = (recordingId: string): string => `recordings/${recordingId}`;

/** The hash is part of the key, so that one key can only ever hold one content and storing it twice is storing it once. */
export const segmentKey = (recordingId: string, position: number, sha256: string): string =>
  `${recordingScope(recordingId)}/segments/${String(position).padStart(5, '0')}.${sha256}`;

/** The one object that holds a compacted recording. */
export const playbackKey = (recordingId: string): string => `${recordingScope(recordingId)}/playback`;

function refuse(field: string, problem: string): never {
  throw new AppError('VALIDATION', { details: { field, problem } });
}

/**
 * Checks what a page announces about a segment before any byte is read.
 * @throws AppError `VALIDATION`, `TOO_LARGE`
 */
export function assertSegment(segment: Omit<StoredSegment, 'objectKey'>): void {
  const { position, bytes, sha256 } = segment;
  if (!Number.isInteger(position) || position < 0 || position >= segmentLimits.positions) {
    refuse('position', `0–${segmentLimits.positions - 1}`);
  }
  if (!Number.isInteger(bytes) || bytes < 1) refuse('bytes', '≥ 1');
  if (bytes > segmentLimits.bytes) {
    throw new AppError('TOO_LARGE', { details: { limit: segmentLimits.bytes } });
  }
  if (!/^[0-9a-f]{64}$/.test(sha256)) refuse('sha256', '64 hex digits, lower case');
}

/**
 * Whether a segment is new or already stored with the same content (a repeated upload).
 * @throws AppError `CONFLICT` when the position holds other content, `STATE_CONFLICT` behind the announced end,
 *   `TOO_LARGE` when the recording would grow beyond its limit
 */
export function placeSegment(
  stored: readonly StoredSegment[],
  segmentCount: number | null,
  segment: Omit<StoredSegment, 'objectKey'>,
): 'new' | 'stored' {
  const same = stored.find(({ position }) => position === segment.position);
  if (same !== undefined) {
    if (same.sha256 === segment.sha256) return 'stored';
    throw new AppError('CONFLICT', { details: { field: 'position', position: segment.position } });
  }
  if (segmentCount !== null && segment.position >= segmentCount) {
    throw new AppError('STATE_CONFLICT', { details: { state: 'complete' } });
  }
  const total = stored.reduce((sum, { bytes }) => sum + bytes, segment.bytes);
  if (total > segmentLimits.recordingBytes) {
    throw new AppError('TOO_LARGE', { details: { limit: segmentLimits.recordingBytes } });
  }
  return 'new';
}

/** What a page needs to go on with an upload, and people to see how far it is. */
export interface UploadState {
  /** Positions below the highest stored one, or below the end when it is known, that are not stored. */
  readonly missing: readonly number[];
  /** Segments from the beginning without a gap: what can be played already. */
  readonly playable: number;
  readonly bytes: number;
  readonly complete: boolean;
}

export function uploadState(stored: readonly StoredSegment[], segmentCount: number | null): UploadState {
  const positions = new Set(stored.map(({ position }) => position));
  const end = segmentCount ?? Math.max(-1, ...positions) + 1;
  const missing: number[] = [];
  for (let position = 0; position < end; position += 1) {
    if (!positions.has(position)) missing.push(position);
  }
  return {
    missing,
    playable: missing[0] ?? end,
    bytes: stored.reduce((sum, { bytes }) => sum + bytes, 0),
    complete: segmentCount !== null && missing.length === 0,
  };
}

/**
 * Checks the total that a page announces when it has sent everything.
 * @throws AppError `VALIDATION` for a total that is no count or is below what is stored, `RECORDING_INCOMPLETE` with the gaps
 */
export function assertFinished(stored: readonly StoredSegment[], segmentCount: number): void {
  const highest = Math.max(-1, ...stored.map(({ position }) => position));
  if (!Number.isInteger(segmentCount) || segmentCount < 1 || segmentCount > segmentLimits.positions) {
    refuse('segmentCount', `1–${segmentLimits.positions}`);
  }
  if (highest >= segmentCount) refuse('segmentCount', `≥ ${highest + 1}`);
  const { missing } = uploadState(stored, segmentCount);
  if (missing.length > 0) {
    const shown = missing.slice(0, 10).join(', ');
    throw new AppError('RECORDING_INCOMPLETE', { details: { missing: shown, count: missing.length } });
  }
}
