import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrations } from './open-installation.ts';
import { type Manifest, pageAssets } from './page-assets.ts';
import { projectRoot, readTemplateLibrary } from './template-files.ts';
import type { InstallationFacts } from './worker-installation.ts';

/**
 * Writes what a Worker cannot read from a disk into its static assets: the shipped content, the word vectors, the names of
 * the migrations and the files of each page. They lie outside `assets/`, the one folder that is served to browsers.
 * @param client the folder of the built pages
 */
export async function writeWorkerData(client: string): Promise<void> {
  const folder = join(client, 'data');
  await mkdir(folder, { recursive: true });
  const [manifest, migrations, library] = await Promise.all([
    readFile(join(client, '.vite/manifest.json'), 'utf8'),
    readMigrations(),
    readTemplateLibrary(),
  ]);
  const facts: InstallationFacts = {
    pages: pageAssets(JSON.parse(manifest) as Manifest),
    migrations: migrations.map(({ name }) => name),
  };
  await Promise.all([
    writeFile(join(folder, 'installation.json'), JSON.stringify(facts)),
    writeFile(join(folder, 'library.json'), JSON.stringify(library)),
    copyFile(join(projectRoot, 'templates/vectors/words.bin'), join(folder, 'words.bin')),
  ]);
}
