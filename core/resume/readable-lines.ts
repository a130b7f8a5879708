import type { TextLine } from '../ports/document-reader.ts';

/** A long academic résumé has some 30,000 characters; what is longer was made to keep the parser busy, or is no résumé. */
export const mostCharacters = 60_000;
export const mostLines = 1_500;
/** Nobody writes a longer paragraph. */
export const mostPerLine = 4_000;
const longestCell = 1_200;
const mostCells = 80;

function readableLine(line: TextLine): {
  readonly line: TextLine;
  readonly size: number;
  readonly cut: boolean;
} {
  let size = 0;
  let cut = line.runs.length > mostCells;
  const runs = line.runs.slice(0, mostCells).flatMap((run) => {
    const text = run.text.slice(0, Math.min(longestCell, mostPerLine - size));
    size += text.length;
    cut ||= text.length < run.text.length;
    return text === '' && run.text !== '' ? [] : [{ ...run, text }];
  });
  return { line: { ...line, runs }, size, cut };
}

/** The part of a document that is parsed, so that no file costs more than a few times a long résumé; `cut` when something is left out. */
export function readableLines(all: readonly TextLine[]): {
  readonly lines: readonly TextLine[];
  readonly cut: boolean;
} {
  const lines: TextLine[] = [];
  let left = mostCharacters;
  let cut = all.length > mostLines;
  for (const one of all.slice(0, mostLines)) {
    const readable = readableLine(one);
    if (readable.size > left) return { lines, cut: true };
    left -= readable.size;
    cut ||= readable.cut;
    lines.push(readable.line);
  }
  return { lines, cut };
}
