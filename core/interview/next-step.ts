import { AppError } from '../errors/app-error.ts';
import type { JobDefinition } from '../job/job-definition.ts';
import type { AnswerPlace, Interview } from '../ports/repositories/interviews.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Question } from '../template/schemas/question.ts';
import { chooseFollowUp, isProbed } from './follow-up.ts';
import type { PlannedQuestion } from './plan.ts';
import { countedAnswers, scoreRequests } from './scoring-input.ts';
import { type HeldInterview, heldInterview } from './session.ts';

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

/** Nobody has judged yet whether the newest answer leads to a follow-up. */
export interface Undecided {
  readonly kind: 'undecided';
  readonly question: Question;
  /** The newest answer. */
  readonly after: string;
}

/**
 * Derives the step from the stored answers and the stored decision alone, so that a reload, another device or a
 * restart asks the same. Nothing is judged here: an answer is acknowledged before anybody thinks about it.
 */
export function stepOf(
  interview: Interview,
  job: JobDefinition,
  answers: readonly AnswerPlace[],
): NextStep | Undecided {
  for (const [index, planned] of interview.plan.questions.entries()) {
    const question = job.questions.find((q) => q.id === planned.questionId);
    if (!question) continue;
    const counted = countedAnswers(answers, question.id);
    if (counted.length === 0) return { kind: 'question', question, planned, turn: 0, probe: null, index };
    const laterAnswered = interview.plan.questions
      .slice(index + 1)
      .some((later) => answers.some((answer) => answer.questionId === later.questionId));
    if (laterAnswered || !mayBeProbed(interview, job, question, counted)) continue;
    const after = answers.at(-1)?.id ?? '';
    if (interview.followUp?.after !== after) return { kind: 'undecided', question, after };
    const { text } = interview.followUp;
    if (text !== null)
      return { kind: 'question', question, planned, turn: counted.length, probe: text, index };
  }
  return { kind: 'finished' };
}

/**
 * Whether a follow-up is possible at all. Without consent to AI nothing is analysed, so none are asked; at most
 * `plan.followUps` come for each question, the same for everyone.
 */
function mayBeProbed(
  interview: Interview,
  job: JobDefinition,
  question: Question,
  counted: readonly AnswerPlace[],
): boolean {
  const ended = counted.some((answer) => answer.skipped) || counted.every((answer) => answer.blank);
  if (!interview.aiScoring || ended || counted.length > interview.plan.followUps) return false;
  if (!isProbed(question.type)) return false;
  return question.dimensions.some((code) => job.rubric.some((row) => row.dimension.code === code));
}

/**
 * What the candidate is asked now. Where it rests on a judgement that nobody has made yet, it is made and kept, once
 * for each answer: of two requests that come at once the first one's holds for both, whatever their versions are.
 */
export async function currentStep(context: TenantContext, held: HeldInterview): Promise<NextStep> {
  const { services, store } = context;
  const { interview, version, answers } = held;
  const step = stepOf(interview, version.definition, answers);
  if (step.kind !== 'undecided') return step;
  const text = await followUp(context, held, step.question);
  const decided = { after: step.after, text };
  try {
    await store.commit([store.interviews.decideFollowUp(interview.id, decided, nowOf(services))]);
    return known(stepOf({ ...interview, followUp: decided }, version.definition, answers));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    const now = await heldInterview(context, interview.id);
    const other = stepOf(now.interview, now.version.definition, now.answers);
    if (other.kind !== 'undecided') return other;
    // Still undecided after the same answer: the interview is over.
    if (other.after === step.after) throw error;
    return currentStep(context, now);
  }
}

function known(step: NextStep | Undecided): NextStep {
  if (step.kind === 'undecided') throw new AppError('INTERNAL');
  return step;
}

/** The follow-up that the scorer's findings ask for: only where something is missing. */
async function followUp(
  { services: { scorer }, store }: TenantContext,
  { interview, version }: HeldInterview,
  question: Question,
): Promise<string | null> {
  const answers = await store.answers.ofInterview(interview.id);
  const primary = scoreRequests(version.definition, question, answers, interview.lang)[0];
  if (!primary) return null;
  // The candidate waits for the next question, and the same answer must lead to the same follow-up: no model is asked.
  const score = await (scorer.remote?.embedded ?? scorer).score(primary);
  const chosen = chooseFollowUp({
    question,
    score,
    lang: interview.lang,
    asked: countedAnswers(answers, question.id).flatMap((answer) => answer.probe ?? []),
    budget: interview.plan.followUps,
  });
  return chosen?.text ?? null;
}
