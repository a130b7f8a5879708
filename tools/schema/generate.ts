import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.ts';

const root = new URL('../../', import.meta.url);

for (const [path, text] of generatedFiles()) {
  const file = new URL(path, root);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(fileURLToPath(file), text);
  process.stderr.write(`${path}\n`);
}
