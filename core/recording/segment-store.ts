import { AppError } from '../errors/app-error.ts';
import type { ByteStream, ObjectStore } from '../ports/object-store.ts';
import { assertSegment, recordingScope, type StoredSegment, segmentKey } from './segments.ts';

/** A segment on its way in. */
export interface IncomingSegment {
  readonly position: number;
  /** Bytes of `body`, as announced. */
  readonly bytes: number;
  /** Lower-case hex, computed by the page. */
  readonly sha256: string;
  readonly body: ByteStream;
}

/**
 * Stores a segment's content for good; when it answers, the content survives a crash and has exactly the announced hash.
 * Repeating it stores nothing twice. The caller then adds the row that makes the segment part of the recording.
 * @throws AppError `VALIDATION`, `TOO_LARGE`, `STORAGE_UNAVAILABLE`, `STATE_CONFLICT` when the recording was erased
 */
export async function storeSegment(
  objects: ObjectStore,
  recordingId: string,
  segment: IncomingSegment,
): Promise<StoredSegment> {
  assertSegment(segment);
  const { position, bytes, sha256, body } = segment;
  const objectKey = segmentKey(recordingId, position, sha256);
  await objects.put(objectKey, body, {
    maxBytes: bytes,
    length: bytes,
    expectedSha256: sha256,
    ifAbsent: true,
  });
  return { position, bytes, sha256, objectKey };
}

/**
 * The segments that lie on the store, rows or no rows, in order of position: what is found after a crash between content and row.
 */
export async function segmentsOnStore(
  objects: ObjectStore,
  recordingId: string,
): Promise<readonly StoredSegment[]> {
  const found: StoredSegment[] = [];
  for await (const { key, size } of objects.list(`${recordingScope(recordingId)}/segments/`)) {
    const [, position, sha256] = /\/(\d{5})\.([0-9a-f]{64})$/.exec(key) ?? [];
    if (position === undefined || sha256 === undefined) {
      throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'segment key' } });
    }
    found.push({ position: Number(position), bytes: size, sha256, objectKey: key });
  }
  return found;
}
