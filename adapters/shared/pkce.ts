import { createHash } from 'node:crypto';
import { toBase64Url } from './byte-encoding.ts';

/** The `S256` challenge of a code verifier (RFC 7636 §4.2). */
export const pkceChallenge = (verifier: string): string =>
  toBase64Url(createHash('sha256').update(verifier).digest());
