import { AppError } from '../errors/app-error.ts';
import type { ByteRange, ByteStream, ObjectStore } from '../ports/object-store.ts';
import type { PartStore, RandomAccess, RemuxedMedia, Remuxer } from '../ports/remuxer.ts';
import { collectContent, readRecording } from './read-recording.ts';
import { playbackKey, recordingScope, type StoredSegment, segmentLimits } from './segments.ts';

/** What the recording's row learns from compaction. */
export interface CompactedRecording {
  readonly objectKey: string;
  readonly bytes: number;
  /** Null when the file could not be read as media and was only joined. */
  readonly durationMs: number | null;
  readonly mediaType: string;
}

async function contentOf(objects: ObjectStore, segments: readonly StoredSegment[], range?: ByteRange) {
  const found = await readRecording(objects, { objectKey: null, segments }, range);
  if (found === null) throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'recording' } });
  return found;
}

const partKey = (recordingId: string, index: number): string =>
  `${recordingScope(recordingId)}/parts/${String(index).padStart(5, '0')}`;

function partsOn(objects: ObjectStore, recordingId: string): PartStore {
  return {
    async write(index, bytes) {
      async function* body() {
        yield bytes;
      }
      await objects.put(partKey(recordingId, index), body(), {
        maxBytes: bytes.length,
        length: bytes.length,
      });
    },
    async read(index) {
      const found = await objects.get(partKey(recordingId, index));
      if (found === null) throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'part' } });
      return collectContent(found);
    },
  };
}

async function* joinedParts(objects: ObjectStore, recordingId: string, count: number): ByteStream {
  for (let index = 0; index < count; index += 1) {
    const found = await objects.get(partKey(recordingId, index));
    if (found === null) throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'part' } });
    yield* found.body;
  }
}

async function remuxed(
  objects: ObjectStore,
  remuxer: Remuxer,
  recordingId: string,
  segments: readonly StoredSegment[],
): Promise<RemuxedMedia | null> {
  const { size } = await contentOf(objects, segments);
  const source: RandomAccess = {
    size,
    read: async (range) => collectContent(await contentOf(objects, segments, range)),
  };
  try {
    return await remuxer.remux(source, partsOn(objects, recordingId));
  } catch (error) {
    if (error instanceof AppError && error.code === 'MEDIA_UNREADABLE') return null;
    throw error;
  }
}

/**
 * Puts a complete recording into one seekable object: rewritten with duration and index where it can be read as media, joined as it
 * is otherwise. Segments stay until `dropLeftovers`, so that a row can first be moved to the new object. Safe to repeat.
 * @param mediaType as the browser named it, kept when the file is only joined
 * @throws AppError `STORED_DATA_DAMAGED`, `STORAGE_UNAVAILABLE`
 */
export async function compactRecording(
  objects: ObjectStore,
  remuxer: Remuxer,
  recording: { readonly id: string; readonly mediaType: string; readonly segments: readonly StoredSegment[] },
): Promise<CompactedRecording> {
  const { id, segments } = recording;
  const objectKey = playbackKey(id);
  const media = await remuxed(objects, remuxer, id, segments);
  if (media === null) {
    const { body, size } = await contentOf(objects, segments);
    await objects.put(objectKey, body, { maxBytes: segmentLimits.recordingBytes, length: size });
    return { objectKey, bytes: size, durationMs: null, mediaType: recording.mediaType };
  }
  const { size, parts, durationSeconds, mediaType } = media;
  // An index is small; a file that grew a lot would be a fault of the remuxer.
  const maxBytes = 2 * segmentLimits.recordingBytes;
  await objects.put(objectKey, joinedParts(objects, id, parts), { maxBytes, length: size });
  return { objectKey, bytes: size, durationMs: Math.round(durationSeconds * 1000), mediaType };
}

/**
 * Deletes segments and parts of a recording whose row points to the compacted object. Safe to repeat.
 * @returns how many objects went
 */
export async function dropLeftovers(objects: ObjectStore, recordingId: string): Promise<number> {
  const keys: string[] = [];
  for (const folder of ['parts', 'segments']) {
    for await (const { key } of objects.list(`${recordingScope(recordingId)}/${folder}/`)) keys.push(key);
  }
  await objects.delete(keys);
  return keys.length;
}
