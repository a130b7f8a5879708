import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildOnce } from '../../build.ts';
import { goldenRequest } from '../evaluate/golden-agreement.ts';
import { goldenLines } from '../evaluate/rated-lines.ts';
import { root } from '../support/project-files.ts';
import { bundleWorker, quietWrangler } from '../support/worker-bundle.ts';
import { workerSettings } from '../support/worker-settings.ts';
import { type BenchResult, printResult, rounded } from './rounds.ts';
import { type HeapUsage, heapOf } from './worker-heap.ts';

/** What a deployment uploads, and the heap of the Worker on workerd after interviews were scored. */
const mebibyte = 2 ** 20;
const mostGzipMebibytes = 8;
const mostHeapMegabytes = 80;
const interviews = 40;
const questions = 5;

function limited(
  what: string,
  unit: string,
  figure: number,
  limit: number,
  yardstickIs: string,
  notes: NonNullable<BenchResult['notes']>,
): BenchResult {
  return {
    bench: 'worker',
    what,
    unit,
    figure: rounded(figure),
    yardstick: limit,
    yardstickIs,
    ratio: rounded(figure / limit),
    demand: '<= 1',
    held: figure <= limit,
    rounds: [[rounded(figure), limit]],
    notes,
  };
}

const megabytes = ({ objects, buffers }: HeapUsage): number => (objects + buffers) / mebibyte;

await buildOnce();
const bundle = await bundleWorker(root);
printResult(
  limited(
    'bundle of the Worker, compressed',
    'MiB',
    bundle.gzipBytes / mebibyte,
    mostGzipMebibytes,
    'the limit of the project; `wrangler deploy --dry-run`, gzip',
    { sources: bundle.sources.length },
  ),
);

Object.assign(process.env, quietWrangler); // wrangler reads them when it is imported
const storage = await mkdtemp(join(tmpdir(), 'jinji-bench-worker-'));
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');
const migrations = ['d1', 'migrations', 'apply', 'jinji', '--local', '--persist-to', storage];
await promisify(execFile)(process.execPath, [wrangler, ...migrations], { cwd: root, env: process.env });
const { unstable_startWorker } = await import('wrangler');
const worker = await unstable_startWorker({
  config: join(root, 'wrangler.toml'),
  entrypoint: join(root, 'test/bench/scoring-worker.ts'),
  bindings: Object.fromEntries(
    Object.entries(workerSettings).map(([name, value]) => [name, { type: 'plain_text', value }]),
  ),
  dev: {
    persist: storage,
    server: { hostname: '127.0.0.1', port: 0 },
    inspector: { hostname: '127.0.0.1', port: 0 },
    logLevel: 'error',
    watch: false,
  },
});

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const answer = await worker.fetch(`${workerSettings.PUBLIC_URL}${path}`, init as never);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer as unknown as Response;
}

try {
  await (await ask('/healthz')).arrayBuffer();
  const inspector = await worker.inspectorUrl;
  if (inspector === undefined) throw new Error('the Worker has no inspector');
  const started = await heapOf(inspector);
  const lines = goldenLines();
  const requests = Array.from({ length: interviews * questions }, (_, i) => {
    const line = lines[i % lines.length];
    if (line === undefined) throw new Error('the development answers are missing');
    return goldenRequest(line);
  });
  const before = performance.now();
  await (await ask('/bench/score', { method: 'POST', body: JSON.stringify(requests.slice(0, 1)) })).text();
  const firstScoreMs = performance.now() - before;
  for (let i = 0; i < requests.length; i += questions) {
    const body = JSON.stringify(requests.slice(i, i + questions));
    await (await ask('/bench/score', { method: 'POST', body })).text();
  }
  const scored = await heapOf(inspector);
  printResult(
    limited(
      `heap on workerd after ${interviews} interviews`,
      'MB',
      megabytes(scored),
      mostHeapMegabytes,
      'the limit of the project; objects and array buffers by the inspector, after collecting garbage',
      {
        startedMegabytes: rounded(megabytes(started)),
        objectsMegabytes: rounded(scored.objects / mebibyte),
        buffersMegabytes: rounded(scored.buffers / mebibyte),
        firstScoreMs: rounded(firstScoreMs),
      },
    ),
  );
} finally {
  await worker.dispose();
  await rm(storage, { recursive: true, force: true });
}
