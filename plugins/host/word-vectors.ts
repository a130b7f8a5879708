import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';
import { projectRoot } from './template-files.ts';

let loading: Promise<StaticEmbedder> | undefined;

/** The embedder over the shipped word vectors, read from disk at the first call and shared afterwards. */
export const loadEmbedder = (): Promise<StaticEmbedder> => {
  loading ??= readFile(join(projectRoot, 'templates/vectors/words.bin')).then(createStaticEmbedder);
  return loading;
};
