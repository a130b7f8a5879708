import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/project-files.ts';
import { scratchTree } from '../support/scratch-tree.ts';
import { bundleFaults, bundleWorker, withStartedWorker } from '../support/worker-bundle.ts';

const handler = 'export default { fetch: () => new Response(), queue() {}, scheduled() {} };';

/** The faults of a made-up Worker with these files beside it. */
async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const tree = await scratchTree(files);
  try {
    await mkdir(join(tree.folder, 'dist/client'), { recursive: true });
    await copyFile(join(root, 'wrangler.toml'), join(tree.folder, 'wrangler.toml'));
    return bundleFaults(await bundleWorker(tree.folder));
  } finally {
    await tree.remove();
  }
}

test('a Worker that needs createRequire is told of', async () => {
  const worker = `import { createRequire } from 'node:module';\nglobalThis.x = createRequire;\n${handler}`;

  expect(await faultsOf({ 'plugins/host/worker.ts': worker })).toEqual([
    'createRequire stops the Worker at its start',
  ]);
});

test('a Worker that carries the embedded database, the file system or a test is told of', async () => {
  const faults = await faultsOf({
    'plugins/host/worker.ts': `import { createClient } from '@libsql/client';
import { files } from '#adapters/object-store/file-system.ts';
import { helper } from '#test/support/helper.ts';
globalThis.x = [createClient, files, helper];
${handler}`,
    'adapters/object-store/file-system.ts': 'export const files = 1;',
    'test/support/helper.ts': 'export const helper = 1;',
  });

  expect(faults).toHaveLength(3);
  expect(faults[0]).toMatch(/^the embedded database came in with node_modules\/@libsql\//);
  expect(faults[1]).toBe('the file system came in with adapters/object-store/file-system.ts');
  expect(faults[2]).toBe('a test came in with test/support/helper.ts');
});

test('a Worker over 8 MiB of gzip is told of', () => {
  expect(bundleFaults({ code: '', sources: [], gzipBytes: 9 * 1024 * 1024 })).toEqual([
    '9.0 MiB of gzip are over 8',
  ]);
});

test('the Worker of the product has none of these faults', async () => {
  await mkdir(join(root, 'dist/client'), { recursive: true });
  const bundle = await bundleWorker(root);

  expect(bundle.sources).toContain('plugins/host/worker.ts');
  expect(bundleFaults(bundle)).toEqual([]);
});

test('the Worker of the product starts in workerd and answers for its health', async () => {
  await mkdir(join(root, 'dist/client'), { recursive: true });

  const health = await withStartedWorker(root, async (ask) => (await ask('/healthz')).json());

  expect(health).toMatchObject({ ok: expect.any(Boolean) });
});
