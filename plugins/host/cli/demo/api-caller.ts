import { createHash } from 'node:crypto';

/** How requests reach the product. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** A page's side of the API: sends what every page sends, keeps the session, throws on refusals. */
export class ApiCaller {
  readonly #ask: Ask;
  readonly #standing: Readonly<Record<string, string>>;
  #cookie = '';

  /** @param standing headers of every call, e.g. the candidate's bearer token and device */
  constructor(ask: Ask, standing: Readonly<Record<string, string>> = {}) {
    this.#ask = ask;
    this.#standing = standing;
  }

  /** @throws Error with status and words of the product when it refuses */
  async send(
    method: string,
    path: string,
    body?: RequestInit['body'],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const answer = await this.#ask(`/api/v1${path}`, {
      method,
      headers: {
        'x-jinji-request': '1',
        'accept-language': 'zh-CN',
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...this.#standing,
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const [given] = answer.headers.getSetCookie();
    if (given !== undefined) this.#cookie = given.split(';')[0] ?? '';
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { title?: string; remedy?: string };
    throw new Error(
      `${method} ${path}: ${answer.status} ${[problem.title, problem.remedy].filter(Boolean).join(' ')}`,
    );
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.send('GET', path)).json()) as T;
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.#json<T>('POST', path, body);
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return this.#json<T>('PUT', path, body);
  }

  /** Uploads one part of a recording with its announced length and hash. */
  async putPart(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.send('PUT', path, bytes, {
      'content-length': String(bytes.length),
      'x-content-sha256': createHash('sha256').update(bytes).digest('hex'),
    });
  }

  async #json<T>(method: string, path: string, body: unknown): Promise<T> {
    const answer = await this.send(method, path, JSON.stringify(body), {
      'content-type': 'application/json',
    });
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }
}
