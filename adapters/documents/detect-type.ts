/** What the bytes are, judged by content; a file's name is never believed but for Markdown. */
export type DetectedType =
  | 'pdf'
  | 'docx'
  | 'zip'
  | 'image'
  | 'encrypted_office'
  | 'old_word'
  | 'rtf'
  | 'mhtml'
  | 'html'
  | 'text';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const images: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** Looks at the first bytes (a PDF may carry up to 1,024 bytes of something else before its mark). */
export function detectType(bytes: Uint8Array): DetectedType {
  const head = ascii(bytes, 0, Math.min(bytes.length, 1_024));
  if (head.includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return hasName(bytes, 'word/') ? 'docx' : 'zip';
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return hasName(bytes, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e') ? 'encrypted_office' : 'old_word';
  }
  if (
    images.some((signature) => startsWith(bytes, signature)) ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP')
  ) {
    return 'image';
  }
  if (/^ftyp(?:hei|mif|avif)/.test(head.slice(4))) return 'image';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (
    /^(?:\ufeff)?\s*(?:MIME-Version|From|Message-ID|Date|Subject|Content-Type):/i.test(head) &&
    /multipart\/related|text\/html/i.test(ascii(bytes, 0, 8_192))
  ) {
    return 'mhtml';
  }
  const opening = head
    .replace(/\0/g, '')
    .replace(/^[^<]{0,3}/, '')
    .trimStart();
  if (
    /^<(?:!--|(?:!doctype\s+html|html|head|body|meta|title|style|div|table|section|article|main|center|font|span|p|h[1-6]|ul|\?xml[^>]*>\s*<(?:!doctype\s+html|html))(?=[\s>/]))/i.test(
      opening,
    )
  ) {
    return 'html';
  }
  return 'text';
}

/** Searches raw bytes for the name of an entry. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (char) => char.charCodeAt(0));
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
