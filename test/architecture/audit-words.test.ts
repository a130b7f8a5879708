import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/project-files.ts';

/** Acts that a source writes into the log: a code, or two of which a condition chooses one. */
const written = /action: (?:[^'\n]*\? )?'([a-z_]+\.[a-z_]+)'(?: : '([a-z_]+\.[a-z_]+)')?/g;

async function actsOf(folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true });
  const sources = names.filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(sources.map((name) => readFile(join(root, folder, name), 'utf8')));
  return texts.flatMap((text) =>
    [...text.matchAll(written)].flatMap(([, one, other]) => [one, other].filter((act) => act !== undefined)),
  );
}

test('every act of the log has words, so that a reader of the log never meets a code', async () => {
  const acts = new Set([...(await actsOf('core')), ...(await actsOf('adapters'))]);
  const words = await readFile(join(root, 'plugins/web/settings/audit-words.ts'), 'utf8');
  expect(acts.size).toBeGreaterThan(40);
  expect(acts).toContain('report.viewed');
  expect([...acts].filter((act) => !words.includes(`'${act}'`))).toEqual([]);
});
