/**
 * `npm run evaluate [-- --data DIR] [--questions] [--model-card]`: measures the judgement and prints what it reaches;
 * `--model-card` also writes docs/model-card.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { figureLines, printTable } from './figure-table.ts';
import { measure } from './measure.ts';
import { modelCard } from './model-card.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    questions: { type: 'boolean', default: false },
    'model-card': { type: 'boolean', default: false },
  },
});
const found = await measure(values.data);
const figures = figureLines(found);
process.stdout.write(`scorer ${found.scorerVersion}\n${printTable(figures)}\n`);
if (values['model-card'])
  writeFileSync(new URL('../../docs/model-card.md', import.meta.url), modelCard(found, figures));
if (values.questions) {
  const rows = Object.entries(found.heldOut.question.byQuestion).sort((a, b) => a[1] - b[1]);
  process.stdout.write('\nQWK by question, held out by question\n');
  for (const [question, qwk] of rows) process.stdout.write(`${qwk.toFixed(2)}  ${question}\n`);
}
