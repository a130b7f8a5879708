import { expect, test } from 'vitest';
import {
  type ApiClientSettings,
  createApiClient,
  isAborted,
  newIdempotencyKey,
} from '#plugins/web/kit/api-client.ts';
import { ApiProblem } from '#plugins/web/kit/api-problem.ts';

type Answer = Response | Error;

/** A fetch that gives the answers in order and keeps what it was asked. */
function answering(...answers: readonly Answer[]) {
  const calls: { url: string; init: RequestInit; headers: Headers }[] = [];
  const rest = [...answers];
  const fake: typeof fetch = async (url, init = {}) => {
    calls.push({ url: String(url), init, headers: new Headers(init.headers) });
    const next = rest.shift();
    if (next === undefined) throw new Error('asked more often than expected');
    if (next instanceof Error) throw next;
    return next;
  };
  return { calls, fake };
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const problem = (status: number, code: string) =>
  json(
    {
      type: `/problems/${code}`,
      title: '有内容需要修改',
      status,
      detail: '',
      code,
      remedy: '请修改后再提交',
      requestId: 'req_1',
      errors: [{ field: 'title', problem: '请填写职位名称' }],
    },
    status,
  );

function client(fake: typeof fetch, more: Partial<ApiClientSettings> = {}) {
  return createApiClient({ fetch: fake, language: () => 'zh-CN', retryDelays: [0, 0], ...more });
}

async function failure(work: Promise<unknown>): Promise<ApiProblem> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error(`not an ApiProblem: ${String(error)}`);
  return error;
}

test('a read asks in the reader’s language and leaves empty query values out', async () => {
  const { calls, fake } = answering(json({ items: [], nextCursor: null }));
  await client(fake).get('/candidates', { query: { q: '王 五', state: '', cursor: null, limit: 20 } });
  expect(calls[0]?.url).toBe('/api/v1/candidates?q=%E7%8E%8B+%E4%BA%94&limit=20');
  expect(calls[0]?.headers.get('accept-language')).toBe('zh-CN');
  expect(calls[0]?.headers.has('idempotency-key')).toBe(false);
});

test('a write carries the forgery guard and its idempotency key', async () => {
  const { calls, fake } = answering(json({ id: 'job_1' }, 201), json({ id: 'job_2' }, 201));
  const api = client(fake);
  await api.post('/jobs', { title: '服务员' }, { idempotencyKey: 'key-of-this-action' });
  await api.post('/jobs', { title: '厨师' });
  expect(calls[0]?.init.method).toBe('POST');
  expect(calls[0]?.init.body).toBe('{"title":"服务员"}');
  expect(calls[0]?.headers.get('x-jinji-request')).toBe('1');
  expect(calls[0]?.headers.get('idempotency-key')).toBe('key-of-this-action');
  expect(calls[1]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
});

test('two actions never share a key', () => {
  expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
});

test('a problem document becomes words, fields and a reference number', async () => {
  const { fake } = answering(problem(422, 'VALIDATION'));
  const error = await failure(client(fake).post('/jobs', {}));
  expect(error.problem).toMatchObject({
    code: 'VALIDATION',
    status: 422,
    requestId: 'req_1',
    remedy: '请修改后再提交',
  });
  expect(error.forField('title')).toBe('请填写职位名称');
  expect(error.forField('salary')).toBeNull();
});

test('a read is tried again after a lost connection and after 503, a write is not', async () => {
  const reading = answering(new TypeError('network'), problem(503, 'NOT_READY'), json({ ok: true }));
  await expect(client(reading.fake).get('/session')).resolves.toEqual({ ok: true });
  expect(reading.calls).toHaveLength(3);
  const writing = answering(new TypeError('network'));
  const error = await failure(client(writing.fake).post('/jobs', {}));
  expect(error.problem.code).toBe('NETWORK');
  expect(writing.calls).toHaveLength(1);
});

test('a read that stays refused ends with the last problem', async () => {
  const { calls, fake } = answering(problem(502, 'A'), problem(502, 'B'), problem(502, 'C'));
  expect((await failure(client(fake).get('/jobs'))).problem.code).toBe('C');
  expect(calls).toHaveLength(3);
});

test('a 404 is not tried again', async () => {
  const { calls, fake } = answering(problem(404, 'NOT_FOUND'));
  await failure(client(fake).get('/jobs/x'));
  expect(calls).toHaveLength(1);
});

test('an answer that is no problem document says so and keeps its status', async () => {
  const { fake } = answering(new Response('<html>Bad gateway</html>', { status: 400 }));
  const error = await failure(client(fake).get('/jobs'));
  expect(error.problem).toMatchObject({ code: 'UNREADABLE', status: 400, title: '' });
});

test('a broken body of a good answer is a problem, an empty one is undefined', async () => {
  const { fake } = answering(new Response('{"items":'), new Response(null, { status: 204 }));
  const api = client(fake);
  expect((await failure(api.get('/jobs'))).problem.code).toBe('UNREADABLE');
  await expect(api.remove('/jobs/j1')).resolves.toBeUndefined();
});

test('a 401 is told to the page before it is thrown', async () => {
  const { fake } = answering(problem(401, 'UNAUTHENTICATED'));
  let told = 0;
  const onSignedOut = () => {
    told += 1;
  };
  await failure(client(fake, { onSignedOut }).put('/company', {}));
  expect(told).toBe(1);
});

test('an abort by the page is an abort and no problem', async () => {
  const stop = new AbortController();
  const hanging: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
  const work = client(hanging).get('/jobs', { signal: stop.signal });
  stop.abort();
  const error = await work.catch((reason: unknown) => reason);
  expect(isAborted(error)).toBe(true);
});

test('a connection that never answers ends in a time-out', async () => {
  const hanging: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
  const error = await failure(client(hanging, { timeout: 5 }).post('/jobs', {}));
  expect(error.problem.code).toBe('TIMEOUT');
});

test('a bearer session is sent until it is removed', async () => {
  const { calls, fake } = answering(json({}), json({}));
  let bearer: string | null = 'token';
  const api = client(fake, { bearer: () => bearer });
  await api.get('/session');
  bearer = null;
  await api.get('/session');
  expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token', null]);
});
