import { encode } from 'uqr';

/** A QR code (ISO/IEC 18004, error correction M) as one SVG path. */
export interface QrPath {
  /** Modules on a side, quiet zone included. */
  readonly size: number;
  /** Path data in modules: one rectangle for each run of dark modules in a row. */
  readonly path: string;
}

const quietZone = 4;

/** Draws a text as a QR code with the quiet zone that the standard demands. @throws Error when the text is too long. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    let from = -1;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] && from < 0) from = x;
      if (row[x] || from < 0) continue;
      runs.push(`M${from} ${y}h${x - from}v1H${from}z`);
      from = -1;
    }
  }
  return { size, path: runs.join('') };
}
