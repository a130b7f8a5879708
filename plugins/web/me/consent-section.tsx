import { useState } from 'react';
import type { MeView } from '#adapters/http/schemas/me.ts';
import { Ask } from '../candidate-kit/ask.tsx';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, Note, ProblemNote } from '../candidate-kit/parts.tsx';
import { type CandidateWords, useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { MeSession } from './me-session.ts';

type Consent = MeView['consents'][number];

function effectOf(kind: Consent['kind'], t: CandidateWords): string {
  if (kind === 'interview' || kind === 'recording' || kind === 'ai_scoring')
    return t(`me.consent_effect_${kind}`);
  return t('me.consent_effect_other');
}

/** Each consent with its state; one that was given can be taken back (R1). */
export function ConsentSection(props: { readonly session: MeSession }) {
  const { t, lang, time } = useReader();
  const { client, view, setView } = props.session;
  const [asking, setAsking] = useState<Consent | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Consent | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const withdraw = async (consent: Consent) => {
    setBusy(true);
    setProblem(null);
    try {
      const body = { kind: consent.kind };
      setView(await client.request<MeView>('/me/consents/withdraw', { method: 'POST', body }));
      setDone(consent);
      setAsking(null);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  const stateOf = ({ state, at }: Consent) =>
    state === 'not_given' || at === null
      ? t('me.consent_not')
      : state === 'given'
        ? t('me.consent_given', { time: time(at) })
        : t('me.consent_taken_back', { time: time(at) });
  return (
    <section className="c-card" aria-labelledby="consents">
      <h2 id="consents">{t('me.consents')}</h2>
      <p>{t('me.consents_lead')}</p>
      <div aria-live="polite">
        {done && <Note tone="good">{t('me.consent_withdrawn', { title: done.title[lang] })}</Note>}
      </div>
      <ul className="m-consents">
        {view.consents.map((consent) => (
          <li key={consent.kind}>
            <details>
              <summary>
                <strong>{consent.title[lang]}</strong>
                <span className="c-under">{stateOf(consent)}</span>
              </summary>
              <p>{consent.body[lang]}</p>
            </details>
            {consent.state === 'given' && !(consent.required && view.state === 'withdrawn') && (
              <Action look="quiet" onClick={() => setAsking(consent)}>
                {t('me.consent_withdraw')}
                <span className="j-sr">{consent.title[lang]}</span>
              </Action>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <Ask
          title={t('me.consent_withdraw_title', { title: asking.title[lang] })}
          yes={t('me.consent_withdraw_yes')}
          danger
          busy={busy}
          onYes={() => void withdraw(asking)}
          onNo={() => setAsking(null)}
        >
          <p>{effectOf(asking.kind, t)}</p>
          <ProblemNote problem={problem} />
        </Ask>
      )}
    </section>
  );
}
