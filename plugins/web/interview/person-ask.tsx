import { useState } from 'react';
import { Ask } from '../candidate-kit/ask.tsx';
import { asProblem } from '../candidate-kit/client.ts';
import { ProblemNote } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { InterviewSession } from './interview-session.ts';

/** The way without AI: a talk with a person, asked for without giving a reason. */
export function PersonAsk(props: { readonly session: InterviewSession; readonly onClose: () => void }) {
  const { t } = useReader();
  const { client, view, setView } = props.session;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const send = async () => {
    setBusy(true);
    try {
      await client.request('/interview/person', { method: 'POST' });
      setView({ ...view, personWanted: true });
      props.onClose();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <Ask
      title={t('interview.person_title')}
      yes={t('interview.person_send')}
      busy={busy}
      onYes={send}
      onNo={props.onClose}
    >
      <p>{t('interview.person_help')}</p>
      <ProblemNote problem={problem} />
    </Ask>
  );
}
