import type { ExperienceBand } from '../template/schemas/shared.ts';

/** One question of an interview, in the order asked. */
export interface PlannedQuestion {
  readonly questionId: string;
  readonly preparationSeconds: number;
  readonly answerSeconds: number;
}

/** What was fixed when the interview was created; the questions themselves stand in the job version. */
export interface InterviewPlan {
  readonly band: ExperienceBand;
  readonly questions: readonly PlannedQuestion[];
  readonly retakes: number;
  /** Follow-ups at most per question, the same for everyone. */
  readonly followUps: number;
  readonly voice: boolean;
  readonly video: boolean;
}
