import type { AnswerScorer, ScoredDimension } from '#core/ports/answer-scorer.ts';
import { goldenRequest } from './golden-agreement.ts';
import { builtInDimensions, scoredDimension } from './rated-answers.ts';
import type { GoldenLine } from './rated-lines.ts';
import { spearman } from './statistics.ts';

/** A built-in dimension as an admin would type it: another name, the definition, the anchors, nothing else. */
export const asTyped = (line: GoldenLine): ScoredDimension => {
  const dimension = builtInDimensions().get(line.dimension);
  if (dimension === undefined) throw new RangeError(`unknown dimension ${line.dimension}`);
  const { definition, anchors } = scoredDimension(dimension, line.lang);
  return {
    code: 'own-1',
    name: line.lang === 'zh' ? '岗位要求' : 'Job need',
    definition,
    anchors,
    indicators: [],
  };
};

/** How dimensions without indicators order the ladders of the golden set. */
export interface CustomDimensionScores {
  readonly answers: number;
  /** Over all answers. */
  readonly spearman: number;
  /** Mean over the questions. */
  readonly meanByQuestion: number;
  readonly worstQuestion: number;
}

/** Scores every rated line on its dimension stripped of name and indicators, by scorers that did not learn from that dimension. */
export const evaluateCustomDimensions = async (
  lines: readonly GoldenLine[],
  ratings: Readonly<Record<string, { readonly mean: number }>>,
  scorerOf: (line: GoldenLine) => AnswerScorer,
): Promise<CustomDimensionScores> => {
  const rows: { question: string; rating: number; score: number }[] = [];
  for (const line of lines) {
    const rating = ratings[line.id];
    if (rating === undefined) continue;
    const { score } = await scorerOf(line).score(goldenRequest(line, { dimension: asTyped(line) }));
    rows.push({ question: line.question.text, rating: rating.mean, score: score ?? 1 });
  }
  const over = (own: typeof rows) =>
    spearman(
      own.map((row) => row.score),
      own.map((row) => row.rating),
    );
  const each = [...new Set(rows.map((row) => row.question))].map((question) =>
    over(rows.filter((row) => row.question === question)),
  );
  return {
    answers: rows.length,
    spearman: over(rows),
    meanByQuestion: each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length),
    worstQuestion: Math.min(...each),
  };
};
