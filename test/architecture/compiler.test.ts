import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const coreConfig = join(root, 'core/tsconfig.json');

/** Compiles one file that exists only in memory as if it stood in core/, and returns the compiler's complaints. */
function complaintsAbout(source: string): string[] {
  const parsed = ts.getParsedCommandLineOfConfigFile(coreConfig, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
    },
  });
  if (parsed === undefined) throw new Error(`Cannot read ${coreConfig}`);
  const file = join(root, 'core/made-up-file.ts');
  const host = ts.createCompilerHost(parsed.options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, options) =>
    name === file ? ts.createSourceFile(name, source, options) : getSourceFile(name, options);
  const program = ts.createProgram({ rootNames: [file], options: parsed.options, host });
  return ts
    .getPreEmitDiagnostics(program)
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

test.each([
  ['the network', "export const page = fetch('https://example.com');", "Cannot find name 'fetch'"],
  ['the process', 'export const home = process.env;', "Cannot find name 'process'"],
  ['a page', 'export const title = document.title;', "Cannot find name 'document'"],
  ['timers', 'export const timer = setTimeout(() => {}, 1);', "Cannot find name 'setTimeout'"],
  ['the console', "console.log('x');\nexport {};", "Cannot find name 'console'"],
  ['a module of Node', "import { readFile } from 'node:fs';\nexport { readFile };", "'node:fs'"],
  ['a Buffer', 'export const bytes = Buffer.alloc(1);', "Cannot find name 'Buffer'"],
  ['WebCrypto', 'export const id = crypto.randomUUID();', "Cannot find name 'crypto'"],
])('the core cannot name %s', (_thing, source, complaint) => {
  expect(complaintsAbout(source).join('\n')).toContain(complaint);
});

test.each([
  ['an enum', 'export enum Colour { Red }'],
  ['a parameter property', 'export class Box { constructor(readonly size: number) {} }'],
])('the compiler refuses %s, which Node cannot strip', (_thing, source) => {
  expect(complaintsAbout(source).join('\n')).toContain("not allowed when 'erasableSyntaxOnly' is enabled");
});

test('the compiler makes the reader of an array think of the missing element', () => {
  expect(complaintsAbout('export const first = (list: string[]): string => list[0];').join('\n')).toContain(
    "Type 'undefined' is not assignable",
  );
});

test('the core may use the language itself', () => {
  expect(complaintsAbout("export const parts = [...new Intl.Segmenter('zh').segment('你好')];")).toEqual([]);
});
