/** Decoded text and the encoding it was taken for; `certain` is false when the bytes only suggested it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly certain: boolean;
}

const byteOrderMarks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    // Bytes that are no text in this encoding are the expected outcome of trying it.
    return null;
  }
}

/** UTF-16 without a mark shows as many zero bytes at even or odd places. */
function guessUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2_000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte === 0) {
      if (i % 2 === 0) even += 1;
      else odd += 1;
    }
  });
  if (odd > sample.length / 40 && even === 0) return 'utf-16le';
  return even > sample.length / 40 && odd === 0 ? 'utf-16be' : null;
}

/**
 * Decodes text whose encoding nobody states: byte order mark, UTF-8, UTF-16, the declared charset, GB 18030, Big5.
 * Null when the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | null {
  for (const [encoding, mark] of byteOrderMarks) {
    if (mark.every((byte, i) => bytes[i] === byte)) {
      return { text: new TextDecoder(encoding).decode(bytes), encoding, certain: true };
    }
  }
  const utf16 = guessUtf16(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, certain: false };
  if (bytes.includes(0)) return null;
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', certain: true };
  for (const encoding of [declared, 'gb18030', 'big5']) {
    const text = encoding && isKnown(encoding) ? tryDecode(bytes, encoding) : null;
    if (text !== null && !looksBinary(text))
      return { text, encoding: encoding as string, certain: encoding === declared };
  }
  const forced = new TextDecoder('gb18030').decode(bytes);
  return looksBinary(forced) ? null : { text: forced, encoding: 'gb18030', certain: false };
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    // A made-up charset in a file's head says nothing.
    return false;
  }
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 4_000);
  const odd = sample.match(/[\p{Cc}\ufffd\p{Co}]/gu)?.filter((char) => !/[\t\r\n\f]/.test(char)).length ?? 0;
  return odd > sample.length * 0.02;
}
