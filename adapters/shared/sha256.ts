import { createHash } from 'node:crypto';
import { toHex, unshared } from './byte-encoding.ts';

/** SHA-256 over pieces as they come. WebCrypto has no such thing; `node:crypto` does and runs on Node and on workerd. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** Lower-case hex; ends the computation. */
  hex(): string;
}

export function sha256Stream(): Sha256 {
  const hash = createHash('sha256');
  return {
    update: (bytes) => void hash.update(bytes),
    hex: () => hash.digest('hex'),
  };
}

/** SHA-256 of bytes in memory, lower-case hex. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', unshared(bytes))));
}
