import { AppError } from '../errors/app-error.ts';
import type { ByteRange, ByteStream, ObjectStore } from '../ports/object-store.ts';
import type { PartStore, Remuxer } from '../ports/remuxer.ts';
import { collectContent, type RecordingPlace, readRecording } from './read-recording.ts';

/** A recording as a recogniser wants it. */
export interface RecordingSound {
  readonly audio: ByteStream;
  readonly size: number;
  readonly mimeType: string;
}

/** Sound of a recording is small (three minutes are about 1 MB), so its parts are kept in memory. */
function partsInMemory(): PartStore & { readonly parts: Uint8Array[] } {
  const parts: Uint8Array[] = [];
  return {
    parts,
    write: async (index, bytes) => {
      parts[index] = bytes.slice();
    },
    read: async (index) => parts[index] ?? new Uint8Array(),
  };
}

async function* inOrder(parts: readonly Uint8Array[]): ByteStream {
  yield* parts;
}

/**
 * What to send to a recogniser: the sound alone, because a video is a hundred times as large and over most servers' limits. A voice
 * recording, and one that can't be taken apart, goes as it is. Null when nothing is stored.
 * @throws AppError `STORED_DATA_DAMAGED`, `STORAGE_UNAVAILABLE`
 */
export async function soundOfRecording(
  objects: ObjectStore,
  remuxer: Remuxer,
  recording: RecordingPlace & { readonly mediaType: string },
): Promise<RecordingSound | null> {
  const open = async (range?: ByteRange) => readRecording(objects, recording, range);
  const content = await open();
  if (content === null) return null;
  const { size, body } = content;
  const asItIs = { audio: body, size, mimeType: recording.mediaType };
  if (!recording.mediaType.toLowerCase().startsWith('video/')) return asItIs;
  const read = async (range: ByteRange): Promise<Uint8Array> => {
    const part = await open(range);
    if (part === null) throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'recording' } });
    return collectContent(part);
  };
  const memory = partsInMemory();
  try {
    const media = await remuxer.remux({ size, read }, memory, { soundOnly: true });
    return { audio: inOrder(memory.parts), size: media.size, mimeType: media.mediaType };
  } catch (error) {
    if (error instanceof AppError && error.code === 'MEDIA_UNREADABLE') return asItIs;
    throw error;
  }
}
