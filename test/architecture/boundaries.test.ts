import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchTree, scratchTree } from '../support/scratch-tree.ts';

const depcruise = join(import.meta.dirname, '../../node_modules/.bin/depcruise');

/** One import each that breaks one rule: file, its text, the rule that must complain. */
const bad: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['core/a-database.ts', "import '#adapters/database/thing.ts';", 'core-knows-only-core'],
  ['core/a-framework.ts', "import 'hono';", 'core-knows-only-core'],
  ['core/a-node-module.ts', "import 'node:fs';", 'core-knows-only-core'],
  ['core/a-validator.ts', "import 'ajv';", 'generated-validators-alone-use-ajv'],
  ['adapters/feishu/a-neighbour.ts', "import '#adapters/wecom/thing.ts';", 'adapter-knows-core-and-itself'],
  ['adapters/feishu/a-plugin.ts', "import '#plugins/feishu/thing.ts';", 'adapter-knows-core-and-itself'],
  ['adapters/http/a-database.ts', "import '#adapters/database/thing.ts';", 'adapter-knows-core-and-itself'],
  ['adapters/http/a-driver.ts', "import '@libsql/client';", 'http-gets-ports-not-things'],
  [
    'plugins/feishu/a-neighbour.ts',
    "import '#plugins/wecom/thing.ts';",
    'platform-plugin-knows-its-own-platform',
  ],
  [
    'plugins/feishu/a-stranger.ts',
    "import '#adapters/wecom/thing.ts';",
    'platform-plugin-knows-its-own-platform',
  ],
  ['plugins/wecom/bridge.ts', "import '#adapters/wecom/thing.ts';", 'bridge-knows-core-and-the-page-sdk'],
  ['plugins/web/a-store.ts', "import '#adapters/database/thing.ts';", 'page-knows-core-and-types-of-the-app'],
  [
    'plugins/web/an-app.ts',
    "import { app } from '#adapters/http/app.ts';\nexport const x = app;",
    'page-takes-only-types-of-the-app',
  ],
  ['plugins/web/a-compiler.ts', "import 'ajv';", 'page-carries-no-server-package'],
  ['plugins/web/a-node-module.ts', "import 'node:path';", 'page-carries-no-node-module'],
  ['plugins/web/rubric-builder/list.tsx', "import '@dnd-kit/core';", 'sortable-list-alone-uses-dnd-kit'],
  ['adapters/http/a-host.ts', "import '#plugins/host/wire.ts';", 'host-is-not-imported'],
  ['templates/a-program.ts', "import '#core/thing.ts';", 'data-imports-nothing'],
  ['core/a-helper.ts', "import '#test/support/thing.ts';", 'product-never-imports-test'],
  ['core/ring-one.ts', "import './ring-two.ts';", 'no-cycle'],
  ['core/a-typo.ts', "import './thign.ts';", 'resolves'],
];

/** What the bad files point at, and imports that are allowed and must stay silent. */
const good: Readonly<Record<string, string>> = {
  'core/thing.ts': 'export const thing = 1;',
  'core/ring-two.ts': "import './ring-one.ts';",
  'core/template/schemas/pack.ts': "import '@sinclair/typebox';",
  'adapters/database/thing.ts':
    "import 'drizzle-orm';\nimport '#core/thing.ts';\nimport '#adapters/shared/thing.ts';",
  'adapters/shared/thing.ts': 'export const shared = 1;',
  'adapters/wecom/thing.ts': "import '#core/thing.ts';",
  'adapters/http/app.ts': "import 'hono';\nexport const app = 1;",
  'plugins/feishu/thing.ts': "import '#core/thing.ts';",
  'plugins/wecom/thing.ts': "import '#adapters/wecom/thing.ts';",
  'plugins/dingtalk/bridge.ts':
    "import 'dingtalk-jsapi';\nimport type { thing } from '#core/thing.ts';\nexport type X = typeof thing;",
  'plugins/web/a-client.ts':
    "import type { app } from '#adapters/http/app.ts';\nexport type App = typeof app;",
  'plugins/web/kit/sortable-list.tsx': "import '@dnd-kit/core';",
  'plugins/host/wire.ts': "import '#adapters/database/thing.ts';\nimport '#adapters/http/app.ts';",
  'test/support/thing.ts': "import '#plugins/host/wire.ts';",
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let tree: ScratchTree;
let violations: readonly Violation[];

beforeAll(async () => {
  tree = await scratchTree({ ...good, ...Object.fromEntries(bad.map(([file, text]) => [file, text])) });
  const folders = ['core', 'adapters', 'plugins', 'templates', 'test'];
  const run = promisify(execFile)(
    depcruise,
    ['--config', '.dependency-cruiser.json', '--output-type', 'json', '--preserve-symlinks', ...folders],
    { cwd: tree.folder, maxBuffer: 64 * 1024 * 1024 },
  );
  const stdout = await run.then(
    (done) => done.stdout,
    (failure: { stdout: string }) => failure.stdout,
  );
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
});
afterAll(() => tree.remove());

test.each(bad)('%s is told of', (file, _text, rule) => {
  expect(
    violations.filter((violation) => violation.from === file).map(({ rule: { name } }) => name),
  ).toContain(rule);
});

test('imports that the table allows raise no complaint', () => {
  const silent = new Set(Object.keys(good).filter((file) => file !== 'core/ring-two.ts'));

  expect(violations.filter(({ from }) => silent.has(from))).toEqual([]);
});

test('every rule but the one on dead modules has a bad file here', async () => {
  const { default: config } = await import('../../.dependency-cruiser.json', { with: { type: 'json' } });
  const names = config.forbidden.map(({ name }) => name).filter((name) => name !== 'reached-from-an-entry');

  expect([...new Set(bad.map(([, , rule]) => rule))].sort()).toEqual(names.sort());
});
