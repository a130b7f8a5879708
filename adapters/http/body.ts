import type { Context } from 'hono';
import { AppError } from '#core/errors/app-error.ts';

const human = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${Math.round(bytes / 1024)} KB`;

const tooLarge = (maxBytes: number): AppError =>
  new AppError('TOO_LARGE', { details: { limit: human(maxBytes) } });

/** The request's body as a stream that stops with `TOO_LARGE` past the limit, whatever its headers claim. */
export async function* bodyStream(c: Context, maxBytes: number): AsyncGenerator<Uint8Array> {
  const declared = Number(c.req.header('content-length') ?? '0');
  if (declared > maxBytes) throw tooLarge(maxBytes);
  const stream = c.req.raw.body;
  if (!stream) return;
  const reader = stream.getReader();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      total += value.byteLength;
      if (total > maxBytes) throw tooLarge(maxBytes);
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** The whole body, at most `maxBytes`. */
export async function readBytes(c: Context, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(c.req.header('content-length') ?? Number.NaN);
  if (declared <= maxBytes) {
    // Both runtimes end a body at the length that it announced, so no more than that is ever held; reading it whole
    // spares a stream for each request.
    const whole = new Uint8Array(await c.req.arrayBuffer());
    if (whole.byteLength > maxBytes) throw tooLarge(maxBytes);
    return whole;
  }
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of bodyStream(c, maxBytes)) {
    parts.push(part);
    total += part.byteLength;
  }
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/**
 * The text of a JSON body.
 * @throws AppError `UNSUPPORTED_TYPE` for another content type, `TOO_LARGE`, `BAD_REQUEST` for text that is not UTF-8.
 */
export async function readJsonBody(c: Context, maxBytes: number): Promise<string> {
  const bytes = await readBytes(c, maxBytes);
  if (bytes.byteLength === 0) return '';
  if (!/^application\/(\w+\+)?json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new AppError('UNSUPPORTED_TYPE', { details: { supported: 'application/json' } });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (cause) {
    throw new AppError('BAD_REQUEST', {
      cause,
      details: { field: 'body', problem: { zh: '请用 UTF-8 编码', en: 'must be UTF-8' } },
    });
  }
}
