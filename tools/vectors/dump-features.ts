import { readFileSync } from 'node:fs';
import { prepareText } from '#core/embedding/prepared-text.ts';
import { createWordSegmenter } from '#core/embedding/segment-words.ts';
import { SIMILARITY_FEATURES, similarityFeatures } from '#core/embedding/similarity-features.ts';
import { readWordVectors } from '#core/embedding/vector-file.ts';

/** Prints label and features of each pair of a tab-separated file (a, b, label): dump-features.ts WORDS.bin PAIRS.tsv. */
const [wordsFile, pairsFile] = process.argv.slice(2);
if (wordsFile === undefined || pairsFile === undefined) {
  throw new Error('usage: dump-features.ts WORDS.bin PAIRS.tsv');
}
const vectors = readWordVectors(readFileSync(wordsFile));
const segment = createWordSegmenter(vectors);
process.stdout.write(`label ${SIMILARITY_FEATURES.join(' ')}\n`);
for (const line of readFileSync(pairsFile, 'utf8').split('\n')) {
  const [a, b, label] = line.split('\t');
  if (a === undefined || b === undefined || label === undefined) continue;
  const features = similarityFeatures(
    prepareText(a, vectors, segment),
    prepareText(b, vectors, segment),
    vectors,
  );
  process.stdout.write(`${label} ${features.join(' ')}\n`);
}
