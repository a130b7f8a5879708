import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { catalogue } from '#core/i18n/zh-cn/catalogue.ts';
import { root } from './project-files.ts';

const importOf = /(?:from|import)\s*\(?\s*'([#.][^']+)'/g;

/** What `lazyPart` loads comes with words of its own: the file and the areas that it names. */
export const lazyPartOf =
  /lazyPart\(\s*async \(\) => \(await import\('([^']+)'\)\)\.\w+,?\s*(?:\[([^\]]*)\],?\s*)?\)/g;

/** The project's file that an import names; null for packages, styles and types of other folders. */
function fileOf(from: string, name: string): string | null {
  if (!/\.tsx?$/.test(name)) return null;
  const path = name.startsWith('#') ? name.slice(1) : normalize(join(dirname(from), name));
  return existsSync(join(root, path)) ? path : null;
}

/** All files that a page brings along, at once or later. Words themselves and what only types are taken from are left out. */
async function filesOf(
  entry: string,
  stopAt: (file: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (texts.has(file) || stopAt(file)) continue;
    const text = await readFile(join(root, file), 'utf8');
    texts.set(file, text);
    const own = text.replace(/import type [^;]+;/g, '').replace(lazyPartOf, '');
    for (const [whole, name = ''] of own.matchAll(importOf)) {
      const next = fileOf(file, name);
      if (next && whole) open.push(next);
    }
  }
  return texts;
}

const keyText = /['"`](([a-z]+)\.[a-z0-9_]*)(['"`]|\$\{)/g;

/** Whether a text names a key of the catalogue, whole or up to a value that is filled in. */
const isKey = (text: string, end: string): boolean =>
  end === '${' ? Object.keys(catalogue).some((key) => key.startsWith(text)) : text in catalogue;

/** Areas of words whose keys stand in the files of a page. */
export async function areasOf(
  entry: string,
  stopAt: (file: string) => boolean = () => false,
): Promise<readonly string[]> {
  const files = await filesOf(entry, (file) => file.startsWith('core/i18n/') || stopAt(file));
  const found = new Set<string>();
  for (const text of files.values()) {
    for (const [, key = '', area = '', end = ''] of text.matchAll(keyText)) {
      if (isKey(key, end)) found.add(area);
    }
  }
  return [...found].sort();
}
