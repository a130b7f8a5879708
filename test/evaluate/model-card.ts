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
- Reads conduct (own steps, detail, difficulty, outcome, lasting effect), the rubric's indicators, key points and reference answers, and learned wording (pieces of words, words, their meaning, and what the lexicon found). Never reads name, sex, age, origin, school, family, voice, face, accent or length.
- Learned parts: wording weights (\`test/evaluate/train-wording.ts\`), weights of the gates with given signs (\`test/evaluate/fit-gates.ts\`, each author kept out in turn), closeness to the question (\`test/evaluate/fit-aboutness.ts\`), what answers that show a dimension speak of (\`test/evaluate/train-dimensions.ts\`), similarity of texts (fitted on STS-B.train only). No learning takes place in use.

## What it was measured on
- *golden-dev*: synthetic answers on clean ladders, written and rated by model-based authors. **No validity evidence**: agreement says nothing about agreement with trained people or about performance at work.
- *Held out*: the learned wording was trained again without the question, without the dimension, or without every answer of that author. Lexicons, indicators and gates were written or fitted by people who knew these answers, so even these figures are optimistic.
- *Authors*: twelve model-based authors (\`test/fixtures/rated-answers/*/SOURCE.md\`), all but one of whom wrote blind to the scorer; of *q* nothing was read or learned. Before the others were learned from, the scorer \`embedded-5-ea1bae37cfefb92b\` reached QWK .542 (k), .668 (m), .703 (n), .426 (p, English), .696 (q) on them untouched. Lexicon entries were added after the misses of k, m, n and p had been read, so only *q* and the kept half of *second* are clean; the total of q was seen on the way (.767, .803) and nothing was chosen by it. Two authors came after that: the scorer \`embedded-5-9e0e37bb4be87b37\` reached .666 (t, English) and .685 (v, both languages) on them untouched, and learned their wording afterwards. *x* (Chinese) and *y* (English) told one story to several questions, word for word, and rated each by what it shows of the dimension asked; half of their stories are learned from, the other half only measured (two places of the gates were chosen while both halves were seen). *w* wrote ladders with care for both ends.
- *Blind check*: 66 answers of other trades and tellers, written by the developers and given their levels before the scorer saw them; nothing is learned from them.
- *sas-zh*, *sts-zh*: real short answers and sentence pairs scored by people; nothing of the scorer was fitted to the questions shown.

## Figures
${table(lines)}

## Not reached
${notHeld(lines)}

## Limits
- Not validated against trained raters or performance. Until a company has double ratings of its own (≥ 50), scores are a reading aid; the standard error starts at half a level.
- A fluent story about another subject of working life is judged on how it is told: closeness to the question tells it from a real answer only in three cases of four, too few to cut; only stories from private life are recognised as off topic: all of those measured here, nine in ten of those that the model was fitted to.
- Rewording can move an answer by more than a level where it drops the words that tell what was done.
- Answers at level 1 are scored most of a level too high on average, answers at level 5 more than half a level too low, where no other answer of that author was learned from. English rests on fewer answers and is weaker.
- Knowledge questions without a reference answer are judged by key points and signs of practice; wrong facts are recognised only where the question lists them.
- Code is read, never run.
- Wording in other languages than Chinese and English is not judged (\`insufficient_evidence\`).
- A person decides. A score never rejects anybody.
`;
