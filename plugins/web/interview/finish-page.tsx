import { useState } from 'react';
import type { InterviewView } from '#adapters/http/schemas/interview.ts';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, ProblemNote, StepTitle } from '../candidate-kit/parts.tsx';
import { type CandidateWords, useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { InterviewSession } from './interview-session.ts';
import { MeWay } from './me-way.tsx';

type Stored = InterviewView['answers'][number];

function wordsOf(answer: Stored, number: number, t: CandidateWords, time: string): string {
  if (answer.skipped) return t('interview.finish_item_skipped', { number });
  const mode = t(`interview.mode_${answer.mode}`);
  return answer.turn === 0
    ? t('interview.finish_item', { number, mode, time })
    : t('interview.finish_item_follow', { number, mode, time });
}

/** All questions are answered; the candidate hands the interview in. */
export function FinishPage(props: { readonly session: InterviewSession }) {
  const { t, time } = useReader();
  const { client, view, setView, lost, refresh } = props.session;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const send = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { meUrl } = await client.request<{ meUrl: string }>('/interview/submit', { method: 'POST' });
      setView({ ...view, state: 'submitted', step: null, meUrl });
    } catch (error) {
      const found = asProblem(error);
      setBusy(false);
      if (found.problem.code === 'ANOTHER_DEVICE') return lost();
      setProblem(found);
      if (found.problem.status === 409 || found.problem.status === 422) await refresh();
    }
  };
  const numbers = new Map<string, number>();
  for (const { questionId } of view.answers) {
    if (!numbers.has(questionId)) numbers.set(questionId, numbers.size + 1);
  }
  return (
    <>
      <StepTitle>{t('interview.finish_title')}</StepTitle>
      <p className="c-lead">{t('interview.finish_help')}</p>
      <section className="c-card" aria-labelledby="stored">
        <h2 id="stored">{t('interview.finish_list')}</h2>
        <ul className="c-list">
          {view.answers.map((answer) => (
            <li key={`${answer.questionId}.${answer.turn}.${answer.attempt}`}>
              {wordsOf(answer, numbers.get(answer.questionId) ?? 0, t, time(answer.storedAt, 'time'))}
            </li>
          ))}
        </ul>
      </section>
      <ProblemNote problem={problem} />
      <div className="c-actions">
        <Action look="primary" wide busy={busy} onClick={send}>
          {t('interview.finish_send')}
        </Action>
      </div>
    </>
  );
}

/** Handed in: what happens next, and the way to the candidate's own page. */
export function DonePage(props: { readonly view: InterviewView }) {
  const { t } = useReader();
  const { view } = props;
  const scored = view.consents.some((consent) => consent.kind === 'ai_scoring' && consent.granted);
  return (
    <>
      <StepTitle>{t('interview.done_title')}</StepTitle>
      <section className="c-card">
        <p>{scored ? t('interview.done_next_ai') : t('interview.done_next_person')}</p>
        <p>{t('interview.done_feedback')}</p>
      </section>
      {view.meUrl && <MeWay url={view.meUrl} primary />}
      <p className="c-lead">{t('interview.done_close')}</p>
    </>
  );
}
