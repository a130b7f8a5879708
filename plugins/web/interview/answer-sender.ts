import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerAck, AnswerBody, InterviewView } from '#adapters/http/schemas/interview.ts';
import { asProblem, worthRepeating } from '../candidate-kit/client.ts';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { InterviewSession } from './interview-session.ts';
import { pauseBefore } from './keep-trying.ts';

/** Where the sending of an answer stands, as the page must say it. */
export interface AnswerSender {
  readonly send: (body: AnswerBody) => void;
  readonly busy: boolean;
  /** Why the last attempt failed; it is repeated by itself while `repeating`. */
  readonly problem: ApiProblem | null;
  readonly repeating: boolean;
}

/** The view after an acknowledged answer: the step that the server gave, or none until it is asked for. */
export function viewAfter(view: InterviewView, body: AnswerBody, ack: AnswerAck, at: string): InterviewView {
  const { questionId, turn, attempt, mode, skipped } = body;
  const stored = { questionId, turn, attempt, mode, skipped, contentHash: ack.contentHash, storedAt: at };
  return { ...view, state: 'answering', step: ack.step, takes: [], answers: [...view.answers, stored] };
}

/**
 * Sends an answer until the server says that it is stored. The same answer may be sent any number of times, so that
 * nothing is lost or doubled when an acknowledgement gets lost on the way.
 */
export function useAnswerSender(session: InterviewSession, onStored: () => void): AnswerSender {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [repeating, setRepeating] = useState(false);
  const current = useRef({ session, onStored });
  current.current = { session, onStored };
  const running = useRef(false);
  const gone = useRef(new AbortController());
  useEffect(() => {
    const control = new AbortController();
    gone.current = control;
    return () => control.abort();
  }, []);

  const attempt = useCallback(async (body: AnswerBody, count: number): Promise<void> => {
    const { signal } = gone.current;
    try {
      const ack = await current.current.session.client.request<AnswerAck>('/interview/answers', {
        method: 'POST',
        body,
        signal,
      });
      const { session: now, onStored: stored } = current.current;
      stored();
      now.setView(viewAfter(now.view, body, ack, new Date().toISOString()));
    } catch (error) {
      if (signal.aborted) return;
      const found = asProblem(error);
      setProblem(found);
      if (found.problem.code === 'ANOTHER_DEVICE') return current.current.session.lost();
      if (!worthRepeating(found)) {
        setRepeating(false);
        // The page may be behind: another tab answered, or the time is over. The words stay in the draft.
        if (found.problem.status === 409 || found.problem.status === 410)
          await current.current.session.refresh();
        return;
      }
      setRepeating(true);
      await pauseBefore(count, signal);
      if (!signal.aborted) await attempt(body, count + 1);
    }
  }, []);

  const send = useCallback(
    (body: AnswerBody) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setProblem(null);
      attempt(body, 0).finally(() => {
        running.current = false;
        setBusy(false);
        setRepeating(false);
      });
    },
    [attempt],
  );
  return { send, busy, problem, repeating };
}
