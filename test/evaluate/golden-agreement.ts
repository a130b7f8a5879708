import type {
  AnswerScorer,
  DimensionScore,
  ScoredDimension,
  ScoreRequest,
} from '#core/ports/answer-scorer.ts';
import { quadraticKappa, raterAgreement, wholeLevel } from '#core/scoring/agreement/rater-agreement.ts';
import { builtInDimensions, scoredDimension } from './rated-answers.ts';
import type { GoldenLine } from './rated-lines.ts';
import { pearson } from './statistics.ts';

const dimensions = builtInDimensions();

/** The request that `jinji score` makes of a golden line, with other words or another dimension where given. */
export const goldenRequest = (
  line: GoldenLine,
  changes: { readonly answer?: string; readonly dimension?: ScoredDimension } = {},
): ScoreRequest => {
  const dimension = dimensions.get(line.dimension);
  if (dimension === undefined) throw new RangeError(`${line.id}: unknown dimension ${line.dimension}`);
  return {
    lang: line.lang,
    question: { text: line.question.text, type: line.question.type, asks: [], keys: line.question.keys },
    dimension: changes.dimension ?? scoredDimension(dimension, line.lang),
    turns: [{ turnId: 'answer', text: changes.answer ?? line.answer }],
  };
};

/** A golden line with what people gave it and what the scorer gave it. */
export interface JudgedLine {
  readonly line: GoldenLine;
  readonly rating: number;
  readonly result: DimensionScore;
}

/** How the scorer agrees with the mean ratings; null scores count as level 1. */
export interface GoldenAgreement {
  readonly answers: number;
  readonly qwk: number;
  readonly exact: number;
  readonly adjacent: number;
  /** Share of answers with a score. */
  readonly coverage: number;
  readonly byQuestion: Readonly<Record<string, number>>;
  /** Pearson of score and number of words. */
  readonly lengthCorrelation: number;
}

/** Scores every rated line by the scorer that `scorerOf` gives for it. */
export const judgeGolden = async (
  lines: readonly GoldenLine[],
  ratings: Readonly<Record<string, { readonly mean: number }>>,
  scorerOf: (line: GoldenLine) => AnswerScorer,
): Promise<JudgedLine[]> => {
  const judged: JudgedLine[] = [];
  for (const line of lines) {
    const rating = ratings[line.id];
    if (rating === undefined) continue;
    judged.push({ line, rating: rating.mean, result: await scorerOf(line).score(goldenRequest(line)) });
  }
  return judged;
};

const levels = (items: readonly JudgedLine[]): readonly [number[], number[]] => [
  items.map((item) => wholeLevel(item.result.score ?? 1)),
  items.map((item) => wholeLevel(item.rating)),
];

/** Agreement over all lines and inside each question. */
export const goldenAgreement = (judged: readonly JudgedLine[]): GoldenAgreement => {
  const byQuestion: Record<string, number> = {};
  for (const { line } of judged) {
    const key = `${line.dimension} ${line.lang} ${line.question.text}`;
    if (byQuestion[key] !== undefined) continue;
    const own = judged.filter(
      (item) => item.line.question.text === line.question.text && item.line.dimension === line.dimension,
    );
    byQuestion[key] = quadraticKappa(...levels(own));
  }
  const { qwk, exact, adjacent } = raterAgreement(...levels(judged));
  return {
    answers: judged.length,
    qwk,
    exact,
    adjacent,
    coverage: judged.filter((item) => item.result.score !== null).length / judged.length,
    byQuestion,
    lengthCorrelation: pearson(
      judged.map((item) => item.result.score ?? 1),
      judged.map((item) => item.line.answer.length / (item.line.lang === 'zh' ? 1.6 : 5.5)),
    ),
  };
};
