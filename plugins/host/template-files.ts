import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TemplateLibrary } from '#core/ports/template-library.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import type { QuestionBank } from '#core/template/schemas/question.ts';

/** The checkout or installation that this file belongs to; the same from source and from `dist/server`. */
export const projectRoot = join(import.meta.dirname, '../..');

const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

async function jsonFiles<T>(folder: string): Promise<T[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => json<T>(join(folder, name))));
}

/** Reads the shipped content. The files are checked by tests and `jinji pack check`, not again at each start. */
export async function readTemplateLibrary(root = join(projectRoot, 'templates')): Promise<TemplateLibrary> {
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const notPacks = new Set(['dimensions', 'questions', 'schema', 'vectors']);
  const [dimensions, questionBanks, packs] = await Promise.all([
    jsonFiles<Dimension>(join(root, 'dimensions')),
    jsonFiles<QuestionBank>(join(root, 'questions')),
    Promise.all(
      folders
        .filter((folder) => !notPacks.has(folder.name))
        .map((folder) => json<IndustryPack>(join(root, folder.name, 'pack.json'))),
    ),
  ]);
  return { dimensions, questionBanks, packs: packs.sort((a, b) => a.id.localeCompare(b.id)) };
}
