import type { JobDefinition } from '../job/job-definition.ts';
import type { AnswerTurn, ScoredDimension, ScoredQuestion, ScoreRequest } from '../ports/answer-scorer.ts';
import type { Answer } from '../ports/repositories/interviews.ts';
import type { Dimension } from '../template/schemas/dimension.ts';
import type { Question } from '../template/schemas/question.ts';

/** A dimension in the scorer's form and the interview's language. */
export const scoredDimension = (dimension: Dimension, lang: 'zh' | 'en'): ScoredDimension => ({
  code: dimension.code,
  name: dimension.name[lang],
  definition: dimension.definition[lang],
  anchors: dimension.anchors.map((anchor) => anchor[lang]),
  indicators: dimension.indicators,
  exemplars: {
    1: dimension.exemplars['1'].map((text) => text[lang]),
    3: dimension.exemplars['3'].map((text) => text[lang]),
    5: dimension.exemplars['5'].map((text) => text[lang]),
  },
});

/** A question in the scorer's form and the interview's language. */
export const scoredQuestion = (question: Question, lang: 'zh' | 'en'): ScoredQuestion => ({
  text: question.text[lang],
  type: question.type,
  asks: question.asks.map((ask) => ask[lang]),
  keys: question.keys,
  ...(question.dangerous ? { dangerous: question.dangerous } : {}),
  ...(question.reference ? { reference: question.reference[lang] } : {}),
});

/** The turns of a question that count: of each turn the last attempt, in order. Skipped turns are left out. */
export function turnsOf(answers: readonly Answer[], questionId: string): readonly AnswerTurn[] {
  return countedAnswers(answers, questionId)
    .filter((answer) => !answer.skipped)
    .map((answer) => ({
      turnId: answer.id,
      text: answer.text,
      ...(answer.asrConfidence === null ? {} : { asrConfidence: answer.asrConfidence }),
      ...(answer.probe === null ? {} : { probe: answer.probe }),
    }));
}

/** The stored answers of a question that count: of each turn the last attempt, in order of turns. */
export function countedAnswers<A extends Pick<Answer, 'questionId' | 'turn' | 'attempt'>>(
  answers: readonly A[],
  questionId: string,
): readonly A[] {
  const last = new Map<number, A>();
  for (const answer of answers) {
    if (answer.questionId !== questionId) continue;
    const held = last.get(answer.turn);
    if (!held || answer.attempt > held.attempt) last.set(answer.turn, answer);
  }
  return [...last.values()].sort((a, b) => a.turn - b.turn);
}

/** The requests of one question: one for each of its dimensions that the rubric holds. */
export function scoreRequests(
  job: JobDefinition,
  question: Question,
  answers: readonly Answer[],
  lang: 'zh' | 'en',
  resume?: string,
): readonly ScoreRequest[] {
  const turns = turnsOf(answers, question.id);
  return question.dimensions.flatMap((code) => {
    const item = job.rubric.find((row) => row.dimension.code === code);
    if (!item) return [];
    return [
      {
        lang,
        question: scoredQuestion(question, lang),
        dimension: scoredDimension(item.dimension, lang),
        turns,
        ...(resume ? { resume } : {}),
      },
    ];
  });
}
