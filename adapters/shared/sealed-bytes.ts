import { AppError } from '#core/errors/app-error.ts';
import { decrypt, encrypt, nonceLength, randomBytes, type SubtleKey, tagLength } from './aes-gcm.ts';
import { concatBytes } from './byte-encoding.ts';

/**
 * Seals a small value in one piece: 12 random bytes of nonce, then ciphertext and tag. Safe for 2³² values a key
 * (NIST SP 800-38D §8.3), which is why every tenant and use has a key of its own.
 * @param context bytes that must be the same when it is opened: tenant, purpose, version
 */
export async function sealBytes(key: SubtleKey, bytes: Uint8Array, context: Uint8Array): Promise<Uint8Array> {
  const nonce = randomBytes(nonceLength);
  return concatBytes(nonce, await encrypt(key, nonce, bytes, context));
}

/** @throws AppError `STORED_DATA_DAMAGED` for altered bytes, another key or another context. */
export async function openBytes(
  key: SubtleKey,
  sealed: Uint8Array,
  context: Uint8Array,
): Promise<Uint8Array> {
  if (sealed.length < nonceLength + tagLength) throw new AppError('STORED_DATA_DAMAGED');
  return decrypt(key, sealed.subarray(0, nonceLength), sealed.subarray(nonceLength), context);
}
