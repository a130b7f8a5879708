import { useEffect, useRef, useState } from 'react';
import { StepTitle, Tiles } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { InterviewSession } from './interview-session.ts';
import { type AnswerMode, modesFor } from './modes.ts';
import { PreparationCard, usePreparation } from './preparation.tsx';
import type { QuestionStep } from './question-step.ts';
import { SpokenAnswer } from './recorder-chunk.tsx';
import { SavedLine } from './saved-line.tsx';
import { TextAnswer } from './text-answer.tsx';

/** One question or follow-up: time to prepare, then the answer in the way the candidate chooses. */
export function QuestionPage(props: { readonly session: InterviewSession; readonly step: QuestionStep }) {
  const { t } = useReader();
  const { session, step } = props;
  const { view, kept } = session;
  const place = `${step.questionId}.${step.turn}`;
  const preparation = usePreparation(kept, place, step.turn === 0 ? step.preparationSeconds : 0);
  const modes = modesFor(view);
  const [mode, setMode] = useState<AnswerMode>(() => {
    const last = kept.get('mode') as AnswerMode | null;
    return last && modes.includes(last) ? last : 'text';
  });
  const [announced, setAnnounced] = useState(false);
  const startedOver = useRef(preparation.over);
  useEffect(() => {
    if (preparation.over && !startedOver.current) setAnnounced(true);
  }, [preparation.over]);
  return (
    <>
      <QuestionHead session={session} step={step} />
      <p className="j-sr" role="status">
        {announced ? t('interview.prepare_over') : ''}
      </p>
      {preparation.over ? (
        <>
          {modes.length > 1 && (
            <Tiles
              legend={t('interview.mode_legend')}
              name="mode"
              value={mode}
              options={modes.map((value) => ({ value, label: t(`interview.mode_${value}`) }))}
              onChange={(next) => {
                kept.set('mode', next);
                setMode(next);
              }}
            />
          )}
          {mode === 'text' ? (
            <TextAnswer session={session} step={step} />
          ) : (
            <SpokenAnswer key={mode} session={session} step={step} mode={mode} />
          )}
        </>
      ) : (
        <PreparationCard preparation={preparation} />
      )}
    </>
  );
}

function QuestionHead(props: { readonly session: InterviewSession; readonly step: QuestionStep }) {
  const { t } = useReader();
  const { view } = props.session;
  const { step } = props;
  return (
    <>
      <SavedLine view={view} />
      <div className="i-progress">
        <span>
          {t('interview.progress', { current: step.index + 1, total: view.questionCount })}
          {step.turn > 0 && <span className="c-mark">{t('interview.follow_up')}</span>}
        </span>
        <progress
          max={view.questionCount}
          value={step.index + (step.turn > 0 ? 0.5 : 0)}
          aria-label={t('interview.progress', { current: step.index + 1, total: view.questionCount })}
        />
      </div>
      {step.probe === null ? (
        <>
          <StepTitle>{step.text[view.lang]}</StepTitle>
          {step.asks.length > 0 && (
            <section className="i-asks" aria-labelledby="asks">
              <h2 id="asks">{t('interview.asks')}</h2>
              <ul className="c-list">
                {step.asks.map((ask) => (
                  <li key={ask.zh}>{ask[view.lang]}</li>
                ))}
              </ul>
            </section>
          )}
        </>
      ) : (
        <>
          <p className="c-lead">{t('interview.follow_up_ack')}</p>
          <StepTitle>{step.probe}</StepTitle>
          <details className="i-before">
            <summary>{t('interview.original_question')}</summary>
            <p>{step.text[view.lang]}</p>
          </details>
        </>
      )}
    </>
  );
}
