import type { JobDefinition } from '#core/job/job-definition.ts';

/** Minutes that an interview takes at most for a candidate who uses all the time, without retakes and follow-ups. */
export function longestMinutes(job: Pick<JobDefinition, 'questions' | 'interview'>): number {
  const { preparationSeconds, answerSeconds } = job.interview;
  const forms = new Map(job.questions.map((question) => [question.form ?? question.id, question]));
  const seconds = [...forms.values()].reduce(
    (sum, question) =>
      sum + (question.preparationSeconds ?? preparationSeconds) + (question.answerSeconds ?? answerSeconds),
    0,
  );
  return Math.ceil(seconds / 60);
}
