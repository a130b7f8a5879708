import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScoredQuestion } from '#core/ports/answer-scorer.ts';

/** A line of golden-dev; all rated answers have this form. */
export interface GoldenLine {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly dimension: string;
  readonly question: {
    readonly text: string;
    readonly type: ScoredQuestion['type'];
    readonly keys: string[];
  };
  readonly answer: string;
  readonly intended: number;
  readonly attack: string | null;
  readonly base: string | null;
  readonly paraphraseOf: string | null;
}

const GOLDEN = fileURLToPath(new URL('../fixtures/golden-dev/', import.meta.url));

/** The objects of a file with one a line. */
export const linesOfFile = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

/** All lines of the answers in `folder`, by default of golden-dev. */
export const goldenLines = (folder = GOLDEN): GoldenLine[] =>
  linesOfFile(join(folder, 'answers.jsonl')) as GoldenLine[];

/** Mean rating by id, for the originals only. */
export const goldenRatings = (folder = GOLDEN): Readonly<Record<string, { readonly mean: number }>> =>
  JSON.parse(readFileSync(join(folder, 'ratings.json'), 'utf8'));
