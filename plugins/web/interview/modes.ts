import type { InterviewView } from '#adapters/http/schemas/interview.ts';

export type AnswerMode = 'text' | 'voice' | 'video';

/** The ways in which this candidate may answer. */
export const modesFor = (_view: InterviewView): readonly AnswerMode[] => ['text'];
