import type { TextRun } from '#core/ports/document-reader.ts';
import { closeUp, normalizeText } from '#core/resume/normalize-text.ts';
import { plainRun } from './draft-line.ts';

/**
 * Cuts a line of text where its author made columns with tabs or several spaces, and closes up words that were
 * spread out for looks.
 */
export function splitSpacedText(raw: string, bold = false, fontSize = 0): TextRun[] {
  const closed = closeUp(
    raw.replace(/[\u00a0\u2002\u2003]/g, (space) => (space === '\u00a0' ? ' ' : '\u3000')),
  );
  return closed
    .replace(/\u3000/g, '  ')
    .split(/\t+|\s{2,}/)
    .map((part) => normalizeText(part).replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => plainRun(part, bold, fontSize));
}
