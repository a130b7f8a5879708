import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorDetails } from '#core/errors/app-error.ts';
import { type ErrorCode, errorCodes } from '#core/errors/error-codes.ts';
import type { DocumentReader, DocumentText, ReadOptions } from '#core/ports/document-reader.ts';
import { maxDocumentBytes } from './document-limits.ts';

/** Limits of design.md D22. */
export interface IsolationLimits {
  readonly megabytes: number;
  readonly seconds: number;
  /** Files read at the same time; others wait in line. */
  readonly parallel: number;
}

export const defaultIsolation: IsolationLimits = { megabytes: 256, seconds: 20, parallel: 2 };

/** What the worker answers. */
export type WorkerAnswer =
  | { readonly ok: true; readonly document: DocumentText }
  | { readonly ok: false; readonly code: string; readonly details: ErrorDetails };

/** Beside this file the worker's TypeScript, beside the bundle (or above its chunks) the worker as built. */
const entryNames = ['./reader-worker.ts', './reader-worker.js', '../reader-worker.js'];

function defaultEntry(): URL {
  const found = entryNames.map((name) => new URL(name, import.meta.url)).find((url) => existsSync(url));
  if (!found) throw new AppError('INTERNAL', { details: { missing: 'reader-worker' } });
  return found;
}

/**
 * A reader that opens every file in a worker thread of its own, with limits on heap and time, and ends the thread
 * after it. Node only. `entry` is the worker's module; left out, it is looked for beside this file, as TypeScript
 * (run under tsx) or as `reader-worker.js` of the server's bundle.
 * The promise fails as `DocumentReader.read` says; what breaks a limit or the thread is `RESUME_UNSAFE`.
 * @throws AppError `INTERNAL` when the worker's module is nowhere to be found.
 */
export function isolatedDocumentReader(
  options: { readonly entry?: URL | string; readonly limits?: Partial<IsolationLimits> } = {},
): DocumentReader {
  const limits = { ...defaultIsolation, ...options.limits };
  const entry = options.entry ?? defaultEntry();
  const turn = turns(limits.parallel);
  return {
    async read(bytes: Uint8Array, readOptions: ReadOptions = {}): Promise<DocumentText> {
      // Cheap refusals need no thread and no copy.
      if (bytes.length === 0) throw new AppError('RESUME_EMPTY');
      if (bytes.length > maxDocumentBytes) throw new AppError('TOO_LARGE', { details: { limit: '20 MB' } });
      return turn(() => readOnce(entry, limits, bytes, readOptions));
    },
  };
}

/** At most `parallel` jobs at once, the rest in order of arrival. */
function turns(parallel: number): <T>(job: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (job) => {
    if (running >= parallel) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await job();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

function startWorker(entry: URL | string, limits: IsolationLimits): Worker {
  const path = typeof entry === 'string' ? entry : fileURLToPath(entry);
  const settings = {
    resourceLimits: {
      maxOldGenerationSizeMb: limits.megabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    env: {},
    stdout: true,
    stderr: true,
  };
  if (!path.endsWith('.ts')) return new Worker(path, settings);
  // A worker does not inherit tsx's hooks on Node 20; the source entry registers them itself.
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(
    new URL(`file://${path}`).href,
  )}); });`;
  return new Worker(start, { ...settings, eval: true });
}

/** The program's own files are missing (a version is being installed): no fault of the file, and it passes. */
const isMissingModule = (error: unknown): boolean =>
  /^(ERR_)?MODULE_NOT_FOUND$/.test(String((error as { code?: unknown } | null)?.code));

function readOnce(
  entry: URL | string,
  limits: IsolationLimits,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<DocumentText> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(entry, limits);
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const refuse = (what: string, cause?: unknown): void =>
      finish(() => reject(new AppError('RESUME_UNSAFE', { details: { what }, ...(cause ? { cause } : {}) })));
    const timer = setTimeout(() => refuse('seconds'), limits.seconds * 1000);
    worker.once('message', (answer: WorkerAnswer) => finish(() => settle(answer, resolve, reject)));
    worker.once('error', (cause) =>
      isMissingModule(cause)
        ? finish(() => reject(new AppError('INTERNAL', { cause, details: { missing: 'reader-worker' } })))
        : refuse('memory', cause),
    );
    worker.once('exit', () => refuse('exit'));
    const copy = bytes.slice();
    worker.postMessage({ bytes: copy, options }, [copy.buffer]);
  });
}

function settle(
  answer: WorkerAnswer,
  resolve: (document: DocumentText) => void,
  reject: (error: AppError) => void,
): void {
  if (answer.ok) resolve(answer.document);
  else {
    const code = answer.code in errorCodes ? (answer.code as ErrorCode) : 'RESUME_DAMAGED';
    reject(new AppError(code, { details: answer.details }));
  }
}
