import { useCallback, useEffect, useRef, useState } from 'react';
import type { CurrentStep } from '#adapters/http/schemas/interview.ts';
import { asProblem, worthRepeating } from '../candidate-kit/client.ts';
import { Action, Note, ProblemNote, StepTitle } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { InterviewSession } from './interview-session.ts';
import { pauseBefore } from './keep-trying.ts';
import { SavedLine } from './saved-line.tsx';

/** Asks what comes next until the server says so; the answer before is safe, whatever happens here. */
function useNextStep(session: InterviewSession) {
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [repeating, setRepeating] = useState(false);
  const current = useRef(session);
  current.current = session;

  const ask = useCallback(async (signal: AbortSignal, count: number): Promise<void> => {
    try {
      const { client } = current.current;
      const { state, active, step, takes } = await client.request<CurrentStep>('/interview/step', { signal });
      const { view, setView, lost } = current.current;
      setView({ ...view, state, active, step, takes });
      if (!active) lost();
    } catch (error) {
      if (signal.aborted) return;
      const found = asProblem(error);
      setProblem(found);
      setRepeating(worthRepeating(found));
      if (!worthRepeating(found)) return current.current.refresh();
      await pauseBefore(count, signal);
      if (!signal.aborted) await ask(signal, count + 1);
    }
  }, []);

  const gone = useRef(new AbortController());
  const begin = useCallback(() => {
    gone.current.abort();
    gone.current = new AbortController();
    setProblem(null);
    void ask(gone.current.signal, 0);
  }, [ask]);
  useEffect(() => {
    begin();
    return () => gone.current.abort();
  }, [begin]);
  return { problem, repeating, begin };
}

/** Between two questions: the answer is stored, and what comes next is on its way. */
export function NextStepPage(props: { readonly session: InterviewSession }) {
  const { t } = useReader();
  const { problem, repeating, begin } = useNextStep(props.session);
  return (
    <>
      <SavedLine view={props.session.view} />
      <StepTitle>{t('interview.next_title')}</StepTitle>
      {!problem && <p role="status">{t('interview.next_loading')}</p>}
      {problem && repeating && (
        <Note tone="warn" urgent>
          {t('interview.next_offline')}
        </Note>
      )}
      {problem && !repeating && (
        <ProblemNote problem={problem}>
          <Action onClick={begin}>{t('interview.retry')}</Action>
        </ProblemNote>
      )}
    </>
  );
}
