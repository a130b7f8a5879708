import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A worker module that does `code` as soon as a message comes; the path of its file. */
export async function scratchWorker(code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jinji-worker-'));
  const path = join(folder, 'worker.mjs');
  await writeFile(
    path,
    `import { parentPort } from 'node:worker_threads';\nparentPort.once('message', () => { ${code} });\n`,
  );
  return path;
}
