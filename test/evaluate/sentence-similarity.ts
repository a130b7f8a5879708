import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StaticEmbedder } from '#core/embedding/static-embedder.ts';
import { spearman } from './statistics.ts';

/** Agreement of `similarity` with people's labels of one file of sentence pairs. */
export interface SimilarityScore {
  readonly file: string;
  readonly pairs: number;
  /** Spearman × 100. */
  readonly spearman: number;
  /** Mean similarity of pairs with the lowest and with the highest label. */
  readonly lowest: number;
  readonly highest: number;
}

const FILES = [
  { file: 'STS-B.train.tsv', columns: [0, 1, 2] },
  { file: 'STS-B.valid.tsv', columns: [0, 1, 2] },
  { file: 'PAWSX.dev_2k.tsv', columns: [1, 2, 3] },
] as const;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Runs the pairs of `<data>/sts-zh`; the weights of similarity were fitted on STS-B.train only. */
export async function evaluateSimilarity(data: string, embedder: StaticEmbedder): Promise<SimilarityScore[]> {
  const scores: SimilarityScore[] = [];
  for (const { file, columns } of FILES) {
    const text = await readFile(join(data, 'sts-zh', file), 'utf8');
    const rows = text
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((row) => Number.isFinite(Number(row[columns[2]] ?? 'x')));
    const labels = rows.map((row) => Number(row[columns[2]]));
    const found = rows.map((row) => embedder.similarity(row[columns[0]] ?? '', row[columns[1]] ?? ''));
    const [low, high] = [Math.min(...labels), Math.max(...labels)];
    const meanOf = (label: number) => {
      const chosen = found.filter((_, i) => labels[i] === label);
      return chosen.reduce((sum, value) => sum + value, 0) / Math.max(1, chosen.length);
    };
    scores.push({
      file,
      pairs: rows.length,
      spearman: round(100 * spearman(found, labels), 1),
      lowest: round(meanOf(low), 2),
      highest: round(meanOf(high), 2),
    });
  }
  return scores;
}
