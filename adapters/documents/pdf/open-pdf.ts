import { definePDFJSModule, getResolvedPDFJS } from 'unpdf';
import { AppError } from '#core/errors/app-error.ts';
import { ensureBufferTransfer } from './array-buffer-transfer.ts';
import { CharacterMapFactory } from './character-maps.ts';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

export interface OpenPdf {
  readonly document: PdfDocument;
  readonly codes: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** Pictures with more pixels than this are not decoded; they carry no text anyway. */
const maxImagePixels = 16_000_000;

/**
 * Opens a PDF with the pdf.js build of `unpdf` (serverless: no DOM, no canvas, no network).
 * @throws AppError `RESUME_PASSWORD` when the password is missing or wrong, `RESUME_DAMAGED` when it is no readable PDF.
 */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<OpenPdf> {
  ensureBufferTransfer();
  await definePDFJSModule(() => import('unpdf/pdfjs'));
  const pdfjs = await getResolvedPDFJS();
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer over; the caller keeps his own.
    data: bytes.slice(),
    ...(password === undefined ? {} : { password }),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    BinaryDataFactory: CharacterMapFactory,
    cMapPacked: false,
    enableXfa: false,
    maxImageSize: maxImagePixels,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    return { document, codes: pdfjs.OPS as Readonly<Record<string, number>>, close: () => task.destroy() };
  } catch (cause) {
    await task.destroy();
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new AppError('RESUME_PASSWORD', { details: { wrong: password !== undefined } });
    }
    throw new AppError('RESUME_DAMAGED', { cause });
  }
}
