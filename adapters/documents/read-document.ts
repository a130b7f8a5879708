import { AppError } from '#core/errors/app-error.ts';
import type { DocumentNote, DocumentReader, DocumentText, ReadOptions } from '#core/ports/document-reader.ts';
import { detectType } from './detect-type.ts';
import { maxDocumentBytes } from './document-limits.ts';
import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import { htmlOfMhtml } from './html/read-mhtml.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { decodeText } from './plain/decode-text.ts';
import { readMarkdown } from './plain/read-markdown.ts';
import { readText } from './plain/read-text.ts';

const supported = 'PDF, DOCX, TXT, MD, HTML';
/** A résumé has a few thousand characters; text beyond this is left out with a note. */
const maxCharacters = 400_000;

/**
 * Reads the bytes of a résumé in this thread. What may be thrown: see `DocumentReader.read`.
 * On Node use `isolatedReader` for files from strangers, which adds limits on memory and time.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<DocumentText> {
  if (bytes.length === 0) throw new AppError('RESUME_EMPTY');
  if (bytes.length > maxDocumentBytes) throw new AppError('TOO_LARGE', { details: { limit: '20 MB' } });
  const type = detectType(bytes);
  switch (type) {
    case 'pdf':
      return readPdf(bytes, options.password);
    case 'docx':
      return nonEmpty(readDocx(bytes));
    case 'encrypted_office':
      throw new AppError('RESUME_PASSWORD', { details: { wrong: false } });
    case 'image':
      throw new AppError('RESUME_NEEDS_OCR');
    case 'zip':
    case 'old_word':
    case 'rtf':
      throw new AppError('RESUME_OTHER_FORMAT');
    case 'mhtml':
      return nonEmpty(readHtml(htmlOfMhtml(bytes)));
    default:
      return nonEmpty(readCharacters(bytes, type, options.fileName));
  }
}

/** The port with nothing around it: for workerd, which isolates by itself, and for tests. */
export const directReader: DocumentReader = { read: readDocument };

function readCharacters(bytes: Uint8Array, type: 'html' | 'text', fileName = ''): DocumentText {
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 2_048)),
  )?.[1];
  const decoded = decodeText(bytes, declared);
  if (!decoded) throw new AppError('UNSUPPORTED_TYPE', { details: { supported } });
  const notes: DocumentNote[] = decoded.certain
    ? []
    : [{ code: 'encoding_guessed', detail: decoded.encoding }];
  const cut = decoded.text.length > maxCharacters;
  if (cut) notes.push({ code: 'truncated', detail: `${maxCharacters}` });
  const markdown =
    /\.(?:md|markdown)$/i.test(fileName) && !/<(?:!doctype|html)\b/i.test(decoded.text.slice(0, 1_024));
  const text = cut ? decoded.text.slice(0, maxCharacters) : decoded.text;
  if (type === 'html' && !markdown) return { ...readHtml(text), notes };
  return isMarkdown(text, fileName) ? readMarkdown(text, notes) : readText(text, notes);
}

function isMarkdown(text: string, fileName: string): boolean {
  if (/\.(?:md|markdown)$/i.test(fileName)) return true;
  const headings = text.match(/^#{1,4} \S/gm)?.length ?? 0;
  return headings >= 2 || (headings === 1 && /^\s*\|?\s*:?-{3,}:?\s*\|/m.test(text));
}

function nonEmpty(document: DocumentText): DocumentText {
  if (document.lines.length === 0 && document.hidden.length === 0 && document.notes.length === 0) {
    throw new AppError('RESUME_EMPTY');
  }
  return document;
}
