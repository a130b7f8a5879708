import type { StepView } from '#adapters/http/schemas/interview.ts';

/** A question or follow-up that is asked now. */
export type QuestionStep = Extract<StepView, { kind: 'question' }>;
