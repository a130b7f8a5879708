import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildOnce } from '../../build.ts';
import { projectFiles, root } from '../support/project-files.ts';

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

let manifest: Readonly<Record<string, Chunk>>;
beforeAll(async () => {
  await buildOnce();
  manifest = JSON.parse(await readFile(join(root, 'dist/client/.vite/manifest.json'), 'utf8'));
});

/** Chunks that a browser loads with these, by their static imports. */
function withImports(keys: readonly string[]): Chunk[] {
  const seen = new Map<string, Chunk>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.set(key, chunk);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return [...seen.values()];
}

const entry = (name: string): string => {
  const found = Object.entries(manifest).find(([, chunk]) => chunk.isEntry && chunk.name === name)?.[0];
  if (found === undefined) throw new Error(`no entry ${name}`);
  return found;
};

/** Gzipped bytes of scripts and styles that these need before they show anything. */
async function weight(keys: readonly string[]): Promise<{ readonly script: number; readonly style: number }> {
  const chunks = withImports(keys);
  const size = async (file: string) => gzipSync(await readFile(join(root, 'dist/client', file))).length;
  const sum = async (files: readonly string[]) =>
    (await Promise.all([...new Set(files)].map(size))).reduce((a, b) => a + b, 0);
  return {
    script: await sum(chunks.map((chunk) => chunk.file)),
    style: await sum(chunks.flatMap((chunk) => chunk.css ?? [])),
  };
}

const words = (area: string, language: 'zh-cn' | 'en-us') => `core/i18n/${language}/${area}.ts`;
const kib = 1024;

test.each(['zh-cn', 'en-us'] as const)(
  'the interview shows its first question within 40 KiB of script and 10 KiB of style (%s)',
  async (language) => {
    const { script, style } = await weight([entry('interview'), words('interview', language)]);

    expect(script).toBeGreaterThan(10 * kib);
    expect(script).toBeLessThanOrEqual(40 * kib);
    expect(style).toBeLessThanOrEqual(10 * kib);
  },
);

test('nothing of the recorder is loaded before somebody wants to record', () => {
  const files = withImports([entry('interview')]).map((chunk) => chunk.src ?? chunk.file);

  expect(files.filter((file) => /recorder|recorded|noble|take-/.test(file))).toEqual([]);
});

test("the recorder itself stays below 20 KiB of script, so that it comes quickly on a phone's network", async () => {
  const all = await weight([
    entry('interview'),
    'plugins/web/interview/recorder/recorded-answer.tsx',
    'plugins/web/interview/recorder/device-check.tsx',
  ]);
  const before = await weight([entry('interview')]);

  expect(all.script - before.script).toBeGreaterThan(2 * kib);
  expect(all.script - before.script).toBeLessThanOrEqual(20 * kib);
});

test("the candidate's own page loads within 40 KiB of script and 10 KiB of style", async () => {
  const { script, style } = await weight([entry('me'), words('interview', 'zh-cn'), words('me', 'zh-cn')]);

  expect(script).toBeLessThanOrEqual(40 * kib);
  expect(style).toBeLessThanOrEqual(10 * kib);
});

/** Every page of the HR app with the areas of words that come along with it. */
async function staffPages(): Promise<readonly (readonly [page: string, areas: readonly string[]])[]> {
  const files = (await projectFiles('plugins/web')).filter((file) => file.endsWith('/routes.tsx'));
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(join(root, file), 'utf8') })),
  );
  return texts.flatMap(({ file, text }) =>
    [...text.matchAll(/import\('\.\/([^']+)'\)(?:,\s*words: \[([^\]]*)\])?/g)].map(
      ([, page = '', list = '']) =>
        [
          file.replace('routes.tsx', page),
          ['common', 'app', 'messages', ...[...list.matchAll(/'(\w+)'/g)].map(([, area = '']) => area)],
        ] as const,
    ),
  );
}

test.each(['zh-cn', 'en-us'] as const)(
  'every HR page loads within 80 KiB of script, words and style (%s)',
  async (language) => {
    const weights = await Promise.all(
      (await staffPages()).map(async ([page, areas]) => {
        const { script, style } = await weight([entry('app'), page, ...areas.map((a) => words(a, language))]);
        return { page, kib: Math.ceil((script + style) / kib) };
      }),
    );

    expect(weights.length).toBeGreaterThan(15);
    expect(weights.filter((one) => one.kib < 30 || one.kib > 80)).toEqual([]);
  },
);

test('dragging is loaded by those who drag', async () => {
  const { script } = await weight([entry('app')]);
  const texts = await Promise.all(
    withImports([entry('app')]).map((chunk) => readFile(join(root, 'dist/client', chunk.file), 'utf8')),
  );

  expect(script).toBeLessThanOrEqual(40 * kib);
  expect(texts.some((text) => /dnd-kit|DndContext/.test(text))).toBe(false);
});

test('the frame inside an office client loads within 60 KiB of script, without any bridge', async () => {
  const { script } = await weight([entry('open')]);

  expect(script).toBeLessThanOrEqual(60 * kib);
});

test.each(['app', 'open', 'interview', 'me'])(
  'no bridge, SDK of a platform or dictation is loaded with the first files of %s',
  (name) => {
    const files = withImports([entry(name)]).map((chunk) => chunk.src ?? chunk.file);

    expect(files.filter((file) => /bridge\.ts|jsapi|jssdk|pcm-listener|dictation-button/.test(file))).toEqual(
      [],
    );
  },
);

test('the bridges of the three platforms come alone, each within 24 KiB of script', async () => {
  for (const platform of ['wecom', 'dingtalk', 'feishu']) {
    const { script } = await weight([`plugins/${platform}/bridge.ts`]);
    expect(script).toBeGreaterThan(0.5 * kib);
    expect(script).toBeLessThanOrEqual(24 * kib);
  }
});

test('the candidate carries no dragging', async () => {
  const chunks = withImports([entry('interview'), entry('me')]);
  const texts = await Promise.all(
    chunks.map((chunk) => readFile(join(root, 'dist/client', chunk.file), 'utf8')),
  );

  expect(texts.some((text) => /dnd-kit|DndContext/.test(text))).toBe(false);
});
