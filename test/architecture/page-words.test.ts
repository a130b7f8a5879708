import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, root } from '../support/project-files.ts';
import { areasOf, lazyPartOf } from '../support/word-areas.ts';

/** Words that come with the frame of the pages. */
const frame = ['app', 'common', 'messages'];

const isFrame = (file: string) => file.endsWith('/routes.tsx') || file.startsWith('plugins/web/app/');

const areasIn = (list: string): string[] => [...list.matchAll(/'(\w+)'/g)].map(([, area = '']) => area);

/** Each page of an area's routes with the areas of words that its route names. */
async function pagesOf(file: string): Promise<readonly (readonly [page: string, words: string[]])[]> {
  const text = await readFile(join(root, file), 'utf8');
  return [...text.matchAll(/import\('\.\/([^']+)'\)(?:,\s*words: \[([^\]]*)\])?/g)].map(
    ([, page = '', words = '']) => [file.replace('routes.tsx', page), areasIn(words)],
  );
}

test('a page names the areas of words that it shows, so that they come along with its code', async () => {
  const files = (await projectFiles('plugins/web')).filter((file) => file.endsWith('/routes.tsx'));
  const pages = (await Promise.all(files.map(pagesOf))).flat();
  const missing = await Promise.all(
    pages.map(async ([page, words]) => {
      const needed = await areasOf(page, isFrame);
      return { page, missing: needed.filter((area) => ![...frame, ...words].includes(area)) };
    }),
  );

  expect(pages.length).toBeGreaterThan(15);
  expect(missing.filter((one) => one.missing.length > 0)).toEqual([]);
});

test('a part that is loaded on its own names what its page does not bring', async () => {
  const files = (await projectFiles('plugins/web')).filter((file) => file.endsWith('.tsx'));
  const parts = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(root, file), 'utf8');
      return [...text.matchAll(lazyPartOf)].map(([, part = '', words = '']) => ({
        part: join(file, '..', part),
        has: [...frame, file.split('/')[2] ?? '', ...areasIn(words)],
      }));
    }),
  );
  const missing = await Promise.all(
    parts.flat().map(async ({ part, has }) => ({
      part,
      missing: (await areasOf(part, isFrame)).filter((area) => !has.includes(area)),
    })),
  );

  expect(missing.length).toBeGreaterThan(2);
  expect(missing.filter((one) => one.missing.length > 0)).toEqual([]);
});

test('the frame of the pages needs no words but its own', async () => {
  const needed = await areasOf('plugins/web/app/main.tsx', (file) => file.endsWith('/routes.tsx'));

  expect(needed.filter((area) => !frame.includes(area))).toEqual([]);
});
