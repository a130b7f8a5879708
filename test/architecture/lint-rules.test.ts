import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchTree, scratchTree } from '../support/scratch-tree.ts';

const biome = join(import.meta.dirname, '../../node_modules/.bin/biome');
const lines = (count: number, line: string) => `${line}\n`.repeat(count);
const longFunction = (count: number) =>
  `export function long(list: string[]): void {\n${lines(count, "  list.push('x');")}}\n`;

/** One bad file for each rule that the project relies on: file, its text, the rule that must complain. */
const bad: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['core/tokenCache.ts', 'export const x = 1;', 'style/useFilenamingConvention'],
  ['plugins/web/kit/Button.tsx', 'export const x = 1;', 'style/useFilenamingConvention'],
  ['core/a-default.ts', 'export default 1;', 'style/noDefaultExport'],
  ['core/an-any.ts', 'export const x = (y: any) => y;', 'suspicious/noExplicitAny'],
  ['adapters/http/an-environment.ts', 'export const x = process.env.PORT;', 'style/noProcessEnv'],
  ['plugins/host/an-environment.ts', 'export const x = process.env.PORT;', 'style/noProcessEnv'],
  ['adapters/http/a-console.ts', "console.log('x');", 'suspicious/noConsole'],
  [
    'adapters/http/a-bare-name.ts',
    "import fs from 'fs';\nexport const x = fs;",
    'style/useNodejsImportProtocol',
  ],
  [
    'adapters/http/a-stranger.ts',
    "import x from 'left-pad';\nexport const y = x;",
    'correctness/noUndeclaredDependencies',
  ],
  [
    'adapters/http/a-tool.ts',
    "import x from 'vitest';\nexport const y = x;",
    'correctness/noUndeclaredDependencies',
  ],
  [
    'core/a-barrel.ts',
    "export * from './a-default.ts';\nexport { x } from './an-any.ts';",
    'performance/noBarrelFile',
  ],
  ['core/a-long-file.ts', `${lines(300, 'void 0;')}export {};\n`, 'style/noExcessiveLinesPerFile'],
  ['test/unit/a-long-file.test.ts', `${lines(400, 'void 0;')}export {};\n`, 'style/noExcessiveLinesPerFile'],
  ['core/a-long-function.ts', longFunction(61), 'complexity/noExcessiveLinesPerFunction'],
  [
    'test/unit/a-skip.test.ts',
    "import { test } from 'vitest';\ntest.skip('x', () => {});",
    'suspicious/noSkippedTests',
  ],
  [
    'test/unit/a-focus.test.ts',
    "import { test } from 'vitest';\ntest.only('x', () => {});",
    'suspicious/noFocusedTests',
  ],
];

const good: Readonly<Record<string, string>> = {
  'plugins/host/config.ts': 'export const x = process.env.PORT;\n',
  'plugins/host/a-console.ts': "console.log('x');\n",
  'plugins/host/worker.ts': 'export default {};\n',
  'made-up.config.ts': "import { defineConfig } from 'vitest/config';\nexport default defineConfig({});\n",
  'core/a-full-file.ts': `${lines(299, 'void 0;')}export {};\n`,
  'core/scoring/lexicon/a-long-list.ts': `${lines(400, 'void 0;')}export {};\n`,
  'core/a-full-function.ts': longFunction(57),
  'test/unit/a-full-file.test.ts': `${lines(399, 'void 0;')}export {};\n`,
};

let tree: ScratchTree;
let complaints: readonly string[];

beforeAll(async () => {
  tree = await scratchTree({ ...good, ...Object.fromEntries(bad.map(([file, text]) => [file, text])) });
  const run = promisify(execFile)(
    biome,
    ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'],
    { cwd: tree.folder, maxBuffer: 64 * 1024 * 1024 },
  );
  const stdout = await run.then(
    (done) => done.stdout,
    (failure: { stdout: string }) => failure.stdout,
  );
  complaints = stdout.split('\n').filter((line) => line.startsWith('::error'));
});
afterAll(() => tree.remove());

const told = (file: string) => complaints.filter((line) => line.includes(`/${file},`));

test.each(bad)('%s is told of', (file, _text, rule) => {
  expect(told(file).join('\n')).toContain(`title=lint/${rule},`);
});

test.each(Object.keys(good))('%s is left alone', (file) => {
  expect(told(file)).toEqual([]);
});
