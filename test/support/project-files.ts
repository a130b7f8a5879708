import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The folder of package.json. */
export const root = join(import.meta.dirname, '../..');

/** Made by tools or by running, never written by people. */
const made = new Set(['node_modules', 'dist', 'data', 'coverage', 'out', 'output', '.git', '.wrangler']);

/** All files that people wrote below `folder` (relative to the project, '' for all of it), with '/' between names, sorted. */
export async function projectFiles(folder = ''): Promise<string[]> {
  const found: string[] = [];
  const walk = async (path: string) => {
    for (const entry of await readdir(path, { withFileTypes: true })) {
      if (made.has(entry.name)) continue;
      const inside = join(path, entry.name);
      if (entry.isDirectory()) await walk(inside);
      else if (entry.isFile()) found.push(relative(root, inside).replaceAll('\\', '/'));
    }
  };
  await walk(join(root, folder));
  return found.sort();
}
