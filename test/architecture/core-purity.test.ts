import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, root } from '../support/project-files.ts';

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** What the compiler cannot forbid, because the language itself brings it. */
function impurities(file: string, text: string): string[] {
  const code = withoutComments(text);
  const found: string[] = [];
  if (/\bDate\.now\(|\bnew Date\(\s*\)|\bDate\(\s*\)/.test(code)) found.push(`${file} reads the clock`);
  if (/\bMath\.random\b/.test(code)) found.push(`${file} rolls dice`);
  if (/\bglobalThis\b|\beval\(|\bnew Function\(/.test(code))
    found.push(`${file} reaches around its arguments`);
  return found;
}

test('the core reads no clock, rolls no dice and reaches for nothing global', async () => {
  const files = (await projectFiles('core')).filter((file) => file.endsWith('.ts'));
  const found = await Promise.all(
    files.map(async (file) => impurities(file, await readFile(join(root, file), 'utf8'))),
  );

  expect(files.length).toBeGreaterThan(0);
  expect(found.flat()).toEqual([]);
});

test.each([
  ['const now = Date.now();', 'reads the clock'],
  ['const now = new Date();', 'reads the clock'],
  ['const dice = Math.random();', 'rolls dice'],
  ['const page = globalThis.document;', 'reaches around its arguments'],
  ["const f = new Function('return 1');", 'reaches around its arguments'],
])('%s in the core is told of', (code, complaint) => {
  expect(impurities('made-up.ts', code)).toEqual([`made-up.ts ${complaint}`]);
});

test('reading a given time is allowed, and so is naming the clock in a comment', () => {
  expect(impurities('made-up.ts', '/** Never Date.now(). */\nconst at = new Date(iso);')).toEqual([]);
});

test('no rule of the core depends on the name of a platform', async () => {
  const files = (await projectFiles('core')).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('core/i18n/') && !file.startsWith('core/resume/'),
  );
  const named = await Promise.all(
    files.map(async (file) =>
      /\b(feishu|lark|dingtalk|wecom)\b/i.test(withoutComments(await readFile(join(root, file), 'utf8')))
        ? [file]
        : [],
    ),
  );

  expect(named.flat()).toEqual([]);
});
