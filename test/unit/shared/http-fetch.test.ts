import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type HttpFetchOptions, httpFetch, retryAfterMs } from '#adapters/shared/http-fetch.ts';
import { AppError } from '#core/errors/app-error.ts';
import { startServer, type TestServer } from '#test/support/http-server.ts';

const servers: TestServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(answer: (count: number, response: ServerResponse) => void): Promise<TestServer> {
  const server = await startServer(answer);
  servers.push(server);
  return server;
}

/** A client that never really waits, and what it would have waited. */
function aClient(options: Partial<HttpFetchOptions> = {}) {
  const waits: number[] = [];
  const wait = async (ms: number): Promise<void> => void waits.push(ms);
  const send = httpFetch({
    fetch: (address, init) => fetch(address, init),
    timeoutMs: 2000,
    wait,
    random: () => 0.5,
    ...options,
  });
  return { send, waits };
}

async function failure(call: Promise<unknown>): Promise<AppError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error('expected an AppError');
}

test('an answer of any status is handed on with its body', async () => {
  const { origin } = await serve((_, response) => response.writeHead(404).end('没有'));
  const answer = await aClient().send(`${origin}/x`, {});
  expect([answer.status, await answer.text()]).toEqual([404, '没有']);
});

test('a server that recovers is asked again, more patiently each time', async () => {
  const { origin, requests } = await serve((count, response) =>
    response.writeHead(count < 2 ? 503 : 200).end('ok'),
  );
  const { send, waits } = aClient();
  expect((await send(origin, {})).status).toBe(200);
  expect(requests).toHaveLength(3);
  expect(waits).toEqual([400, 800]);
});

test('the last answer is handed on when the server does not recover', async () => {
  const { origin, requests } = await serve((_, response) => response.writeHead(500).end('still'));
  expect((await aClient().send(origin, {})).status).toBe(500);
  expect(requests).toHaveLength(3);
});

test('Retry-After decides the delay, and one that is too long is not waited for', async () => {
  const { origin, requests } = await serve((count, response) => {
    response.writeHead(429, { 'retry-after': count === 0 ? '7' : '3600' }).end();
  });
  const { send, waits } = aClient();
  const answer = await send(origin, {});
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600']);
  expect(waits).toEqual([7000]);
  expect(requests).toHaveLength(2);
});

test.each([
  ['120', 120_000],
  ['Mon, 23 Nov 2026 09:00:10 GMT', 10_000],
  ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
  ['soon', null],
  [null, null],
])('Retry-After %j means %j ms', (header, ms) => {
  expect(retryAfterMs(header, Date.parse('2026-11-23T09:00:00Z'))).toBe(ms);
});

test('a POST is sent once unless repeating it is harmless, and then with the same body', async () => {
  const { origin, requests } = await serve((_, response) => response.writeHead(503).end());
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array([1, 2, 3])], { type: 'audio/webm' }), 'answer.webm');
  await aClient().send(origin, { method: 'POST', body: 'once' });
  expect(requests).toHaveLength(1);
  await aClient({ repeatWrites: true }).send(origin, { method: 'POST', body: form });
  expect(requests).toHaveLength(4);
  const [, first, second] = requests;
  expect(first?.type).toMatch(/^multipart\/form-data; boundary=/);
  expect(second).toEqual(first);
});

test('a server that never answers, or stops in the middle, runs into the time limit', async () => {
  const silent = await serve(() => undefined);
  const stalling = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
  });
  for (const { origin, requests } of [silent, stalling]) {
    const error = await failure(aClient({ timeoutMs: 100, attempts: 2 }).send(origin, {}));
    expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { reason: 'timeout' } });
    expect(requests).toHaveLength(2);
  }
});

test('a connection that breaks is repeated, and in the end named by its host', async () => {
  const { origin, requests } = await serve((count, response) => {
    if (count === 0) response.destroy();
    else response.end('ok');
  });
  expect((await aClient().send(origin, {})).status).toBe(200);
  expect(requests).toHaveLength(2);
  const error = await failure(aClient({ attempts: 1 }).send('http://127.0.0.1:9/secret-path?token=abc', {}));
  expect(error).toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    details: { host: '127.0.0.1:9', reason: 'connection' },
  });
});

test('an answer over the limit is refused without reading it all', async () => {
  const { origin } = await serve((_, response) => {
    const piece = Buffer.alloc(64 * 1024);
    const more = (): void => {
      if (response.destroyed) return;
      if (response.write(piece)) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  });
  const error = await failure(aClient({ maxAnswerBytes: 100_000 }).send(origin, {}));
  expect(error.details).toMatchObject({ reason: 'answer_too_large' });
});

test('redirects are not followed', async () => {
  const { origin, requests } = await serve((_, response) =>
    response.writeHead(302, { location: '/elsewhere' }).end(),
  );
  expect((await aClient().send(origin, {})).status).toBe(302);
  expect(requests).toHaveLength(1);
});

test('a caller who gives up is obeyed at once', async () => {
  const { origin, requests } = await serve(() => undefined);
  const error = await failure(aClient().send(origin, { signal: AbortSignal.timeout(50) }));
  expect(error.details).toMatchObject({ reason: 'aborted' });
  expect(requests).toHaveLength(1);
});

test('a guarded address is never called', async () => {
  const { origin, requests } = await serve((_, response) => response.end());
  const guard = (): void => {
    throw new AppError('ADDRESS_REFUSED');
  };
  expect((await failure(aClient({ guard }).send(origin, {}))).code).toBe('ADDRESS_REFUSED');
  expect(requests).toHaveLength(0);
});

test('no secret appears anywhere in an error', async () => {
  const secret = 'sk-très secret/1';
  const encoded = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
  const fetchThatTells = async (): Promise<Response> => {
    const request = new Error(`Authorization: Bearer other-token, also ${encoded.join(' ')}`);
    throw new TypeError('failed at https://api.example.com/v1?key=hidden#frag', { cause: request });
  };
  const { send } = aClient({ fetch: fetchThatTells, attempts: 1, secrets: [secret] });
  const error = await failure(send('https://api.example.com/v1?key=hidden', {}));
  const everything = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)} ${JSON.stringify(error.details)}`;
  for (const word of [...encoded, 'other-token', 'hidden', 'frag']) expect(everything).not.toContain(word);
  expect(String(error.cause)).toContain('https://api.example.com/v1?[redacted]');
});
