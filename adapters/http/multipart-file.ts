import type { Context } from 'hono';
import { AppError } from '#core/errors/app-error.ts';
import { readBytes } from './body.ts';

/** A file of a multipart form. */
export interface FormFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Room for boundaries, headers and small fields beside the file. */
const formOverhead = 65_536;

/** Files are held in memory while they are taken apart: more than a few at once would make it grow without bound. */
const atOnce = 6;
/** Fewer of one company: somebody who sends slowly, or only pretends to send, must not keep the others out. */
const atOnceOfOne = 2;

let busy = 0;
const busyOf = new Map<string, number>();
const waiting: { readonly company: string; readonly begin: () => void }[] = [];

const mayBegin = (company: string): boolean => busy < atOnce && (busyOf.get(company) ?? 0) < atOnceOfOne;

function begun(company: string): void {
  busy += 1;
  busyOf.set(company, (busyOf.get(company) ?? 0) + 1);
}

function ended(company: string): void {
  busy -= 1;
  const left = (busyOf.get(company) ?? 1) - 1;
  if (left > 0) busyOf.set(company, left);
  else busyOf.delete(company);
  const next = waiting.findIndex((one) => mayBegin(one.company));
  const [first] = next < 0 ? [] : waiting.splice(next, 1);
  if (!first) return;
  begun(first.company);
  first.begin();
}

async function inTurn<T>(company: string, run: () => Promise<T>): Promise<T> {
  if (mayBegin(company)) begun(company);
  else await new Promise<void>((resolve) => waiting.push({ company, begin: resolve }));
  try {
    return await run();
  } finally {
    ended(company);
  }
}

/** The name as a person reads it: no folders, no control characters. */
const plainName = (name: string): string =>
  Array.from(name.split(/[\\/]/).pop() ?? '')
    .filter((char) => char >= ' ' && char !== '\u007f')
    .join('')
    .trim();

/**
 * Reads the file of field `field` from a multipart form and hands it on; at most six are in memory at once, two of one
 * company.
 * @throws AppError `UNSUPPORTED_TYPE` for another content type, `BAD_REQUEST` without such a file, `TOO_LARGE`.
 */
export function withFormFile<T>(
  c: Context,
  options: { readonly company: string; readonly field: string; readonly maxBytes: number },
  use: (file: FormFile) => Promise<T>,
): Promise<T> {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError('UNSUPPORTED_TYPE', { details: { supported: 'multipart/form-data' } });
  }
  return inTurn(options.company, async () => {
    const body = await readBytes(c, options.maxBytes + formOverhead);
    const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } })
      .formData()
      .catch((cause: unknown) => {
        throw new AppError('BAD_REQUEST', {
          cause,
          details: {
            field: 'body',
            problem: { zh: '不是完整的 multipart/form-data', en: 'is not complete multipart/form-data' },
          },
        });
      });
    const file: unknown = form.get(options.field);
    if (!(file instanceof File)) {
      throw new AppError('BAD_REQUEST', {
        details: { field: options.field, problem: { zh: '这里需要一个文件', en: 'a file is needed here' } },
      });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    return use({ fileName: plainName(file.name) || 'resume', mediaType: file.type, bytes });
  });
}
