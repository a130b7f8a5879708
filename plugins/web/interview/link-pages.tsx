import { useState } from 'react';
import type { InterviewView } from '#adapters/http/schemas/interview.ts';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, Note, ProblemNote, problemWords, StepTitle } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { InterviewSession } from './interview-session.ts';

/** Why the interview cannot be opened, and whom to ask. */
export function LinkProblemPage(props: { readonly problem: ApiProblem; readonly onRetry: () => void }) {
  const { t } = useReader();
  const { code } = props.problem.problem;
  const known: Readonly<Record<string, readonly [string, string]>> = {
    NOT_FOUND: [t('interview.link_unknown'), t('interview.link_unknown_help')],
    UNAUTHENTICATED: [t('interview.link_unknown'), t('interview.link_unknown_help')],
    LINK_EXPIRED: [t('interview.link_expired'), t('interview.link_expired_help')],
    LINK_REVOKED: [t('interview.link_revoked'), t('interview.link_revoked_help')],
  };
  const words = known[code];
  const other = problemWords(props.problem, t);
  return (
    <>
      <StepTitle>{words?.[0] ?? other.title}</StepTitle>
      <p className="c-lead">{words?.[1] ?? other.remedy}</p>
      {!words && (
        <div className="c-actions">
          <Action look="primary" onClick={props.onRetry}>
            {t('interview.retry')}
          </Action>
        </div>
      )}
    </>
  );
}

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
