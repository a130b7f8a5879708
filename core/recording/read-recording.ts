import { AppError } from '../errors/app-error.ts';
import { cutRange } from '../ports/object-key.ts';
import type { ByteRange, ByteStream, ObjectContent, ObjectStore } from '../ports/object-store.ts';
import type { StoredSegment } from './segments.ts';

/** Where a recording's bytes lie: in one object once it is compacted, in segments before. */
export interface RecordingPlace {
  readonly objectKey: string | null;
  readonly segments: readonly StoredSegment[];
}

interface Slice {
  readonly key: string;
  readonly range: ByteRange;
}

function inOrder(segments: readonly StoredSegment[]): readonly StoredSegment[] {
  const sorted = [...segments].sort((a, b) => a.position - b.position);
  const gap = sorted.findIndex(({ position }, i) => position !== i);
  return gap === -1 ? sorted : sorted.slice(0, gap);
}

/** The parts of segments that make up a range of their concatenation. */
export function slicesOf(segments: readonly StoredSegment[], range: ByteRange): readonly Slice[] {
  const slices: Slice[] = [];
  let offset = 0;
  for (const { objectKey, bytes } of segments) {
    const start = Math.max(0, range.start - offset);
    const end = Math.min(bytes, range.end - offset);
    if (start < end) slices.push({ key: objectKey, range: { start, end } });
    offset += bytes;
  }
  return slices;
}

async function* read(
  objects: ObjectStore,
  slices: readonly Slice[],
  whole: ReadonlyMap<string, number>,
): ByteStream {
  for (const { key, range } of slices) {
    const isWhole = range.start === 0 && range.end === whole.get(key);
    const found = await objects.get(key, isWhole ? undefined : range);
    if (found === null || found.size !== whole.get(key)) {
      throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'segment' } });
    }
    yield* found.body;
  }
}

/**
 * A recording as one file, or a range of it; of an unfinished one the part before the first gap. Null when there is nothing yet.
 * @throws AppError `VALIDATION` for a bad range, `STORED_DATA_DAMAGED` (also in the middle of the body) for a lost or altered segment
 */
export async function readRecording(
  objects: ObjectStore,
  place: RecordingPlace,
  range?: ByteRange,
): Promise<ObjectContent | null> {
  if (place.objectKey !== null) return objects.get(place.objectKey, range);
  const segments = inOrder(place.segments);
  if (segments.length === 0) return null;
  const size = segments.reduce((sum, { bytes }) => sum + bytes, 0);
  const cut = cutRange(range, size);
  const sizes = new Map(segments.map(({ objectKey, bytes }) => [objectKey, bytes]));
  return { size, range: cut, body: read(objects, slicesOf(segments, cut), sizes) };
}

/** The bytes of a small content, or of a small range of a large one. */
export async function collectContent({ range, body }: ObjectContent): Promise<Uint8Array> {
  const out = new Uint8Array(range.end - range.start);
  let at = 0;
  for await (const piece of body) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
