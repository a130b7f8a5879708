import { useState } from 'react';
import type { MeView } from '#adapters/http/schemas/me.ts';
import { Note } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import { ExchangeList } from './exchange-list.tsx';
import type { MeSession } from './me-session.ts';
import { RequestForm } from './request-form.tsx';

/** Asking to have something corrected, and the answers so far (R8). */
export function CorrectionSection(props: { readonly session: MeSession }) {
  const { t, time } = useReader();
  const { client, view, setView } = props.session;
  const [sentUntil, setSentUntil] = useState<string | null>(null);
  const { corrections } = view;
  const ask = async (text: string) => {
    const next = await client.request<MeView>('/me/corrections', { method: 'POST', body: { text } });
    setView(next);
    const newest = next.corrections.filter((one) => one.state === 'open').pop();
    setSentUntil(newest?.dueAt ?? null);
  };
  return (
    <section className="c-card" aria-labelledby="correct">
      <h2 id="correct">{t('me.correct')}</h2>
      <p>{t('me.correct_lead')}</p>
      <ExchangeList
        items={corrections}
        stateWords={(item) => {
          const one = corrections.find(({ id }) => id === item.id);
          if (!one) return '';
          return one.state === 'open'
            ? t('me.correct_state_open', { time: time(one.dueAt, 'day') })
            : t(`me.correct_state_${one.state}`);
        }}
      />
      <div aria-live="polite">
        {sentUntil && <Note tone="good">{t('me.correct_sent', { time: time(sentUntil, 'day') })}</Note>}
      </div>
      <RequestForm
        name="correction-text"
        label={t('me.correct_label')}
        button={t('me.correct_send')}
        onSend={ask}
      />
    </section>
  );
}
