import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const configuration = [
  'package.json',
  'biome.json',
  '.dependency-cruiser.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'core/tsconfig.json',
];

/** A small tree with the project's own configuration and made-up files. */
export interface ScratchTree {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Writes `files` (path → content) beside copies of the project's configuration, so that a rule meets a bad file outside the project. */
export async function scratchTree(files: Readonly<Record<string, string>>): Promise<ScratchTree> {
  const folder = await mkdtemp(join(tmpdir(), 'jinji-tree-'));
  for (const name of configuration) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await copyFile(join(root, name), join(folder, name));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
