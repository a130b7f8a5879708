import { useCallback, useEffect, useState } from 'react';
import type { InterviewView } from '#adapters/http/schemas/interview.ts';
import { asProblem, type CandidateClient } from '../candidate-kit/client.ts';
import type { Kept } from '../candidate-kit/kept.ts';
import type { ApiProblem } from '../kit/api-problem.ts';

/** Where the interview stands, as the server sees it, and how the page acts on it. */
export interface InterviewSession {
  readonly client: CandidateClient;
  readonly kept: Kept;
  readonly view: InterviewView;
  readonly setView: (view: InterviewView) => void;
  /** Reads the interview again; a failure leaves the page as it is. */
  readonly refresh: () => Promise<void>;
  /** Shows that another device has the interview now. */
  readonly lost: () => void;
}

/** Reads the interview at first, and again whenever the reader comes back to the page. */
export function useInterview(client: CandidateClient): {
  readonly view: InterviewView | null;
  readonly setView: (view: InterviewView) => void;
  readonly problem: ApiProblem | null;
  readonly reload: () => void;
  readonly refresh: () => Promise<void>;
} {
  const [view, setView] = useState<InterviewView | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const load = useCallback(async () => {
    setView(await client.request<InterviewView>('/interview'));
    setProblem(null);
  }, [client]);
  const reload = useCallback(() => {
    load().catch((error: unknown) => setProblem(asProblem(error)));
  }, [load]);
  const refresh = useCallback(async () => {
    try {
      await load();
    } catch (error) {
      const found = asProblem(error);
      // Only an answer of the server takes the page away; without network what is open stays open.
      if (found.problem.status === 404 || found.problem.status === 410) setProblem(found);
    }
  }, [load]);
  useEffect(reload, [reload]);
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [refresh]);
  return { view, setView, problem, reload, refresh };
}
