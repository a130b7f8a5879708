import type { DocumentNote, DocumentText } from '#core/ports/document-reader.ts';
import { finishLines, flowLine } from '../layout/draft-line.ts';
import { splitSpacedText } from '../layout/spaced-text.ts';

/** Reads plain text: one line a line, wide spaces and tabs as columns. */
export function readText(source: string, notes: readonly DocumentNote[] = []): DocumentText {
  const lines = source
    .split(/\r\n|[\n\r\f\u2028\u2029]/)
    .map((line) => (/^[\s=_*~—–-]{3,}$/.test(line) ? flowLine([]) : flowLine(splitSpacedText(line))));
  return {
    format: 'text',
    pages: [{ number: 1, width: 0, height: 0 }],
    lines: finishLines(lines),
    hidden: [],
    notes,
  };
}
