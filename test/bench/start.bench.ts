import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from '../../build.ts';
import { root } from '../support/project-files.ts';
import { buildBareServer } from './bare-build.ts';
import { alternate, printResult, resultOf, rounded } from './rounds.ts';
import { startProcess } from './server-process.ts';

/** From starting the process to the first healthy answer, and resident memory at rest, against a bare server. */
const repeats = 7;
const restMs = 4000;

await buildOnce();
const product = join(root, 'dist/server/node.js');
const bare = await buildBareServer();
const folder = await mkdtemp(join(tmpdir(), 'jinji-bench-start-'));

async function readyMs(file: string, dataDir: string): Promise<number> {
  const server = await startProcess(file, dataDir);
  await server.stop();
  return server.readyMs;
}

async function restingMegabytes(file: string, dataDir: string): Promise<number> {
  const server = await startProcess(file, dataDir);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  const megabytes = await server.residentMegabytes();
  await server.stop();
  return megabytes;
}

const yardstickIs = 'Hono and libSQL with one table, no product (test/bench/bare-server.ts)';
try {
  const used = join(folder, 'used');
  const first = await readyMs(product, used);
  const rounds = await alternate(
    repeats,
    () => readyMs(product, used),
    () => readyMs(bare, used),
  );
  printResult(
    resultOf(
      {
        bench: 'start',
        what: 'process start to healthy, on existing data',
        unit: 'ms',
        yardstickIs,
        notes: { firstStartMs: rounded(first) },
      },
      rounds,
      { better: 'less' },
    ),
  );
  const memory = await alternate(
    3,
    () => restingMegabytes(product, used),
    () => restingMegabytes(bare, used),
  );
  printResult(
    resultOf({ bench: 'start', what: 'resident memory at rest', unit: 'MB', yardstickIs }, memory, {
      better: 'less',
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
