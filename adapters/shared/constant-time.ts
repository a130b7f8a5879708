/**
 * Compares two byte arrays in a time that depends only on their lengths, for signatures and token hashes.
 * Arrays of different length are unequal at once: the length of a digest is no secret.
 */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** `equalBytes` for the UTF-8 of two texts, e.g. a signature in hex as a platform sends it. */
export function equalText(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  return equalBytes(encoder.encode(a), encoder.encode(b));
}
