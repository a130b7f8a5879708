import type { JobDefinition } from '../job/job-definition.ts';
import type { Question } from '../template/schemas/question.ts';
import type { ExperienceBand } from '../template/schemas/shared.ts';
import type { InterviewPlan } from './plan.ts';

/** The band of experience for a number of years; unknown years get the middle band, whose wording suits most. */
export function bandOf(years: number | null): ExperienceBand {
  if (years === null) return '1-3';
  if (years < 1) return 'graduate';
  if (years < 3) return '1-3';
  if (years < 5) return '3-5';
  return '5+';
}

/** One question of each group of parallel forms: the one written for the band, else the first (assessment §1.3). */
function formsFor(questions: readonly Question[], band: ExperienceBand): readonly Question[] {
  const groups = new Map<string, Question>();
  for (const question of questions) {
    const group = question.form ?? question.id;
    const held = groups.get(group);
    if (!held || (!held.bands.includes(band) && question.bands.includes(band))) groups.set(group, question);
  }
  return [...groups.values()];
}

/** Fixes what a candidate will be asked: the same dimensions and anchors for everyone, in the form for their band. */
export function planInterview(job: JobDefinition, years: number | null): InterviewPlan {
  const band = bandOf(years);
  const { interview } = job;
  return {
    band,
    questions: formsFor(job.questions, band).map((question) => ({
      questionId: question.id,
      preparationSeconds: question.preparationSeconds ?? interview.preparationSeconds,
      answerSeconds: question.answerSeconds ?? interview.answerSeconds,
    })),
    retakes: interview.retakes,
    followUps: interview.followUps,
    voice: interview.voice,
    video: interview.video,
  };
}
