import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../support/project-files.ts';

/** Makes plain JavaScript of the yardstick's server, so that it starts as the built product does. Returns the file. */
export async function buildBareServer(): Promise<string> {
  const folder = join(root, 'node_modules/.cache/jinji-bench');
  await mkdir(folder, { recursive: true });
  const source = await readFile(join(import.meta.dirname, 'bare-server.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  const file = join(folder, 'bare-server.js');
  await writeFile(file, outputText);
  await writeFile(join(folder, 'package.json'), '{"type":"module"}\n');
  return file;
}
