import { scoredDimension } from '../interview/scoring-input.ts';
import type { DimensionScore } from '../ports/answer-scorer.ts';
import type { Services } from '../ports/services.ts';
import type { Dimension } from '../template/schemas/dimension.ts';
import type { QuestionType } from '../template/schemas/question.ts';

/** A sample answer to a question, to see how a dimension judges it. */
export interface Trial {
  readonly dimension: Pick<
    Dimension,
    'code' | 'name' | 'definition' | 'anchors' | 'indicators' | 'exemplars'
  >;
  readonly question: { readonly text: string; readonly type: QuestionType };
  readonly answer: string;
  /** Language of question and answer. */
  readonly lang: 'zh' | 'en';
}

/**
 * What the embedded scorer makes of a sample answer. Nothing is kept, and nothing goes to a language model even where one
 * is configured: the trial is of the dimension's words.
 */
export async function tryAnswer(
  { scorer }: Pick<Services, 'scorer'>,
  { dimension, question, answer, lang }: Trial,
): Promise<DimensionScore> {
  return (scorer.remote?.embedded ?? scorer).score({
    lang,
    question: { ...question, asks: [], keys: [] },
    dimension: scoredDimension({ ...dimension, version: 1, family: 'analysing', redLine: false }, lang),
    turns: [{ turnId: 'trial', text: answer }],
  });
}
