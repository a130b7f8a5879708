import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { AppError } from '#core/errors/app-error.ts';
import { concatBytes, fromBase64Url, fromUtf8, toBase64, uint32Bytes, utf8 } from './byte-encoding.ts';
import { equalText } from './constant-time.ts';

/** What was wrong with a callback; the sender is told nothing of it. */
export type CallbackProblem = 'signature' | 'format' | 'key' | 'padding' | 'receiver' | 'time' | 'token';

/** The refusal of a callback that did not prove where it comes from. */
export const callbackRefused = (problem: CallbackProblem, cause?: unknown): AppError =>
  new AppError('PLATFORM_CALLBACK_REFUSED', {
    details: { problem },
    ...(cause === undefined ? {} : { cause }),
  });

/** Settings of one callback address, as an admin copied them from the platform's console. */
export interface CallbackKeys {
  readonly token: string;
  /** 43 characters of base64 without the last `=`. */
  readonly encodingAesKey: string;
}

/** A signed ciphertext as it travels. */
export interface SealedCallback {
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypt: string;
  readonly signature: string;
}

export interface OpenedCallback {
  readonly message: string;
  /** Whom it was meant for: corp id, suite id or app key, by platform and callback. */
  readonly receiver: string;
}

const blockSize = 32;
const randomLength = 16;

/**
 * The callback cipher that WeCom and DingTalk share: AES-256-CBC with the key's first 16 bytes as IV, PKCS#7 to 32
 * bytes, `random16 ‖ uint32be(length) ‖ message ‖ receiver`; signature `sha1(sorted(token, timestamp, nonce, encrypt))`.
 * https://developer.work.weixin.qq.com/document/path/90968 ·
 * https://github.com/open-dingtalk/DingTalk-Callback-Crypto (both read 2026-08)
 */
export function callbackCipher(keys: CallbackKeys) {
  const key = readKey(keys.encodingAesKey);

  const sign = (timestamp: string, nonce: string, encrypt: string): string =>
    createHash('sha1').update([keys.token, timestamp, nonce, encrypt].sort().join('')).digest('hex');

  const open = (encrypt: string): OpenedCallback => {
    const sealed = fromBase64Url(encrypt);
    if (sealed === null || sealed.length === 0 || sealed.length % 16 !== 0) throw callbackRefused('format');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = concatBytes(decipher.update(sealed), decipher.final());
    return unpack(withoutPadding(padded));
  };

  return {
    sign,
    /** Checks the signature in constant time, then opens. @throws AppError `PLATFORM_CALLBACK_REFUSED` */
    verifyAndOpen(sealed: SealedCallback): OpenedCallback {
      const expected = sign(sealed.timestamp, sealed.nonce, sealed.encrypt);
      if (!equalText(expected, sealed.signature)) throw callbackRefused('signature');
      return open(sealed.encrypt);
    },
    /** @throws AppError `PLATFORM_CALLBACK_REFUSED` for anything that this key did not seal */
    open,
    /** @param random 16 raw bytes, fresh for each message */
    seal(message: string, receiver: string, random: Uint8Array): string {
      const body = utf8(message);
      return sealBytes(key, concatBytes(random, uint32Bytes(body.length), body, utf8(receiver)));
    },
  };
}

/** AES-256-CBC with the padding of the callback cipher over plain bytes, base64. */
export function sealBytes(key: Uint8Array, plain: Uint8Array): string {
  const pad = blockSize - (plain.length % blockSize);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = concatBytes(plain, new Uint8Array(pad).fill(pad));
  return toBase64(concatBytes(cipher.update(padded), cipher.final()));
}

/** The 32 bytes of an EncodingAESKey. @throws AppError `PLATFORM_CALLBACK_REFUSED` with problem `key` */
export function readKey(encodingAesKey: string): Uint8Array {
  const key = /^[A-Za-z0-9+/]{43}$/.test(encodingAesKey) ? fromBase64Url(encodingAesKey) : null;
  if (key?.length !== 32) throw callbackRefused('key');
  return key;
}

/** Some official samples pad to 16 and some to 32, so any count from 1 to 32 is taken, if all its bytes agree. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  const pad = bytes.at(-1) ?? 0;
  if (pad < 1 || pad > blockSize || pad > bytes.length) throw callbackRefused('padding');
  if (bytes.subarray(bytes.length - pad).some((byte) => byte !== pad)) throw callbackRefused('padding');
  return bytes.subarray(0, bytes.length - pad);
}

function unpack(plain: Uint8Array): OpenedCallback {
  const head = randomLength + 4;
  if (plain.length < head) throw callbackRefused('format');
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(randomLength);
  if (length > plain.length - head) throw callbackRefused('format');
  try {
    return {
      message: fromUtf8(plain.subarray(head, head + length)),
      receiver: fromUtf8(plain.subarray(head + length)),
    };
  } catch (cause) {
    throw callbackRefused('format', cause);
  }
}
