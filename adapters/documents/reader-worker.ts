import { parentPort } from 'node:worker_threads';
import { AppError } from '#core/errors/app-error.ts';
import type { ReadOptions } from '#core/ports/document-reader.ts';
import type { WorkerAnswer } from './isolated-reader.ts';
import { readDocument } from './read-document.ts';

/** The thread's side of `isolatedDocumentReader`: reads one file, answers once, says nothing of the file in errors. */
parentPort?.once('message', async ({ bytes, options }: { bytes: Uint8Array; options: ReadOptions }) => {
  parentPort?.postMessage(await answerFor(bytes, options));
});

async function answerFor(bytes: Uint8Array, options: ReadOptions): Promise<WorkerAnswer> {
  try {
    return { ok: true, document: await readDocument(bytes, options) };
  } catch (error) {
    return error instanceof AppError
      ? { ok: false, code: error.code, details: error.details }
      : { ok: false, code: 'RESUME_DAMAGED', details: {} };
  }
}
