import { AppError } from '#core/errors/app-error.ts';
import { aesKey, deriveBytes, type SubtleKey } from './aes-gcm.ts';
import { fromBase64Url, toBase64Url } from './byte-encoding.ts';

/** The installation's key: wraps tenant keys and nothing else. */
export interface MasterKey {
  /** Fingerprint, safe to store and to show. */
  readonly id: string;
  readonly key: SubtleKey;
}

/**
 * Where the master keys come from. The first one wraps; the others only open records that a rotation has not reached yet.
 * Read again whenever an unknown fingerprint turns up, because another process may be rotating.
 */
export interface MasterKeySource {
  /** At least one key, newest first. Throws AppError `MASTER_KEY` with the remedy. */
  read(): Promise<readonly MasterKey[]>;
}

/** @param raw 32 random bytes */
export async function masterKey(raw: Uint8Array): Promise<MasterKey> {
  const id = toBase64Url((await deriveBytes(raw, 'jinji master id')).subarray(0, 9));
  return { id, key: await aesKey(await deriveBytes(raw, 'jinji master wrap')) };
}

/**
 * The 32 bytes of a master key written as base64 or base64url text.
 * @param name the file or setting, for the message
 * @throws AppError `MASTER_KEY`
 */
export function masterKeyBytes(text: string, name: string): Uint8Array {
  const bytes = fromBase64Url(text.trim());
  if (bytes?.length === 32) return bytes;
  const problem = `${name} must hold 32 random bytes as base64; restore it from your backup, or make one with "openssl rand -base64 32" for a new installation`;
  throw new AppError('MASTER_KEY', { details: { problem } });
}

/**
 * Master keys from settings, for Workers: one key as base64, or during a rotation several separated by spaces, newest first.
 * @param name of the setting, for the message
 */
export function masterKeysFromText(text: string, name: string): MasterKeySource {
  let keys: Promise<readonly MasterKey[]> | undefined;
  return {
    read: () => {
      keys ??= Promise.resolve().then(() =>
        Promise.all(
          text
            .trim()
            .split(/\s+/)
            .map((part) => masterKey(masterKeyBytes(part, name))),
        ),
      );
      return keys;
    },
  };
}
