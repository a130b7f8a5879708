import { sha256 } from '@noble/hashes/sha2.js';

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in hex. Pages on plain http have no WebCrypto, so a library stands in there. */
export async function contentHash(content: ArrayBuffer): Promise<string> {
  if (crypto.subtle) return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', content)));
  return hex(sha256(new Uint8Array(content)));
}
