import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from '../../build.ts';

const root = join(import.meta.dirname, '../..');

export interface ServerOptions {
  /** A folder that outlives the server, for tests that start a second one on the same data; otherwise a fresh one. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Settings by their environment names, over an otherwise bare environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** The one-time link that the first start on a data folder prints; undefined on later starts. */
  readonly ownerLink: string | undefined;
  /** The exit code, once the process has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** All that the process wrote so far, both streams. */
  output(): string;
  /** Ends it as an operator does (SIGTERM), or at once with SIGKILL, and removes a data folder that it made itself. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** One look at the sources serves all servers of a test file. */
let built: Promise<boolean> | undefined;

/** Far beyond a start on a machine that does nothing else. */
const patienceMs = 120_000;

/**
 * Starts the product as `npm start` does, in a process of its own, and waits until `/healthz` says that it is ready.
 * Throws with the output of the process when it ends or stays silent for two minutes.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  built ??= buildOnce();
  await built;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'jinji-data-')));
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(root, 'dist/server/node.js')], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      PORT: String(port),
      DATA_DIR: dataDir,
      PUBLIC_URL: url,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const code = await ended;
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    return code;
  };
  try {
    await waitUntilHealthy(url, child);
  } catch (cause) {
    await stop('SIGKILL');
    throw new Error(`The server did not become healthy. It wrote:\n${output}`, { cause });
  }
  const ownerLink = linksIn(output).find((link) => new URL(link).pathname !== '/');
  return { url, port, dataDir, process: child, ownerLink, ended, output: () => output, stop };
}

/** A port that was free a moment ago; the system hands out others first, so a clash within a test run is unlikely. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function waitUntilHealthy(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}`);
    const healthy = await fetch(`${url}/healthz`).then(
      async (answer) => answer.ok && ((await answer.json()) as { ok?: unknown }).ok === true,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No healthy answer within two minutes');
}

function linksIn(text: string): string[] {
  return text.match(/https?:\/\/[^\s"'<>]+/g) ?? [];
}
