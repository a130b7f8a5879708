import { useState } from 'react';
import type { InterviewView } from '#adapters/http/schemas/interview.ts';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, Note, ProblemNote, StepTitle } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import { type Draft, useDraft } from './draft.ts';
import { durationWords } from './duration.ts';
import type { InterviewSession } from './interview-session.ts';
import { modesFor } from './modes.ts';
import { SpokenCheck } from './recorder-chunk.tsx';

/** The last page before the first question: how to answer well, the rules, one practice question. */
export function ReadyPage(props: { readonly session: InterviewSession }) {
  const { t } = useReader();
  const { client, kept, view, setView } = props.session;
  const practice = useDraft(kept, 'practice');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const next = await client.request<InterviewView>('/interview/start', { method: 'POST' });
      practice.drop();
      setView(next);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <>
      <StepTitle>{t('interview.ready_title')}</StepTitle>
      {view.personWanted && <Note tone="good">{t('interview.person_done')}</Note>}
      <section className="c-card" aria-labelledby="shape">
        <h2 id="shape">{t('interview.ready_shape_title')}</h2>
        <p>{t('interview.ready_shape')}</p>
        <Rules view={view} />
      </section>
      <Check view={view} />
      <Practice draft={practice} />
      <ProblemNote problem={problem} />
      <div className="c-actions">
        <Action look="primary" wide busy={busy} onClick={start}>
          {t('interview.start')}
        </Action>
      </div>
    </>
  );
}

function Rules(props: { readonly view: InterviewView }) {
  const { t } = useReader();
  const { view } = props;
  const { noTimer, extraTime } = view.accommodations;
  const recording = modesFor(view).length > 1;
  return (
    <ul className="c-list">
      {noTimer ? (
        <li>{t('interview.ready_rule_no_timer')}</li>
      ) : (
        <>
          {view.preparationSeconds > 0 && (
            <li>
              {t('interview.ready_rule_time', {
                time: durationWords(view.preparationSeconds * extraTime, t),
              })}
            </li>
          )}
          {recording && (
            <li>
              {t('interview.ready_rule_answer', { time: durationWords(view.answerSeconds * extraTime, t) })}
            </li>
          )}
        </>
      )}
      {recording && view.retakes > 0 && <li>{t('interview.ready_rule_retake', { count: view.retakes })}</li>}
      <li>{t('interview.ready_rule_paste')}</li>
      <li>{t('interview.ready_rule_saved')}</li>
    </ul>
  );
}

function Check(props: { readonly view: InterviewView }) {
  const { t } = useReader();
  const [mode, setMode] = useState<'voice' | 'video' | null>(null);
  const spoken = modesFor(props.view).filter((one): one is 'voice' | 'video' => one !== 'text');
  if (spoken.length === 0) return null;
  return (
    <section className="c-card" aria-labelledby="check">
      <h2 id="check">{t('interview.check_title')}</h2>
      <p>{t('interview.check_lead')}</p>
      {mode === null ? (
        <div className="c-actions">
          {spoken.map((one) => (
            <Action key={one} onClick={() => setMode(one)}>
              {t(`interview.check_${one}`)}
            </Action>
          ))}
        </div>
      ) : (
        <SpokenCheck mode={mode} />
      )}
    </section>
  );
}

function Practice({ draft }: { readonly draft: Draft }) {
  const { t } = useReader();
  const [done, setDone] = useState(false);
  return (
    <section className="c-card" aria-labelledby="practice">
      <h2 id="practice">{t('interview.practice_title')}</h2>
      <p id="practice-question">{t('interview.practice_question')}</p>
      <div className="c-field">
        <label htmlFor="practice-answer">{t('interview.practice_label')}</label>
        <textarea
          id="practice-answer"
          className="c-text c-text--short"
          aria-describedby="practice-question"
          value={draft.text}
          onInput={(event) => draft.write(event.currentTarget.value)}
        />
      </div>
      <div aria-live="polite">{done && <Note tone="good">{t('interview.practice_done')}</Note>}</div>
      {!done && <Action onClick={() => setDone(true)}>{t('interview.practice_try')}</Action>}
    </section>
  );
}
