import { useState } from 'react';
import type { MeView } from '#adapters/http/schemas/me.ts';
import { Note } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import { ExchangeList } from './exchange-list.tsx';
import type { MeSession } from './me-session.ts';
import { RequestForm } from './request-form.tsx';

/** A second person looks at the result: when it can be asked for, and what became of it (R7). */
export function AppealSection(props: { readonly session: MeSession }) {
  const { t, time } = useReader();
  const { client, view, setView } = props.session;
  const [sentUntil, setSentUntil] = useState<string | null>(null);
  const { state, until, items } = view.appeal;
  const file = async (text: string) => {
    const next = await client.request<MeView>('/me/appeals', { method: 'POST', body: { text } });
    setView(next);
    setSentUntil(next.appeal.items.find((item) => item.state === 'open')?.dueAt ?? null);
  };
  const passed = until ? time(until, 'day') : '';
  return (
    <section className="c-card" aria-labelledby="appeal">
      <h2 id="appeal">{t('me.appeal')}</h2>
      <p>{t('me.appeal_lead')}</p>
      <ExchangeList
        items={items}
        stateWords={(item) => {
          const one = items.find(({ id }) => id === item.id);
          if (!one) return '';
          return one.state === 'open'
            ? t('me.appeal_state_open', { time: time(one.dueAt, 'day') })
            : t(`me.appeal_state_${one.state}`);
        }}
      />
      <div aria-live="polite">
        {sentUntil && <Note tone="good">{t('me.appeal_sent', { time: time(sentUntil, 'day') })}</Note>}
      </div>
      {state === 'open' ? (
        <>
          <p className="c-choice__help">{t('me.appeal_until', { time: passed })}</p>
          <RequestForm
            name="appeal-text"
            label={t('me.appeal_label')}
            help={t('me.appeal_help')}
            button={t('me.appeal_send')}
            onSend={file}
          />
        </>
      ) : (
        !sentUntil && (
          <p className="c-choice__help">
            {state === 'passed' ? t('me.appeal_passed', { time: passed }) : t(`me.appeal_${state}`)}
          </p>
        )
      )}
    </section>
  );
}
