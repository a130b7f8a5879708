import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { normaliseForWords } from '#core/embedding/prepared-text.ts';
import { createWordSegmenter, tokensOf } from '#core/embedding/segment-words.ts';
import { readWordVectors } from '#core/embedding/vector-file.ts';

/** Cuts a text of one sentence a line into words with the product's own segmenter: segment-text.ts WORDS.bin IN OUT. */
const [wordsFile, inFile, outFile] = process.argv.slice(2);
if (wordsFile === undefined || inFile === undefined || outFile === undefined) {
  throw new Error('usage: segment-text.ts WORDS.bin IN OUT');
}
const segment = createWordSegmenter(readWordVectors(readFileSync(wordsFile)));
const out = createWriteStream(outFile);
for await (const line of createInterface({ input: createReadStream(inFile) })) {
  const words = tokensOf(segment(normaliseForWords(line))).map((token) => token.word);
  if (!out.write(`${words.join(' ')}\n`)) await new Promise((resolve) => out.once('drain', resolve));
}
out.end();
