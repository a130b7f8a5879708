import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildOnce } from '../../build.ts';
import { httpClient } from '../support/http-client.ts';
import { root } from '../support/project-files.ts';
import { scratchTree } from '../support/scratch-tree.ts';
import { bundleFaults, bundleWorker, withStartedWorker } from '../support/worker-bundle.ts';
import { workerSettings } from '../support/worker-settings.ts';

/** Wrangler and workerd take seconds to start, more on a machine that does other things. */
const patience = 300_000;

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

test(
  'a Worker that needs createRequire is told of',
  async () => {
    const worker = `import { createRequire } from 'node:module';\nglobalThis.x = createRequire;\n${handler}`;

    expect(await faultsOf({ 'plugins/host/worker.ts': worker })).toEqual([
      'createRequire stops the Worker at its start',
    ]);
  },
  patience,
);

test(
  'a Worker that carries the embedded database, the file system or a test is told of',
  async () => {
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
  },
  patience,
);

test('a Worker over 8 MiB of gzip is told of', () => {
  expect(bundleFaults({ code: '', sources: [], gzipBytes: 9 * 1024 * 1024 })).toEqual([
    '9.0 MiB of gzip are over 8',
  ]);
});

test(
  'the Worker of the product has none of these faults',
  async () => {
    await buildOnce();
    const bundle = await bundleWorker(root);

    expect(bundle.sources).toContain('plugins/host/worker.ts');
    expect(bundleFaults(bundle)).toEqual([]);
  },
  patience,
);

test(
  'the bundled Worker takes an owner from the set-up to a published job on workerd',
  async () => {
    await buildOnce();

    const seen = await withStartedWorker(root, async (ask) => {
      const client = httpClient(ask);
      const authorization = `Bearer ${workerSettings.SETUP_TOKEN}`;
      const health = (await client.get('/healthz')).body;
      const stranger = (await client.post('/setup', undefined)).status;
      const { ownerLink } = (await client.post('/setup', undefined, { authorization })).body;
      await client.signIn(ownerLink);
      const job = await client.createJob('catering');
      const version = await client.post(`/api/v1/jobs/${job.id}/publish`, { revision: job.revision });
      const page = await ask('/app/jobs');
      const script = /src="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      const served = await client.get(script);
      const hidden = (await client.get('/data/library.json')).status;
      return { health, stranger, version: version.status, page: page.status, served, hidden };
    });

    expect(seen.health).toMatchObject({ ok: true });
    expect(seen).toMatchObject({ stranger: 404, version: 201, page: 200, hidden: 404 });
    expect(seen.served.status).toBe(200);
    expect(seen.served.headers.get('cache-control')).toContain('immutable');
  },
  patience,
);

test(
  'a Worker without its settings names them and no value',
  async () => {
    await buildOnce();

    const [health, page] = await withStartedWorker(
      root,
      async (ask) => [await httpClient(ask).get('/healthz'), await (await ask('/app/')).text()] as const,
      { MASTER_KEY: 'too-short-and-secret' },
    );

    expect(health.status).toBe(503);
    expect(health.body).toMatchObject({
      ok: false,
      faults: [{ name: 'PUBLIC_URL' }, { name: 'MASTER_KEY' }],
    });
    expect(page).toContain('MASTER_KEY');
    expect(page).not.toContain('too-short-and-secret');
  },
  patience,
);
