import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { codePointLength, jsonEqual } from '#core/template/validator-runtime.ts';
import { generatedFiles } from '../../../tools/schema/generated-files.ts';

const root = new URL('../../../', import.meta.url);
const files = generatedFiles();

test.each([...files.keys()])('%s is what the TypeBox schemas give', (path) => {
  const remedy = `${path} is out of date: run “npx tsx tools/schema/generate.ts”`;
  expect(readFileSync(new URL(path, root), 'utf8'), remedy).toBe(files.get(path));
});

test('the published folder holds no schema that nothing generates', () => {
  const published = readdirSync(new URL('templates/schema/', root)).map((name) => `templates/schema/${name}`);
  expect(published.filter((path) => !files.has(path))).toEqual([]);
});

test('the validators neither compile nor load anything at run time', () => {
  const code = files.get('core/template/generated/validators.js') ?? '';
  expect(code).not.toMatch(/\brequire\(|\beval\(|new Function|\bFunction\(|\bimport\(/);
  expect(code.match(/^import .*$/gm)).toEqual([
    "import { codePointLength, jsonEqual } from '../validator-runtime.ts';",
  ]);
});

test('every schema names its dialect, its id and a title', () => {
  for (const [path, text] of files) {
    if (!path.endsWith('.json')) continue;
    const schema = JSON.parse(text) as Record<string, unknown>;
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(`templates/schema/${schema.$id}`).toBe(path);
    expect(schema.title).toEqual(expect.any(String));
  }
});

test('the validators work where code may not be made from strings', () => {
  const code = (files.get('core/template/generated/validators.js') ?? '')
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/export const (\w+) =/g, 'globalThis.$1 =');
  const sandbox: Record<string, unknown> = { codePointLength, jsonEqual };
  const context = createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  runInContext(code, context);
  expect(() => runInContext('new Function("return 1")', context)).toThrow(/Code generation from strings/);
  expect(runInContext('validateReportLayout({ sections: [] })', context)).toBe(false);
});
