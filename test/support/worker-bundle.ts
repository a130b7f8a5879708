import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { workerSettings } from './worker-settings.ts';

const wrangler = join(import.meta.dirname, '../../node_modules/wrangler/bin/wrangler.js');

/** Wrangler without its statistics, questions and colours. */
export const quietWrangler = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_LOG_PATH: join(tmpdir(), 'jinji-wrangler'),
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: 'true',
  NO_COLOR: '1',
  FORCE_COLOR: '0',
};

/** What a deployment would upload. */
export interface WorkerBundle {
  /** All scripts, one after the other. */
  readonly code: string;
  /** The files that went in, relative to the project. */
  readonly sources: readonly string[];
  readonly gzipBytes: number;
}

/** Bundles the Worker of the project in `folder` as a deployment would, without deploying. Throws with wrangler's output. */
export async function bundleWorker(folder: string): Promise<WorkerBundle> {
  const out = await mkdtemp(join(tmpdir(), 'jinji-worker-'));
  try {
    await promisify(execFile)(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', out], {
      cwd: folder,
      env: { ...process.env, ...quietWrangler },
      maxBuffer: 64 * 1024 * 1024,
    });
    const names = (await readdir(out, { recursive: true })).filter((name) => !name.endsWith('README.md'));
    let code = '';
    let gzipBytes = 0;
    const sources: string[] = [];
    for (const name of names) {
      const bytes = await readFile(join(out, name)).catch(() => null); // folders
      if (bytes === null) continue;
      if (name.endsWith('.map')) {
        const map = JSON.parse(bytes.toString()) as { sources: string[] };
        sources.push(...map.sources.map((source) => relative(folder, resolve(out, dirname(name), source))));
      } else gzipBytes += gzipSync(bytes).length;
      if (name.endsWith('.js')) code += bytes.toString();
    }
    return { code, sources, gzipBytes };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

const mebibyte = 1024 * 1024;

/** What must not be in a Worker: loaders of native modules, the embedded database, the file system; and more than 8 MiB. */
export function bundleFaults({ code, sources, gzipBytes }: WorkerBundle): string[] {
  const faults: string[] = [];
  if (code.includes('createRequire')) faults.push('createRequire stops the Worker at its start');
  for (const [pattern, reason] of [
    [/node_modules\/(@libsql|libsql)\//, 'the embedded database'],
    [/^adapters\/object-store\/file-system\.ts$/, 'the file system'],
    [/^test\//, 'a test'],
  ] as const) {
    const found = sources.find((source) => pattern.test(source));
    if (found !== undefined)
      faults.push(`${reason} came in with ${found.replace(/^.*node_modules/, 'node_modules')}`);
  }
  if (gzipBytes > 8 * mebibyte) faults.push(`${(gzipBytes / mebibyte).toFixed(1)} MiB of gzip are over 8`);
  return faults;
}

/** How a started Worker is asked. */
export type AskWorker = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * Starts the bundled Worker of the project in `folder` in workerd as `wrangler dev` does, with local storage that is
 * migrated first and forgotten at the end, and hands it to `use`.
 */
export async function withStartedWorker<T>(
  folder: string,
  use: (ask: AskWorker) => Promise<T>,
  settings: Readonly<Record<string, string>> = workerSettings,
): Promise<T> {
  Object.assign(process.env, quietWrangler); // wrangler reads them when it is imported
  const storage = await mkdtemp(join(tmpdir(), 'jinji-worker-state-'));
  const migrations = ['d1', 'migrations', 'apply', 'jinji', '--local', '--persist-to', storage];
  await promisify(execFile)(process.execPath, [wrangler, ...migrations], { cwd: folder, env: process.env });
  const { unstable_startWorker } = await import('wrangler');
  const worker = await unstable_startWorker({
    config: join(folder, 'wrangler.toml'),
    bindings: Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, { type: 'plain_text', value }]),
    ),
    dev: {
      persist: storage,
      server: { hostname: '127.0.0.1', port: 0 },
      inspector: false,
      logLevel: 'error',
      watch: false,
    },
  });
  try {
    return await use(
      async (path, init) =>
        (await worker.fetch(
          `${settings.PUBLIC_URL ?? 'https://worker.test'}${path}`,
          init as never,
        )) as unknown as Response,
    );
  } finally {
    await worker.dispose();
    await rm(storage, { recursive: true, force: true });
  }
}
