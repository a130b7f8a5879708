import { aesKey, decrypt, deriveBytes, encrypt, type SubtleKey } from '#adapters/shared/aes-gcm.ts';
import { concatBytes, toBase64Url } from '#adapters/shared/byte-encoding.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ByteRange, ByteStream } from '#core/ports/object-store.ts';
import {
  frameContext,
  frameCount,
  frameLength,
  frameNonce,
  framesOf,
  headerLength,
  headerSalt,
  newHeader,
  sealedFrameLength,
} from './frame-format.ts';

/** Which object the frames belong to. */
export interface ObjectIdentity {
  readonly tenantId: string;
  readonly key: string;
}

const objectKey = async (scopeKey: Uint8Array, header: Uint8Array): Promise<SubtleKey> =>
  aesKey(await deriveBytes(scopeKey, `jinji object ${toBase64Url(headerSalt(header))}`));

/** Cuts a stream into pieces of exactly `length` bytes, the last one shorter (and empty for an empty stream). */
async function* exactPieces(body: ByteStream, length: number): AsyncGenerator<Uint8Array, void> {
  let piece = new Uint8Array(length);
  let filled = 0;
  for await (const chunk of body) {
    let at = 0;
    while (at < chunk.length) {
      if (filled === length) {
        yield piece;
        piece = new Uint8Array(length);
        filled = 0;
      }
      const taken = Math.min(length - filled, chunk.length - at);
      piece.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield piece.subarray(0, filled);
}

/** A small body in memory. */
export async function collectBytes(body: ByteStream): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece.slice());
  return concatBytes(...pieces);
}

/** Seals content into the object format, one frame in memory at a time (two while a frame waits to learn whether it is the last). */
export async function* sealFrames(
  body: ByteStream,
  scopeKey: Uint8Array,
  identity: ObjectIdentity,
): AsyncGenerator<Uint8Array, void> {
  const header = newHeader();
  const key = await objectKey(scopeKey, header);
  const seal = (index: number, piece: Uint8Array, last: boolean) =>
    encrypt(key, frameNonce(index, last), piece, frameContext(identity.tenantId, identity.key, index, last));
  yield header;
  let index = 0;
  let waiting: Uint8Array | undefined;
  for await (const piece of exactPieces(body, frameLength)) {
    if (waiting !== undefined) {
      yield await seal(index, waiting, false);
      index += 1;
    }
    waiting = piece;
  }
  yield await seal(index, waiting ?? new Uint8Array(), true);
}

/**
 * Opens the frames that hold `range`, and only those.
 * @param size of the whole content, from the stored length: the last frame proves it
 * @param frames the stored bytes of exactly the frames named by `framesOf(range, size)`
 * @throws AppError `STORED_DATA_DAMAGED` before any byte of a frame that is altered, moved, missing or cut is given out
 */
export async function* openFrames(
  frames: ByteStream,
  header: Uint8Array,
  scopeKey: Uint8Array,
  identity: ObjectIdentity,
  size: number,
  range: ByteRange,
): AsyncGenerator<Uint8Array, void> {
  const key = await objectKey(scopeKey, header);
  const { first, last } = framesOf(range, size);
  const final = frameCount(size) - 1;
  let index = first;
  for await (const sealed of exactPieces(frames, sealedFrameLength)) {
    if (index > last) throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'length' } });
    const isFinal = index === final;
    const content = await decrypt(
      key,
      frameNonce(index, isFinal),
      sealed,
      frameContext(identity.tenantId, identity.key, index, isFinal),
    );
    const from = Math.max(0, range.start - index * frameLength);
    const to = Math.min(content.length, range.end - index * frameLength);
    if (to > from) yield content.subarray(from, to);
    index += 1;
  }
  if (index !== last + 1) throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'length' } });
}

/** Opens a whole sealed object that begins with its header. The stored stream is released in every case. */
export async function* openWhole(
  stored: ByteStream,
  scopeKey: Uint8Array,
  identity: ObjectIdentity,
  size: number,
): AsyncGenerator<Uint8Array, void> {
  const iterator = stored[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  async function* rest(): ByteStream {
    yield head.subarray(headerLength);
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  try {
    while (head.length < headerLength) {
      const { done, value } = await iterator.next();
      if (done === true) break;
      head = concatBytes(head, value);
    }
    const header = head.subarray(0, headerLength);
    yield* openFrames(rest(), header, scopeKey, identity, size, { start: 0, end: size });
  } finally {
    await iterator.return?.();
  }
}
