import { AppError } from '#core/errors/app-error.ts';
import { unshared, utf8 } from './byte-encoding.ts';

/** A WebCrypto key that never leaves the engine again, as the runtime at hand declares it. */
export type SubtleKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Bytes that AES-GCM adds to a message: its tag. */
export const tagLength = 16;
export const nonceLength = 12;

export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** AES-256 key from 32 bytes. */
export function aesKey(raw: Uint8Array): Promise<SubtleKey> {
  return crypto.subtle.importKey('raw', unshared(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * Derives a key for one use from a key for many (HKDF-SHA-256, RFC 5869), so that no two uses ever share a nonce.
 * @param use what the key is for; different words give unrelated keys
 */
export async function deriveBytes(
  raw: Uint8Array,
  use: string,
  salt = new Uint8Array(32),
): Promise<Uint8Array> {
  const base = await crypto.subtle.importKey('raw', unshared(raw), 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: unshared(salt), info: unshared(utf8(use)) },
    base,
    256,
  );
  return new Uint8Array(bits);
}

/** AES-256-GCM; the answer is the ciphertext followed by its 16-byte tag. */
export async function encrypt(
  key: SubtleKey,
  nonce: Uint8Array,
  bytes: Uint8Array,
  additionalData: Uint8Array,
): Promise<Uint8Array> {
  return new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: unshared(nonce), additionalData: unshared(additionalData) },
      key,
      unshared(bytes),
    ),
  );
}

/** @throws AppError `STORED_DATA_DAMAGED` when key, nonce, data or additional data is not what was sealed. */
export async function decrypt(
  key: SubtleKey,
  nonce: Uint8Array,
  sealed: Uint8Array,
  additionalData: Uint8Array,
): Promise<Uint8Array> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: unshared(nonce), additionalData: unshared(additionalData) },
        key,
        unshared(sealed),
      ),
    );
  } catch (cause) {
    throw new AppError('STORED_DATA_DAMAGED', { cause });
  }
}
