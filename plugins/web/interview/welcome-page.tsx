import { useState } from 'react';
import type { InterviewView } from '#adapters/http/schemas/interview.ts';
import { Action, Note, StepTitle } from '../candidate-kit/parts.tsx';
import { type CandidateWords, useReader } from '../candidate-kit/words.tsx';
import type { InterviewSession } from './interview-session.ts';
import { PersonAsk } from './person-ask.tsx';

/** Minutes an interview takes, rounded up to five: preparing and answering every question. */
export const minutesOf = (view: InterviewView): number =>
  Math.max(5, Math.ceil((view.questionCount * (view.preparationSeconds + view.answerSeconds)) / 300) * 5);

function modeWords(view: InterviewView, t: CandidateWords): string {
  if (view.modes.video) return t('interview.fact_modes_video');
  return view.modes.voice ? t('interview.fact_modes_voice') : t('interview.fact_modes_text');
}

/** Before anything is asked: who asks, what counts, what AI does, how long data is kept, which rights there are (R2). */
export function WelcomePage(props: { readonly session: InterviewSession; readonly onBegin: () => void }) {
  const { t, time, zone, lang } = useReader();
  const { view } = props.session;
  const [asking, setAsking] = useState(false);
  const recording = view.modes.voice || view.modes.video;
  return (
    <>
      <StepTitle>{t('interview.welcome_title', { company: view.company, job: view.jobTitle })}</StepTitle>
      <p className="c-lead">{t('interview.welcome_lead')}</p>
      <ul className="c-facts">
        <li>{t('interview.fact_questions', { count: view.questionCount })}</li>
        <li>{t('interview.fact_minutes', { count: minutesOf(view) })}</li>
        <li>{modeWords(view, t)}</li>
        <li>{t('interview.fact_resume')}</li>
        {view.lang !== lang && (
          <li>
            {t(view.translated ? 'interview.fact_language' : 'interview.fact_untranslated', {
              language: t(`interview.language_${view.lang}`),
            })}
          </li>
        )}
        <li>
          {t('interview.fact_until', { time: time(view.linkExpiresAt) })}
          <span className="c-under">{t('interview.fact_until_zone', { zone })}</span>
        </li>
      </ul>
      {recording && !window.isSecureContext && (
        <Note tone="warn" title={t('interview.insecure_title')}>
          <p>{t('interview.insecure_help')}</p>
        </Note>
      )}
      {view.personWanted && <Note tone="good">{t('interview.person_done')}</Note>}
      <JudgedCard view={view} />
      <DataCards view={view} recording={recording} />
      <div className="c-actions c-actions--sticky">
        <Action look="primary" wide onClick={props.onBegin}>
          {t('interview.begin')}
        </Action>
        {!view.personWanted && (
          <Action look="quiet" wide onClick={() => setAsking(true)}>
            {t('interview.person_button')}
          </Action>
        )}
      </div>
      {asking && <PersonAsk session={props.session} onClose={() => setAsking(false)} />}
    </>
  );
}

function JudgedCard(props: { readonly view: InterviewView }) {
  const { t, lang } = useReader();
  return (
    <>
      <section className="c-card" aria-labelledby="judged">
        <h2 id="judged">{t('interview.judged_title')}</h2>
        <p>{t('interview.judged_lead')}</p>
        <dl className="c-dims">
          {props.view.dimensions.map((dimension) => (
            <div key={dimension.name.zh}>
              <dt>{dimension.name[lang]}</dt>
              <dd>{dimension.definition[lang]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="c-card" aria-labelledby="not-judged">
        <h2 id="not-judged">{t('interview.not_judged_title')}</h2>
        <p>{t('interview.not_judged')}</p>
      </section>
    </>
  );
}

function DataCards(props: { readonly view: InterviewView; readonly recording: boolean }) {
  const { t } = useReader();
  const { view } = props;
  return (
    <>
      <section className="c-card" aria-labelledby="ai">
        <h2 id="ai">{t('interview.ai_title')}</h2>
        <ul className="c-list">
          <li>
            {view.followUps > 0
              ? t('interview.ai_asks', { count: view.followUps })
              : t('interview.ai_asks_none')}
          </li>
          <li>{t('interview.ai_scores')}</li>
          <li>{t('interview.ai_decides')}</li>
        </ul>
      </section>
      <section className="c-card" aria-labelledby="data">
        <h2 id="data">{t('interview.data_title')}</h2>
        <p>{t('interview.data_answers', { days: view.retentionDays })}</p>
        <p>
          {view.dataPlace
            ? t('interview.data_place', { place: view.dataPlace })
            : t('interview.data_place_ask')}
        </p>
        {props.recording && (
          <p>{t('interview.data_media', { video: view.videoDays, audio: view.audioDays })}</p>
        )}
        <h2>{t('interview.rights_title')}</h2>
        <p>{t('interview.rights')}</p>
        <h2>{t('interview.contact_title')}</h2>
        <p>
          {view.contact ? t('interview.contact', { contact: view.contact }) : t('interview.contact_none')}
        </p>
      </section>
    </>
  );
}
