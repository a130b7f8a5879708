/** States of an interview (design §5), with the side exits. */
export const interviewStates = [
  'created',
  'notified',
  'consented',
  'started',
  'answering',
  'submitted',
  'scored',
  'awaiting_human',
  'released',
  'withdrawn',
  'expired',
] as const;
export type InterviewState = (typeof interviewStates)[number];

export type AnswerMode = 'text' | 'voice' | 'video';

/** What a candidate may ask for without giving a reason (R14); never shown to raters. */
export interface Accommodations {
  readonly textOnly: boolean;
  /** Multiplies every time limit: 1, 1.5 or 2. */
  readonly extraTime: 1 | 1.5 | 2;
  readonly noTimer: boolean;
  /** Asked for a talk with a person instead. */
  readonly humanInterviewer: boolean;
}

/** Neutral facts on how an answer was entered; shown as a note at most, never scored (assessment §1.8). */
export interface ProcessSignals {
  readonly typedChars: number;
  readonly pastedChars: number;
  readonly focusLosses: number;
  readonly seconds: number;
}

const moves: Readonly<Record<InterviewState, readonly InterviewState[]>> = {
  created: ['notified', 'consented', 'expired', 'withdrawn'],
  notified: ['consented', 'expired', 'withdrawn'],
  consented: ['started', 'expired', 'withdrawn', 'awaiting_human'],
  started: ['answering', 'submitted', 'expired', 'withdrawn'],
  answering: ['answering', 'submitted', 'expired', 'withdrawn'],
  submitted: ['scored', 'awaiting_human', 'withdrawn'],
  // A candidate who takes the consent to AI scoring back waits for a person.
  scored: ['scored', 'released', 'withdrawn', 'awaiting_human'],
  awaiting_human: ['scored', 'withdrawn'],
  released: ['scored', 'withdrawn'],
  withdrawn: [],
  expired: ['notified'],
};

/** Whether the interview may go from one state to another. */
export const canMoveInterview = (from: InterviewState, to: InterviewState): boolean =>
  moves[from].includes(to);

/** States in which answers are taken. */
export const isAnswering = (state: InterviewState): boolean => state === 'started' || state === 'answering';

/** States in which the candidate may still enter the interview. */
export const isEnterable = (state: InterviewState): boolean =>
  state === 'created' || state === 'notified' || state === 'consented' || isAnswering(state);
