import { AppError } from '#core/errors/app-error.ts';
import { concatBytes, unshared } from './byte-encoding.ts';
import { redactedCause, redactor } from './redaction.ts';

/** The part of `fetch` that is used, so that Node's, undici's and workerd's all fit. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface HttpFetchOptions {
  readonly fetch: Fetch;
  /** For one attempt, from connecting to the last byte of the answer. */
  readonly timeoutMs: number;
  /** 3 unless told. */
  readonly attempts?: number;
  /** Repeat POST and PATCH too: only where doing it twice harms nothing. GET, HEAD, PUT and DELETE are always repeated. */
  readonly repeatWrites?: boolean;
  /** 4 MiB unless told. */
  readonly maxAnswerBytes?: number;
  /** Never shown in an error. */
  readonly secrets?: readonly string[];
  /** Throws for an address that must not be called. */
  readonly guard?: (url: URL) => void;
  /** Given in tests. */
  readonly wait?: (ms: number) => Promise<void>;
  /** 0..1; given in tests. */
  readonly random?: () => number;
}

const firstDelayMs = 400;
/** Servers that ask for more patience than this get their answer passed on instead. */
const longestDelayMs = 20_000;
const repeatableStatus: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const repeatableMethods: readonly string[] = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'];

/**
 * Milliseconds that a `Retry-After` header asks for: seconds or a date (RFC 9110 §10.2.3); null without a usable one.
 * @param now milliseconds since 1970
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

async function boundedBody(response: Response, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concatBytes(...pieces);
    size += value.length;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    pieces.push(value);
  }
}

async function bytesAndType(
  body: NonNullable<RequestInit['body']>,
): Promise<readonly [Uint8Array, string | null]> {
  // Not by `new Response(blob)`: the HTTP server's package replaces the global class by one that forgets a blob's type.
  if (body instanceof Blob) return [new Uint8Array(await body.arrayBuffer()), body.type || null];
  const packed = new Response(body as ConstructorParameters<typeof Response>[0]);
  return [new Uint8Array(await packed.arrayBuffer()), packed.headers.get('content-type')];
}

/** A body that can be sent again, with the type that `fetch` would have named. */
async function replayable(init: RequestInit): Promise<RequestInit> {
  const { body } = init;
  if (body === undefined || body === null || typeof body === 'string' || body instanceof Uint8Array)
    return init;
  const [bytes, type] = await bytesAndType(body);
  const headers = new Headers(init.headers as ConstructorParameters<typeof Headers>[0]);
  if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
  return { ...init, headers, body: unshared(bytes) };
}

const withoutBody: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * Wraps a `fetch` with a time limit, few patient retries (doubling delays with jitter, or what `Retry-After` says), a limit on the
 * answer, no redirects, and errors without secrets. Answers of any status are returned, with their body already read.
 *
 * The returned function throws AppError `UPSTREAM_UNAVAILABLE` (details: host, reason `timeout`, `connection`, `aborted` or
 * `answer_too_large`) and what `guard` throws.
 */
export function httpFetch(options: HttpFetchOptions): Fetch {
  const { attempts = 3, maxAnswerBytes = 4 * 1024 * 1024, random = Math.random } = options;
  const wait = options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const redact = redactor(options.secrets ?? []);

  const attempt = async (url: URL, init: RequestInit): Promise<Response> => {
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = init.signal ? AbortSignal.any([timeout, init.signal as AbortSignal]) : timeout;
    const fail = (reason: string, cause?: Error): AppError =>
      new AppError('UPSTREAM_UNAVAILABLE', {
        details: { host: url.host, reason },
        ...(cause === undefined ? {} : { cause }),
      });
    try {
      const response = await options.fetch(url.href, { ...init, redirect: 'manual', signal });
      const body = await boundedBody(response, maxAnswerBytes);
      if (body === null) throw fail('answer_too_large');
      const { status, statusText, headers } = response;
      return new Response(withoutBody.has(status) ? null : unshared(body), { status, statusText, headers });
    } catch (error) {
      if (error instanceof AppError) throw error;
      const aborted = init.signal?.aborted === true;
      const reason = aborted ? 'aborted' : timeout.aborted ? 'timeout' : 'connection';
      throw fail(reason, redactedCause(error, redact));
    }
  };

  const isWorthRepeating = (outcome: Response | AppError, method: string): boolean => {
    if (options.repeatWrites !== true && !repeatableMethods.includes(method)) return false;
    if (!(outcome instanceof AppError)) return repeatableStatus.has(outcome.status);
    return outcome.details.reason === 'timeout' || outcome.details.reason === 'connection';
  };

  return async (address, init) => {
    const url = new URL(address);
    options.guard?.(url);
    const request = await replayable(init);
    const method = (init.method ?? 'GET').toUpperCase();
    for (let count = 1; ; count += 1) {
      const outcome = await attempt(url, request).catch((error: unknown) => {
        if (error instanceof AppError) return error;
        throw error;
      });
      const asked =
        outcome instanceof AppError ? null : retryAfterMs(outcome.headers.get('retry-after'), Date.now());
      const delay = asked ?? firstDelayMs * 2 ** (count - 1) * (0.5 + random());
      if (count >= attempts || delay > longestDelayMs || !isWorthRepeating(outcome, method)) {
        if (outcome instanceof AppError) throw outcome;
        return outcome;
      }
      await wait(delay);
    }
  };
}
