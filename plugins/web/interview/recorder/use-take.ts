import { useEffect, useRef, useState } from 'react';
import type { InterviewSession } from '../interview-session.ts';
import type { QuestionStep } from '../question-step.ts';
import { TakeControl, type TakeState } from './take-control.ts';

/** A spoken answer as the page sees it, and what can be done with it. */
export interface Take extends TakeState {
  readonly control: TakeControl;
  /** Further recordings allowed. */
  readonly left: number;
}

/** Null for the moment before the first look. */
export function useTake(session: InterviewSession, step: QuestionStep, mode: 'voice' | 'video'): Take | null {
  const [state, setState] = useState<TakeState | null>(null);
  const [control, setControl] = useState<TakeControl | null>(null);
  const first = useRef({ session, step });
  const { interviewId } = session.view;
  useEffect(() => {
    const { session: at, step: place } = first.current;
    const made = new TakeControl({
      client: at.client,
      step: place,
      interviewId,
      mode,
      known: at.view.takes,
      onChange: setState,
      onLost: at.lost,
    });
    setControl(made);
    void made.look();
    return () => made.leave();
  }, [interviewId, mode]);
  if (!state || !control || state.phase === 'looking') return null;
  return { ...state, control, left: Math.max(0, step.retakes + 1 - state.ended.length) };
}
