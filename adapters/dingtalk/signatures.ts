import { createHash, createHmac } from 'node:crypto';

export interface JsSignatureInput {
  readonly ticket: string;
  readonly nonceStr: string;
  /** Milliseconds since 1970. */
  readonly timeStamp: number;
  /** The page's address; the part from `#` on is not signed, the query is signed URL-decoded. */
  readonly url: string;
  /** Today's samples use SHA-256, older documents SHA-1; whether clients still take the latter is not documented. */
  readonly algorithm?: 'sha256' | 'sha1';
}

/**
 * Signature for `dd.config`, lower-case hex.
 * https://open.dingtalk.com/document/orgapp/jsapi-authentication (read 2026-08)
 */
export function jsSignature({ ticket, nonceStr, timeStamp, url, algorithm }: JsSignatureInput): string {
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timeStamp}&url=${signedAddress(url)}`;
  return createHash(algorithm ?? 'sha256')
    .update(text)
    .digest('hex');
}

/** The address as it is signed: no fragment, query decoded. */
export function signedAddress(url: string): string {
  const page = url.split('#')[0] ?? '';
  const at = page.indexOf('?');
  return at < 0 ? page : page.slice(0, at + 1) + decoded(page.slice(at + 1));
}

function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    // A stray `%` is legal in an address; the client signs it as it stands.
    return query;
  }
}

/**
 * `base64(HmacSHA256(secret, text))`: third-party requests sign `timestamp LF suiteTicket`, group robots
 * `timestamp LF secret`, card callbacks the timestamp.
 * https://open.dingtalk.com/document/isvapp/signature-calculation-for-logon-free-scenarios-1 (read 2026-08)
 */
export const hmacSignature = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64');
