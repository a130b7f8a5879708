import { AppError } from '#core/errors/app-error.ts';
import type { DocumentText } from '#core/ports/document-reader.ts';
import { type DraftLine, finishLines } from '../layout/draft-line.ts';
import { type Element, parseMarkup } from '../markup-tree.ts';
import { bodyOf, DocumentWalker } from './document-walker.ts';
import { readStyles } from './run-style.ts';
import { unzipSafely } from './unzip-safely.ts';

const wanted = /^word\/(?:document\d*|styles|header\d*|footer\d*)\.xml$/;

/**
 * Reads a WordprocessingML document: headers first, then the body with tables and text boxes, then footers.
 * @throws AppError `RESUME_UNSAFE`, `RESUME_DAMAGED`.
 */
export function readDocx(bytes: Uint8Array): DocumentText {
  const files = unzipSafely(bytes, (name) => wanted.test(name.replace(/^\//, '')));
  const parts = new Map<string, Element>();
  for (const [name, content] of files) {
    parts.set(name.replace(/^\//, ''), parseMarkup(decodeXml(content), true));
  }
  const main = parts.get('word/document.xml') ?? find(parts, /^word\/document\d*\.xml$/)[0];
  const body = main ? bodyOf(main) : null;
  if (!body) throw new AppError('RESUME_DAMAGED', { details: { missing: 'word/document.xml' } });
  const walker = new DocumentWalker(readStyles(parts.get('word/styles.xml') ?? null));
  const furniture = (pattern: RegExp): DraftLine[] =>
    unique(find(parts, pattern).flatMap((part) => walker.lines(bodyOf(part) ?? part)));
  const lines = finishLines([
    ...furniture(/^word\/header\d*\.xml$/),
    ...walker.lines(body),
    ...furniture(/^word\/footer\d*\.xml$/),
  ]);
  const pictures = lines.length === 0 && /<(?:w:drawing|pic:pic|v:imagedata)\b/.test(source(files));
  return {
    format: 'docx',
    pages: [{ number: 1, width: 0, height: 0 }],
    lines,
    hidden: walker.hidden,
    notes: pictures ? [{ code: 'needs_ocr' }] : [],
  };
}

const find = (parts: ReadonlyMap<string, Element>, pattern: RegExp): Element[] =>
  [...parts].filter(([name]) => pattern.test(name)).map(([, part]) => part);

const source = (files: ReadonlyMap<string, Uint8Array>): string =>
  new TextDecoder().decode(files.get('word/document.xml') ?? new Uint8Array());

/** First-page, odd and even headers mostly say the same. */
function unique(lines: readonly DraftLine[]): DraftLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = line.runs.map((run) => run.text).join(' ');
    if (key === '' || seen.has(key) || /^[第共页\d\s/of-]*$|^page\s*\d+$/i.test(key)) return false;
    seen.add(key);
    return true;
  });
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
