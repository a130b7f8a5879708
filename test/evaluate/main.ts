/** `npm run evaluate [-- --data DIR]`: measures the judgement and prints what it reaches. */
import { parseArgs } from 'node:util';
import { figureLines, printTable } from './figure-table.ts';
import { measure } from './measure.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, questions: { type: 'boolean', default: false } },
});
const found = await measure(values.data);
process.stdout.write(`scorer ${found.scorerVersion}\n${printTable(figureLines(found))}\n`);
if (values.questions) {
  const rows = Object.entries(found.heldOut.question.byQuestion).sort((a, b) => a[1] - b[1]);
  process.stdout.write('\nQWK by question, held out by question\n');
  for (const [question, qwk] of rows) process.stdout.write(`${qwk.toFixed(2)}  ${question}\n`);
}
