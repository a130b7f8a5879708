import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { concatBytes, fromBase64Url, fromUtf8, toBase64, utf8 } from '#adapters/shared/byte-encoding.ts';
import { type CallbackProblem, callbackRefused } from '#adapters/shared/callback-cipher.ts';

const ivLength = 16;
const keyOf = (encryptKey: string): Uint8Array => createHash('sha256').update(encryptKey, 'utf8').digest();
const refuse = (problem: CallbackProblem, cause?: unknown) => callbackRefused(problem, cause);

/**
 * Opens `base64(iv16 ‖ AES-256-CBC(PKCS#7))` with SHA-256 of the Encrypt Key.
 * https://open.feishu.cn/document/server-docs/event-subscription-guide (read 2026-02)
 * @throws AppError `PLATFORM_CALLBACK_REFUSED`
 */
export function openEvent(encryptKey: string, encrypt: string): string {
  const sealed = fromBase64Url(encrypt);
  if (sealed === null || sealed.length < 2 * ivLength || sealed.length % ivLength !== 0)
    throw refuse('format');
  const decipher = createDecipheriv('aes-256-cbc', keyOf(encryptKey), sealed.subarray(0, ivLength));
  try {
    return fromUtf8(concatBytes(decipher.update(sealed.subarray(ivLength)), decipher.final()));
  } catch (cause) {
    throw refuse('padding', cause);
  }
}

/** The other direction: for cards that answer encrypted, and for the emulator. @param iv 16 bytes */
export function sealEvent(encryptKey: string, text: string, iv: Uint8Array): string {
  const cipher = createCipheriv('aes-256-cbc', keyOf(encryptKey), iv);
  return toBase64(concatBytes(iv, cipher.update(utf8(text)), cipher.final()));
}

/** What stands in `X-Lark-Signature`: SHA-256 over timestamp, nonce, Encrypt Key and the body as it came, lower hex. */
export const eventSignature = (
  timestamp: string,
  nonce: string,
  encryptKey: string,
  rawBody: Uint8Array | string,
): string =>
  createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(rawBody)
    .digest('hex');

/** The signature of legacy card callbacks: SHA-1 with the Verification Token in the key's place. */
export const legacyCardSignature = (
  timestamp: string,
  nonce: string,
  verificationToken: string,
  rawBody: Uint8Array | string,
): string =>
  createHash('sha1')
    .update(timestamp + nonce + verificationToken)
    .update(rawBody)
    .digest('hex');

export interface JsSignatureInput {
  readonly ticket: string;
  readonly nonceStr: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  /** The page's address; the part from `#` on is not signed, the query is. */
  readonly url: string;
}

/** Signature for `h5sdk.config`, lower-case SHA-1 hex: https://open.feishu.cn/document/client-docs/h5 (read 2026-02). */
export function jsSignature({ ticket, nonceStr, timestamp, url }: JsSignatureInput): string {
  const page = url.split('#')[0] ?? '';
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${page}`;
  return createHash('sha1').update(text).digest('hex');
}
