import type { FigureLine } from './figure-table.ts';
import type { Measured } from './measure.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const table = (lines: readonly FigureLine[]): string =>
  [
    '| figure | value | wanted | held | note |',
    '|---|---|---|---|---|',
    ...lines.map((line) => {
      const held = line.held === null ? '–' : line.held ? 'yes' : '**no**';
      return `| ${cell(line.figure)} | ${cell(line.value)} | ${cell(line.reach)} | ${held} | ${cell(line.note)} |`;
    }),
  ].join('\n');

const notHeld = (lines: readonly FigureLine[]): string => {
  const missed = lines.filter((line) => line.held === false);
  if (missed.length === 0) return 'Every figure that is asked for was reached in this run.';
  return missed
    .map((line) => `- ${line.figure}: ${line.value} instead of ${line.reach} (${line.note}).`)
    .join('\n');
};

/** The model card of a scorer version (assessment R17): what it is, what was measured, and what it must not be used for. */
export const modelCard = (
  found: Measured,
  lines: readonly FigureLine[],
): string => `# Model card of the embedded scorer

Written by \`npm run evaluate -- --model-card\`; do not edit by hand. Figures are those of one run on the data named beside them.

## What it is
- Version \`${found.scorerVersion}\`: a hash of gate tables, lexicons, learned wording and word vectors. Another table is another version; equal versions give equal scores on Node and workerd, byte for byte.
- Judges one answer on one dimension from its words alone. No network, no key. Chinese, English and mixed text; typed or recognised speech.
- Reads conduct (own steps, detail, difficulty, outcome, lasting effect), the rubric's indicators, key points and reference answers, and learned wording. Never reads name, sex, age, origin, school, family, voice, face, accent or length.
- Learned parts: wording weights (\`test/evaluate/train-wording.ts\`), the proportions of the gates (searched with a sixth of the dimensions kept out at a time), closeness to the question (\`test/evaluate/fit-aboutness.ts\`), similarity of texts (fitted on STS-B.train only). No learning takes place in use.

## What it was measured on
- *golden-dev*: synthetic answers on clean ladders, written and rated by model-based authors. **No validity evidence**: agreement says nothing about agreement with trained people or about performance at work.
- *Held out*: the learned wording was trained again without the question, without the dimension, or without every answer of that author. Lexicons, indicators and gates were written by people who knew these answers, so even these figures are optimistic.
- *Blind check*: 66 answers of other trades and tellers, written by the developers and given their levels before the scorer saw them; nothing is learned from them.
- *sas-zh*, *sts-zh*: real short answers and sentence pairs scored by people; nothing of the scorer was fitted to the questions shown.

## Figures
${table(lines)}

## Not reached
${notHeld(lines)}

## Limits
- Not validated against trained raters or performance. Until a company has double ratings of its own (≥ 50), scores are a reading aid; the standard error starts at half a level.
- A fluent story about another subject of working life is judged on how it is told; only stories from private life are recognised as off topic: all of those measured here, nine in ten of those that the model was fitted to.
- Rewording can move an answer by more than a level where it drops the words that tell what was done.
- Knowledge questions without a reference answer are judged by key points and signs of practice; wrong facts are recognised only where the question lists them.
- Code is read, never run.
- Wording in other languages than Chinese and English is not judged (\`insufficient_evidence\`).
- A person decides. A score never rejects anybody.
`;
