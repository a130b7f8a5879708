import type { JobDefinition } from '../job/job-definition.ts';
import type { AnswerScorer } from '../ports/answer-scorer.ts';
import type { Answer, Interview } from '../ports/repositories/interviews.ts';
import type { Question } from '../template/schemas/question.ts';
import { chooseFollowUp, isProbed } from './follow-up.ts';
import type { PlannedQuestion } from './plan.ts';
import { countedAnswers, scoreRequests } from './scoring-input.ts';

/** What the candidate is asked now. */
export type NextStep =
  | {
      readonly kind: 'question';
      readonly question: Question;
      readonly planned: PlannedQuestion;
      /** 0 the question itself, 1 and 2 follow-ups. */
      readonly turn: number;
      /** Follow-up in the interview's language; null on turn 0. */
      readonly probe: string | null;
      /** 0-based place in the interview. */
      readonly index: number;
    }
  | { readonly kind: 'finished' };

/**
 * Derives the next step from the stored answers alone, so that a reload, another device or a restart asks the same.
 * Follow-ups come only where the scorer found something missing, at most `plan.followUps` for each question, the
 * same for everyone; without consent to AI nothing is analysed, so none are asked.
 */
export async function nextStep(
  scorer: AnswerScorer,
  interview: Interview,
  job: JobDefinition,
  answers: readonly Answer[],
): Promise<NextStep> {
  for (const [index, planned] of interview.plan.questions.entries()) {
    const question = job.questions.find((q) => q.id === planned.questionId);
    if (!question) continue;
    const counted = countedAnswers(answers, question.id);
    if (counted.length === 0) return { kind: 'question', question, planned, turn: 0, probe: null, index };
    const laterAnswered = interview.plan.questions
      .slice(index + 1)
      .some((later) => answers.some((answer) => answer.questionId === later.questionId));
    if (laterAnswered) continue;
    const probe = await followUp(scorer, interview, job, question, answers);
    if (probe !== null) return { kind: 'question', question, planned, turn: counted.length, probe, index };
  }
  return { kind: 'finished' };
}

async function followUp(
  scorer: AnswerScorer,
  interview: Interview,
  job: JobDefinition,
  question: Question,
  answers: readonly Answer[],
): Promise<string | null> {
  const counted = countedAnswers(answers, question.id);
  const asked = counted.length - 1;
  const ended =
    counted.some((answer) => answer.skipped) || counted.every((answer) => answer.text.trim() === '');
  if (!interview.aiScoring || ended || asked >= interview.plan.followUps) return null;
  // Judging takes longer than all else here: not done where nothing would be asked whatever it says.
  if (!isProbed(question.type)) return null;
  const primary = scoreRequests(job, question, answers, interview.lang)[0];
  if (!primary) return null;
  // The candidate waits for the next question, and the same answer must lead to the same follow-up: no model is asked.
  const score = await (scorer.remote?.embedded ?? scorer).score(primary);
  const chosen = chooseFollowUp({
    question,
    score,
    lang: interview.lang,
    asked: counted.flatMap((answer) => answer.probe ?? []),
    budget: interview.plan.followUps,
  });
  return chosen?.text ?? null;
}
