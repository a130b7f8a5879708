import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = import.meta.dirname;
/** Everything that can change what a build gives. */
const sources = ['core', 'adapters', 'plugins', 'templates', 'migrations'];
const rootFiles = ['build.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'vite.config.ts'];
const products = [
  'dist/server/node.js',
  'dist/server/reader-worker.js',
  'dist/client/.vite/manifest.json',
  'dist/client/data/installation.json',
  'dist/worker/pdfjs.mjs',
];
const stampFile = join(root, 'dist/sources.sha256');
const lockFolder = join(root, 'dist/.building');
const longestBuildMs = 120_000;

/**
 * Makes dist/client (pages) and dist/server (the Node server) unless they were made from exactly these sources.
 * Processes that ask at once wait for the one that builds. Returns whether it built.
 */
export async function buildOnce(): Promise<boolean> {
  await mkdir(join(root, 'dist'), { recursive: true });
  const release = await waitForLock();
  try {
    const stamp = await hashSources();
    if (await isMadeFrom(stamp)) return false;
    await rm(stampFile, { force: true });
    const { build } = await import('vite'); // half a second that an up-to-date start need not spend
    const { writeWorkerData } = await import('./plugins/host/worker-data.ts');
    await build({ root, logLevel: 'warn' });
    await writeWorkerData(join(root, 'dist/client'));
    await writeWorkerPdfReader();
    await build({ root, logLevel: 'warn', build: { ssr: true } });
    await writeFile(stampFile, stamp);
    return true;
  } finally {
    await release();
  }
}

async function isMadeFrom(stamp: string): Promise<boolean> {
  if (!products.every((file) => existsSync(join(root, file))) || !existsSync(stampFile)) return false;
  return (await readFile(stampFile, 'utf8')) === stamp;
}

/**
 * Writes pdf.js for the Worker (wrangler.toml names it) without its two loaders of Node modules, which nothing there calls:
 * a bundle that carries `createRequire` may not start on workerd, so none goes in.
 */
async function writeWorkerPdfReader(): Promise<void> {
  const original = await readFile(join(root, 'node_modules/unpdf/dist/pdfjs.mjs'), 'utf8');
  const loader = /process\.getBuiltinModule\(["'`]module["'`]\)\.createRequire\(import\.meta\.url\)/g;
  const text = original.replace(loader, '(void 0)');
  if (text.includes('createRequire'))
    throw new Error('unpdf loads Node modules in a way that build.ts does not know');
  await mkdir(join(root, 'dist/worker'), { recursive: true });
  await writeFile(join(root, 'dist/worker/pdfjs.mjs'), text);
}

/** Content, not times: a checkout or a copy of the folder changes times without changing anything. */
async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  const listed = await Promise.all(
    sources.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  for (const file of [...rootFiles.map((name) => join(root, name)), ...listed.flat().sort()]) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Making a folder is atomic on every file system; a lock older than any build was left by a killed process. */
async function waitForLock(): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await mkdir(lockFolder);
      return () => rm(lockFolder, { recursive: true, force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      const since = await stat(lockFolder).then(
        (found) => found.mtimeMs,
        () => Date.now(),
      );
      if (Date.now() - since > longestBuildMs) await rm(lockFolder, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = Date.now();
  if (await buildOnce()) {
    process.stderr.write(`Built pages and server in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  }
}
