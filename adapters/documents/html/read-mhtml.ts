import { AppError } from '#core/errors/app-error.ts';
import { decodeText } from '../plain/decode-text.ts';

/**
 * The HTML of a web archive (RFC 2557), the form in which some job boards export "Word" files.
 * @throws AppError `RESUME_DAMAGED` when no HTML part is in it.
 */
export function htmlOfMhtml(bytes: Uint8Array): string {
  const raw = new TextDecoder('latin1').decode(bytes);
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(raw)?.[1];
  const parts = boundary ? raw.split(`--${boundary}`) : [raw];
  for (const part of parts) {
    const split = /\r?\n\r?\n/.exec(part);
    if (!split) continue;
    const head = part.slice(0, split.index);
    if (!/content-type:\s*text\/html/i.test(head)) continue;
    const body = part.slice(split.index + split[0].length);
    const transfer = /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? '8bit';
    const charset = /charset="?([\w-]+)"?/i.exec(head)?.[1];
    const decoded = decodeText(toBytes(body, transfer), charset);
    if (decoded) return decoded.text;
  }
  throw new AppError('RESUME_DAMAGED', { details: { missing: 'text/html' } });
}

function toBytes(body: string, transfer: string): Uint8Array {
  if (transfer === 'base64') return latin1(atob(body.replace(/[^A-Za-z0-9+/=]/g, '')));
  if (transfer !== 'quoted-printable') return latin1(body);
  const plain = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return latin1(plain);
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 255);
