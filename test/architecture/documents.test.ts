import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, root } from '../support/project-files.ts';

const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** Targets of `[text](target)`, `![alt](target)` and `<img src="target">`, outside code. */
function targetsIn(markdown: string): string[] {
  const text = withoutCode(markdown);
  const links = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const images = [...text.matchAll(/<(?:img|a|source)\s[^>]*?(?:src|href|srcset)="([^"]+)"/g)];
  return [...links, ...images].map((match) => match[1] ?? '');
}

/** The anchors that a forge makes of headings: lower case, punctuation gone, spaces as hyphens. */
function anchorsIn(markdown: string): Set<string> {
  const headings = markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  return new Set(
    [...headings].map((match) =>
      (match[1] ?? '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}\p{Mark}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}

/** Links of one document that lead nowhere, with the reason. */
async function brokenLinks(file: string, markdown: string): Promise<string[]> {
  const broken: string[] = [];
  for (const target of targetsIn(markdown)) {
    if (/^(https?|mailto):/.test(target)) continue;
    const [path = '', anchor] = target.split('#');
    const full = path === '' ? join(root, file) : join(root, dirname(file), decodeURIComponent(path));
    if (relative(root, full).startsWith('..')) broken.push(`${file}: ${target} leaves the project`);
    else if (path !== '' && !existsSync(full)) broken.push(`${file}: ${target} does not exist`);
    else if (anchor !== undefined && full.endsWith('.md')) {
      const headed = path === '' ? markdown : await readFile(full, 'utf8');
      if (!anchorsIn(headed).has(decodeURIComponent(anchor)))
        broken.push(`${file}: ${target} has no heading`);
    }
  }
  return broken;
}

test('every link and picture of every document leads somewhere', async () => {
  const documents = (await projectFiles()).filter((file) => file.endsWith('.md'));
  const broken = await Promise.all(
    documents.map(async (file) => brokenLinks(file, await readFile(join(root, file), 'utf8'))),
  );

  expect(documents).toContain('CONTRIBUTING.md');
  expect(broken.flat()).toEqual([]);
});

describe('a document with a broken link is told of', () => {
  test.each([
    ['a missing file', '[x](no-such-file.md)', 'no-such-file.md does not exist'],
    ['a missing picture', '![x](docs/no-such.png)', 'docs/no-such.png does not exist'],
    ['a missing heading', '[x](GLOSSARY.md#no-such)', 'GLOSSARY.md#no-such has no heading'],
    ['a missing heading of its own', '# Here\n[x](#there)', '#there has no heading'],
    ['a file outside', '[x](../elsewhere.md)', '../elsewhere.md leaves the project'],
  ])('%s', async (_what, markdown, complaint) => {
    expect(await brokenLinks('made-up.md', markdown)).toEqual([`made-up.md: ${complaint}`]);
  });

  test('and a good one is not', async () => {
    const good = '# 一个 标题\n[a](#一个-标题) [b](LICENSE) [c](https://example.com/x) `[d](nowhere.md)`';

    expect(await brokenLinks('made-up.md', good)).toEqual([]);
  });
});

test('every dependency has its reason in DECISIONS.md, and no reason outlives its dependency', async () => {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const chapter =
    (await readFile(join(root, 'DECISIONS.md'), 'utf8')).split('## Dependencies and their reasons')[1] ?? '';
  const rows = chapter.split('\n').filter((line) => line.startsWith('| `'));
  const reasoned = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]),
  );

  expect(reasoned.sort()).toEqual(installed.sort());
});

test('every version in package.json is exact', async () => {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/.test(version),
  );

  expect(ranges).toEqual([]);
});

test('every script that CONTRIBUTING.md and the READMEs name exists', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const documents = (await projectFiles()).filter((file) => file.endsWith('.md'));
  const texts = await Promise.all(documents.map((file) => readFile(join(root, file), 'utf8')));
  const named = texts.flatMap((text) =>
    [...text.matchAll(/npm run (?:-s )?([\w-]+)/g)].map((match) => match[1] ?? ''),
  );

  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
