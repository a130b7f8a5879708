import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOnce } from '../../build.ts';
import { root } from '../support/project-files.ts';
import { freePort, type RunningServer, startServer } from '../support/start-server.ts';

let dataDir: string;
beforeAll(async () => {
  await buildOnce();
  dataDir = await mkdtemp(join(tmpdir(), 'jinji-start-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('a first start prints one line with the address and a one-time owner link, and a later one only the address', async () => {
  const first = await startServer({ dataDir });
  const firstLines = first.output().trim().split('\n');
  expect(await first.stop()).toBe(0);

  const second = await startServer({ dataDir, port: first.port });
  const secondLines = second.output().trim().split('\n');
  expect(await second.stop()).toBe(0);

  expect(firstLines).toHaveLength(1);
  expect(firstLines[0]).toContain(first.url);
  expect(first.ownerLink?.startsWith(`${first.url}/`)).toBe(true);
  expect(firstLines[0]?.endsWith(` ${first.ownerLink}`)).toBe(true);
  expect(secondLines).toHaveLength(1);
  expect(secondLines[0]).toContain(first.url);
  expect(second.ownerLink).toBeUndefined();
});

test('two servers started at once on one fresh folder both serve it, and one of them prints the one link', async () => {
  const shared = await mkdtemp(join(tmpdir(), 'jinji-two-'));

  const servers = await Promise.all([startServer({ dataDir: shared }), startServer({ dataDir: shared })]);

  const links = servers.flatMap(({ ownerLink }) => ownerLink ?? []);
  expect(links).toHaveLength(1);
  const token = links[0]?.split('/').at(-1);
  const answers = [];
  for (const { url } of servers) {
    const headers = { 'content-type': 'application/json', 'x-jinji-request': '1' };
    const answer = await fetch(`${url}/api/v1/session`, {
      ...{ method: 'POST', headers, body: JSON.stringify({ token }) },
    });
    answers.push(answer.status);
  }
  expect(answers).toEqual([204, 410]);
  expect(await Promise.all(servers.map(({ stop }) => stop()))).toEqual([0, 0]);
  await rm(shared, { recursive: true });
});

test('a server that was killed starts again on the same data', async () => {
  const killed = await startServer({ dataDir });
  await killed.stop('SIGKILL');

  const next = await startServer({ dataDir });

  expect(await (await fetch(`${next.url}/healthz`)).json()).toMatchObject({ ok: true });
  await next.stop();
});

/** Sends the head of a request, waits until the server has it in hand, and hands back a way to finish it. */
async function beginRequest(server: RunningServer, body: string): Promise<(this: void) => Promise<string>> {
  const socket = connect(server.port, '127.0.0.1');
  const head = ['POST /api/v1/session HTTP/1.1', `Host: 127.0.0.1:${server.port}`, 'X-Jinji-Request: 1'];
  const fields = ['Content-Type: application/json', `Content-Length: ${body.length}`, 'Expect: 100-continue'];
  socket.write(`${[...head, ...fields].join('\r\n')}\r\n\r\n`);
  const [asked] = (await once(socket, 'data')) as [Buffer];
  expect(asked.toString()).toMatch(/^HTTP\/1\.1 100 /);
  return async () => {
    socket.write(body);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return answer.toString();
  };
}

test('an idle connection stays open for longer than reverse proxies keep theirs', async () => {
  const server = await startServer({ dataDir });
  const { headers } = await fetch(`${server.url}/healthz`);
  await server.stop();

  expect(headers.get('keep-alive')).toBe('timeout=125');
});

test('a request in hand when the server is told to stop is answered before it ends', async () => {
  const server = await startServer({ dataDir });
  const finish = await beginRequest(server, JSON.stringify({ token: 'no-such-token' }));

  server.process.kill('SIGTERM');
  const health = () =>
    fetch(`${server.url}/healthz`).then(
      () => 'answers',
      () => 'takes no new requests',
    );
  await expect.poll(health).toBe('takes no new requests');

  expect(await finish()).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(await server.ended).toBe(0);
});

/** Starts the server where it must refuse, and returns what it says. */
function refusedStart(env: Readonly<Record<string, string>>): { code: number | null; said: string } {
  const ended = spawnSync(process.execPath, [join(root, 'dist/server/node.js')], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: ended.status, said: ended.stdout + ended.stderr };
}

test('all wrong settings are named at once with what is expected, and no value is repeated', () => {
  const { code, said } = refusedStart({
    PORT: 'eighty',
    PUBLIC_URL: 'secret-place',
    TLS_CERT: 'only-half.pem',
  });

  expect(code).toBe(1);
  for (const name of ['PORT', 'PUBLIC_URL', 'TLS_KEY']) expect(said).toContain(name);
  for (const value of ['eighty', 'secret-place', 'only-half']) expect(said).not.toContain(value);
});

test('a certificate that cannot be used is told by its setting, not by a trace', async () => {
  const garbage = join(dataDir, 'no.pem');
  await writeFile(garbage, 'garbage');

  const missing = refusedStart({ TLS_CERT: join(dataDir, 'none.crt'), TLS_KEY: garbage });
  const wrong = refusedStart({ TLS_CERT: garbage, TLS_KEY: garbage });

  expect([missing.code, wrong.code]).toEqual([1, 1]);
  expect(missing.said).toContain('TLS_CERT: expected a PEM file that this account can read');
  expect(wrong.said).toContain('TLS_CERT: expected a certificate chain in PEM');
  expect(wrong.said).toContain('TLS_KEY: expected a private key in PEM without a password');
  for (const { said } of [missing, wrong]) expect(said).not.toMatch(/\n\s+at /);
});

test('a port in use is told in words that name the remedy', async () => {
  const port = await freePort();
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(port, '0.0.0.0', resolve));

  const { code, said } = refusedStart({ PORT: String(port), HOST: '0.0.0.0' });
  await new Promise((resolve) => occupant.close(resolve));

  expect(code).toBe(1);
  expect(said).toMatch(/PORT/);
  expect(said).not.toMatch(/\n\s+at /);
});
