import { useState } from 'react';
import { Ask } from '../candidate-kit/ask.tsx';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, ProblemNote } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { InterviewSession } from './interview-session.ts';

/** Whom to ask, and the way out: on every page of an open interview. */
export function LeaveFooter(props: { readonly session: InterviewSession }) {
  const { t, time } = useReader();
  const { client, view, refresh } = props.session;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const leave = async () => {
    setBusy(true);
    try {
      await client.request('/interview/withdraw', { method: 'POST' });
      props.session.setView({ ...view, state: 'withdrawn', step: null });
      setAsking(false);
      void refresh();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <>
      <p>{view.contact ? t('interview.contact', { contact: view.contact }) : t('interview.contact_none')}</p>
      <Action look="quiet" onClick={() => setAsking(true)}>
        {t('interview.leave')}
      </Action>
      {asking && (
        <Ask
          title={t('interview.leave_title')}
          yes={t('interview.leave_yes')}
          danger
          busy={busy}
          onYes={leave}
          onNo={() => setAsking(false)}
        >
          <p>
            {view.resumableUntil
              ? t('interview.leave_help', { time: time(view.resumableUntil) })
              : t('interview.leave_help_open')}
          </p>
          <ProblemNote problem={problem} />
        </Ask>
      )}
    </>
  );
}
