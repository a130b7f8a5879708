import type { InterviewView } from '#adapters/http/schemas/interview.ts';

export type AnswerMode = 'text' | 'voice' | 'video';

/** The ways in which this candidate may answer: writing always, the others as job, consent and wishes allow. */
export function modesFor(view: InterviewView): readonly AnswerMode[] {
  const agreed = view.consents.some((consent) => consent.kind === 'recording' && consent.granted === true);
  if (view.accommodations.textOnly || !agreed) return ['text'];
  return [
    'text',
    ...(view.modes.voice ? (['voice'] as const) : []),
    ...(view.modes.video ? (['video'] as const) : []),
  ];
}
