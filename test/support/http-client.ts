/** How requests reach the product: a path, and what `fetch` takes. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** An answer with its body read as JSON, or null where it is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every route
  readonly body: any;
  /** The body as it came. */
  readonly text: string;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON by default; a string or bytes go as they are. */
  readonly body?: unknown;
}

/** A browser's side of the API: keeps its cookie and sends what every page sends. */
export interface HttpClient {
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Redeems a printed link as the sign-in page does. */
  signIn(link: string): Promise<Answer>;
  /** The first job of a shipped pack, as the server answers it. */
  createJob(industry: string): Promise<{ readonly id: string; readonly revision: number }>;
  /** `name=value` of the session, empty before signing in. */
  cookie(): string;
}

/**
 * A client without a session.
 * @param standing headers of every request, e.g. a candidate's bearer token
 */
export function httpClient(ask: Ask, standing: Readonly<Record<string, string>> = {}): HttpClient {
  let cookie = '';

  const call = async (method: string, path: string, options: CallOptions = {}): Promise<Answer> => {
    const { body } = options;
    const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const headers: Record<string, string> = {
      'x-jinji-request': '1',
      'accept-language': 'zh-CN',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === '' ? {} : { cookie }),
      ...standing,
      ...options.headers,
    };
    const answer = await ask(path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined
        ? {}
        : { body: (raw ? body : JSON.stringify(body)) as NonNullable<RequestInit['body']> }),
    });
    const [given] = answer.headers.getSetCookie();
    if (given !== undefined) cookie = given.split(';')[0]?.replace(/^[^=]+=$/, '') ?? '';
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : null,
    };
  };

  const post: HttpClient['post'] = (path, body, headers = {}) => call('POST', path, { body, headers });
  return {
    call,
    get: (path, headers = {}) => call('GET', path, { headers }),
    post,
    async signIn(link) {
      const answer = await post('/api/v1/session', { token: new URL(link).pathname.split('/').at(-1) });
      if (answer.status !== 204) throw new Error(`signing in was answered by ${answer.status}`);
      return answer;
    },
    async createJob(industry) {
      const packs = await call('GET', '/api/v1/packs');
      const pack = packs.body.items.find((item: { id: string }) => item.id === industry);
      const made = await post('/api/v1/jobs', { industry, template: pack.jobs[0].id });
      if (made.status !== 201) throw new Error(`creating a job was answered by ${JSON.stringify(made)}`);
      return made.body;
    },
    cookie: () => cookie,
  };
}
