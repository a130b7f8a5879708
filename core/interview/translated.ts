import type { Question } from '../template/schemas/question.ts';
import type { PlannedQuestion } from './plan.ts';

/** Whether every planned question has words of its own in both languages; a company may have written only one. */
export const isTranslated = (
  questions: readonly Pick<Question, 'id' | 'text'>[],
  planned: readonly Pick<PlannedQuestion, 'questionId'>[],
): boolean =>
  planned.every(({ questionId }) => {
    const text = questions.find(({ id }) => id === questionId)?.text;
    return text !== undefined && text.zh !== text.en;
  });
