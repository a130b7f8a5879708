/**
 * `node --import tsx test/evaluate/compare-authors.ts [--untouched] [--misses] [AUTHOR …]`: agreement with each author's ratings. What an
 * author's answers taught is left out before they are judged, unless `--untouched` asks for the scorer as it is; `--misses` prints
 * every answer that is a level or more away, with the gate that decided. Who is never learned from is only measured when named.
 */
import { parseArgs } from 'node:util';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { authorAgreement, biasNote, type ScoredLine } from './author-agreement.ts';
import { authoredLines, authors } from './authors.ts';
import { goldenRequest } from './golden-agreement.ts';
import { heldOutScorers } from './held-out.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { untouched: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } },
});
const embedder = await loadEmbedder();
const shipped = createEmbeddedScorer({ loadEmbedder: async () => embedder });
const without = heldOutScorers('author', embedder);
const isBlind = (name: string) => authors.some((author) => author.name === name && author.learned === 'none');
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const seen = authors.filter(({ learned }) => learned !== 'none').map(({ name }) => name);
for (const name of positionals.length > 0 ? positionals : seen) {
  const scored: ScoredLine[] = [];
  const misses: string[] = [];
  for (const item of authoredLines(name)) {
    const { line, rating } = item;
    const unseen = {
      lang: line.lang,
      question: line.question.text,
      dimension: line.dimension,
      author: name,
    };
    const scorer = values.untouched ? shipped : without(unseen);
    const { score, why } = await scorer.score(goldenRequest(line));
    scored.push({ item, score });
    if (Math.abs((score ?? 1) - rating) < 1) continue;
    misses.push(
      `${line.id} ${line.dimension} ${line.question.type} rated ${rating}, scored ${score}, ${why.gate}\n  ${line.question.text}\n  ${line.answer}`,
    );
  }
  if (scored.length === 0) continue;
  const found = authorAgreement(name, scored);
  process.stdout.write(
    `${name}: QWK ${found.qwk.toFixed(3)}, exact ${percent(found.exact)}, adjacent ${percent(found.adjacent)}, coverage ${percent(found.coverage)}, bias ${found.bias.toFixed(2)}, ${found.answers} answers\n  ${biasNote(found)}\n`,
  );
  if (values.misses && !isBlind(name)) process.stdout.write(`${misses.join('\n')}\n`);
}
