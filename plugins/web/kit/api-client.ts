import { ApiProblem, localProblem, problemFromBody } from './api-problem.ts';
import { type UploadRequest, uploadFile } from './upload.ts';

/** Values that become the query of an address; `undefined` and `null` are left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface ReadOptions {
  readonly query?: QueryValues;
  readonly signal?: AbortSignal;
}

export interface WriteOptions extends ReadOptions {
  /** One key per action of the reader; the same when that action is repeated after a failure. Made here if left out. */
  readonly idempotencyKey?: string;
}

/** A page of a list, as every list route answers. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Requests to the JSON API. Paths begin after `/api/v1`: `/jobs`. All methods throw `ApiProblem` only (or the abort reason). */
export interface ApiClient {
  readonly get: <Answer>(path: string, options?: ReadOptions) => Promise<Answer>;
  readonly post: <Answer>(path: string, body?: unknown, options?: WriteOptions) => Promise<Answer>;
  readonly put: <Answer>(path: string, body: unknown, options?: WriteOptions) => Promise<Answer>;
  readonly patch: <Answer>(path: string, body: unknown, options?: WriteOptions) => Promise<Answer>;
  readonly remove: <Answer = void>(path: string, options?: WriteOptions) => Promise<Answer>;
  /** Sends one file with progress (multipart: `fields` first, then `file`). */
  readonly upload: <Answer>(path: string, request: UploadRequest) => Promise<Answer>;
  /** Full address of a route, for links and downloads. */
  readonly address: (path: string, query?: QueryValues) => string;
}

export interface ApiClientSettings {
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In-memory session for framed pages where no cookie is kept; null: none. */
  readonly bearer?: () => string | null;
  /** The language for `Accept-Language`, so that problems come in the reader's words. */
  readonly language: () => string;
  /** Called on each 401, before the problem is thrown. */
  readonly onSignedOut?: () => void;
  /** Milliseconds before each retry of a read. */
  readonly retryDelays?: readonly number[];
  /** Milliseconds after which a request without an answer fails. */
  readonly timeout?: number;
}

/** A new key for one action of the reader: 128 random bits in hexadecimal. Works on plain http, where `randomUUID` is missing. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function queryText(query: QueryValues = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.append(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

const retryableStatus = new Set([429, 502, 503, 504]);

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** `signal.reason` is missing in the oldest browsers of the floor. */
function abortReason(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? new DOMException('Aborted', 'AbortError');
}

/** Whether a rejection is only a request that the page itself gave up. */
export function isAborted(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'AbortError';
}

async function readAnswer(response: Response): Promise<unknown> {
  const body = await response.text();
  if (!response.ok) throw problemFromBody(response.status, body);
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw localProblem('UNREADABLE', cause);
  }
}

/** One attempt with a time limit, so that a dead connection is told apart from a reader who left. */
async function attempt(
  request: { url: string; init: RequestInit },
  settings: { send: typeof fetch; timeout: number; signal: AbortSignal | undefined },
): Promise<unknown> {
  const { signal } = settings;
  if (signal?.aborted) throw abortReason(signal);
  const own = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    own.abort();
  }, settings.timeout);
  const forward = () => own.abort();
  signal?.addEventListener('abort', forward, { once: true });
  try {
    return await readAnswer(await settings.send(request.url, { ...request.init, signal: own.signal }));
  } catch (error) {
    if (signal?.aborted) throw abortReason(signal);
    if (error instanceof ApiProblem) throw error;
    throw localProblem(timedOut ? 'TIMEOUT' : 'NETWORK', error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', forward);
  }
}

const mayRetry = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  (error.problem.code === 'NETWORK' || retryableStatus.has(error.problem.status));

/** The requests of one page to its server: problem documents become `ApiProblem`, reads are retried, writes carry their keys. */
export function createApiClient(settings: ApiClientSettings): ApiClient {
  const { baseUrl = '/api/v1', retryDelays = [300, 1200], timeout = 30_000 } = settings;
  const send: typeof fetch = settings.fetch ?? ((input, init) => fetch(input, init));

  const address = (path: string, query?: QueryValues) => `${baseUrl}${path}${queryText(query)}`;
  const commonHeaders = (): Record<string, string> => {
    const token = settings.bearer?.() ?? null;
    return {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': settings.language(),
      ...settings.headers,
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    };
  };
  const watchSession = (error: unknown): never => {
    if (error instanceof ApiProblem && error.problem.status === 401) settings.onSignedOut?.();
    throw error;
  };

  const get = async <Answer>(path: string, options: ReadOptions = {}): Promise<Answer> => {
    const request = {
      url: address(path, options.query),
      init: { headers: commonHeaders(), credentials: 'same-origin' } satisfies RequestInit,
    };
    for (const delay of [...retryDelays, null]) {
      try {
        return (await attempt(request, { send, timeout, signal: options.signal })) as Answer;
      } catch (error) {
        if (delay === null || !mayRetry(error)) return watchSession(error);
        await wait(delay, options.signal);
      }
    }
    throw localProblem('NETWORK');
  };

  const write =
    (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE') =>
    async <Answer>(path: string, body: unknown, options: WriteOptions = {}): Promise<Answer> => {
      const headers: Record<string, string> = {
        ...commonHeaders(),
        'X-Jinji-Request': '1',
        'Idempotency-Key': options.idempotencyKey ?? newIdempotencyKey(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      };
      const init: RequestInit = {
        method,
        headers,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      const request = { url: address(path, options.query), init };
      return attempt(request, { send, timeout, signal: options.signal }).catch(
        watchSession,
      ) as Promise<Answer>;
    };

  const remove = write('DELETE');
  return {
    get,
    post: write('POST'),
    put: write('PUT'),
    patch: write('PATCH'),
    remove: (path, options) => remove(path, undefined, options),
    upload: <Answer>(path: string, request: UploadRequest) =>
      uploadFile(address(path), {
        ...request,
        headers: {
          ...commonHeaders(),
          'X-Jinji-Request': '1',
          'Idempotency-Key': request.idempotencyKey ?? newIdempotencyKey(),
        },
      }).catch(watchSession) as Promise<Answer>,
    address,
  };
}
