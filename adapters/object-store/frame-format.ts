import { nonceLength, randomBytes, tagLength } from '#adapters/shared/aes-gcm.ts';
import { concatBytes, framedFields, uint32Bytes } from '#adapters/shared/byte-encoding.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ByteRange } from '#core/ports/object-store.ts';

/**
 * Sealed object = header of 32 bytes, then frames of 64 KiB content + 16 bytes tag each; only the last may be shorter, and an
 * empty object has one empty frame. Header = `JJO1`, four zero bytes, 24 random bytes of salt.
 * The salt makes a key of its own for every object, so frame numbers can serve as nonces.
 */
export const frameLength = 64 * 1024;
export const sealedFrameLength = frameLength + tagLength;
export const headerLength = 32;
const magic = Uint8Array.of(0x4a, 0x4a, 0x4f, 0x31, 0, 0, 0, 0);

export const newHeader = (): Uint8Array => concatBytes(magic, randomBytes(headerLength - magic.length));

/** @throws AppError `STORED_DATA_DAMAGED` when the bytes are no header of this format. */
export function headerSalt(header: Uint8Array): Uint8Array {
  if (header.length !== headerLength || !magic.every((byte, i) => header[i] === byte)) {
    throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'header' } });
  }
  return header.slice(magic.length);
}

export const frameCount = (size: number): number => Math.max(1, Math.ceil(size / frameLength));

/** Bytes on the store for `size` bytes of content. */
export const sealedSize = (size: number): number => headerLength + size + frameCount(size) * tagLength;

/**
 * Bytes of content behind `stored` bytes on the store.
 * @throws AppError `STORED_DATA_DAMAGED` for a length that no content gives: something was cut off.
 */
export function contentSize(stored: number): number {
  const body = stored - headerLength;
  const size = body - Math.max(1, Math.ceil(body / sealedFrameLength)) * tagLength;
  if (size < 0 || sealedSize(size) !== stored) {
    throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'length', stored } });
  }
  return size;
}

/** The frames that hold a range of content, and where they lie on the store. */
export function framesOf(
  range: ByteRange,
  size: number,
): { readonly first: number; readonly last: number; readonly stored: ByteRange } {
  const final = frameCount(size) - 1;
  const first = Math.min(final, Math.floor(range.start / frameLength));
  const last = Math.min(final, Math.max(first, Math.ceil(range.end / frameLength) - 1));
  const start = headerLength + first * sealedFrameLength;
  const end = Math.min(sealedSize(size), headerLength + (last + 1) * sealedFrameLength);
  return { first, last, stored: { start, end } };
}

/** Seven zero bytes, the frame's number, 1 for the last frame. */
export function frameNonce(index: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(nonceLength);
  nonce.set(uint32Bytes(index), 7);
  nonce[nonceLength - 1] = last ? 1 : 0;
  return nonce;
}

/** What a frame is bound to: a frame moved to another tenant, object, place or end does not open. */
export const frameContext = (tenantId: string, objectKey: string, index: number, last: boolean): Uint8Array =>
  framedFields('frame', tenantId, objectKey, uint32Bytes(index), Uint8Array.of(last ? 1 : 0));
