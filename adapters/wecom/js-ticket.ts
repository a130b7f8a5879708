import { createHash } from 'node:crypto';

/** What a page needs to prove to the client that it may call JSAPIs. */
export interface JsSignatureInput {
  readonly ticket: string;
  readonly nonceStr: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** The page's address; the part from `#` on is not signed. */
  readonly url: string;
}

/**
 * Signature for `ww.config` and `ww.agentConfig`, lower-case SHA-1 hex; the query stays as it is.
 * https://developer.work.weixin.qq.com/document/path/90506 (read 2026-08)
 */
export function jsSignature({ ticket, nonceStr, timestamp, url }: JsSignatureInput): string {
  const page = url.split('#')[0] ?? '';
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${page}`;
  return createHash('sha1').update(text).digest('hex');
}
