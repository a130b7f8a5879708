import { readText } from '#adapters/documents/plain/read-text.ts';
import type { DocumentText } from '#core/ports/document-reader.ts';
import { type ParsedResume, parseResume } from '#core/resume/parse-resume.ts';

/** A plain-text résumé as a document. */
export const asDocument = (...lines: readonly string[]): DocumentText => readText(lines.join('\n'));

/** Parses lines of plain text in November 2026. */
export const parseLines = (...lines: readonly string[]): ParsedResume =>
  parseResume(asDocument(...lines), { now: '2026-11' });
