/**
 * Writes `test/fixtures/scoring-runtimes/scores.json`: requests with the scores that Node gives them. A unit test and a test on
 * workerd hold both runtimes to it. Run after any change of the scorer: `node --import tsx test/evaluate/write-runtime-scores.ts`.
 */
import { writeFileSync } from 'node:fs';
import { scoreAnswer } from '#core/scoring/score-answer.ts';
import { scorerVersion } from '#core/scoring/scorer-version.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { goldenRequest } from './golden-agreement.ts';
import { goldenLines } from './rated-lines.ts';

/** One of each: behavioural, situational, knowledge, English, without punctuation, an injection. */
const CHOSEN = ['d001', 'd013', 'd043', 'd106', 'd117', 'd131', 'd147', 'd160', 'd177', 'd223', 'd230'];

const embedder = await loadEmbedder();
const version = scorerVersion();
const cases = goldenLines()
  .filter((line) => CHOSEN.includes(line.id))
  .map((line) => {
    const request = goldenRequest(line);
    return { id: line.id, request, score: scoreAnswer(request, { version, embedder }) };
  });
writeFileSync(
  new URL('../fixtures/scoring-runtimes/scores.json', import.meta.url),
  `${JSON.stringify({ version, vectors: embedder.version, cases }, null, 2)}\n`,
);
process.stdout.write(`${cases.length} scores of ${version}\n`);
