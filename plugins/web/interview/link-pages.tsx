import { useState } from 'react';
import type { InterviewView } from '#adapters/http/schemas/interview.ts';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, Note, ProblemNote, StepTitle } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { InterviewSession } from './interview-session.ts';
import { MeWay } from './me-way.tsx';

/** The interview has ended without being handed in. */
export function EndedPage(props: { readonly view: InterviewView }) {
  const { t } = useReader();
  const contact = props.view.contact || t('interview.the_company');
  const withdrawn = props.view.state === 'withdrawn';
  return (
    <>
      <StepTitle>{withdrawn ? t('interview.ended_withdrawn') : t('interview.ended_expired')}</StepTitle>
      <p className="c-lead">
        {withdrawn
          ? t('interview.ended_withdrawn_help', { contact })
          : t('interview.ended_expired_help', { contact })}
      </p>
      {props.view.meUrl && (
        <>
          <p>{t('interview.ended_me')}</p>
          <MeWay url={props.view.meUrl} primary={false} />
        </>
      )}
    </>
  );
}

/** Only one device answers at a time; the reader decides which. */
export function OtherDevicePage(props: { readonly session: InterviewSession; readonly taken: boolean }) {
  const { t } = useReader();
  const { client, setView } = props.session;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const take = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setView(await client.request<InterviewView>('/interview/device', { method: 'POST' }));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <>
      <StepTitle>{t('interview.other_title')}</StepTitle>
      {props.taken && <Note tone="warn">{t('interview.other_taken')}</Note>}
      <p className="c-lead">{t('interview.other_help')}</p>
      <ProblemNote problem={problem} />
      <div className="c-actions">
        <Action look="primary" busy={busy} onClick={take}>
          {t('interview.other_take')}
        </Action>
      </div>
    </>
  );
}
