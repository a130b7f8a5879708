import { useState } from 'react';
import type { MeView } from '#adapters/http/schemas/me.ts';
import { Ask } from '../candidate-kit/ask.tsx';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, Note, ProblemNote } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { MeSession } from './me-session.ts';

/** Leaving the recruitment, and having everything erased. */
export function EndSection(props: { readonly session: MeSession }) {
  const { t } = useReader();
  const { client, view, setView, erased } = props.session;
  const [asking, setAsking] = useState<'withdraw' | 'erase' | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const act = async (run: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await run();
      setAsking(null);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  const withdraw = () =>
    act(async () => setView(await client.request<MeView>('/me/withdraw', { method: 'POST' })));
  const erase = () =>
    act(async () => {
      await client.request('/me/erase', { method: 'POST', body: { confirm: true } });
      erased();
    });
  const withdrawn = view.state === 'withdrawn';
  return (
    <section className="c-card" aria-labelledby="end">
      <h2 id="end">{t('me.end')}</h2>
      {withdrawn ? (
        <Note tone="good">{t('me.withdrawn')}</Note>
      ) : (
        <>
          <p>{t('me.withdraw_help')}</p>
          <Action onClick={() => setAsking('withdraw')}>{t('me.withdraw')}</Action>
        </>
      )}
      {view.hired ? (
        <p>{t('me.erase_hired')}</p>
      ) : (
        <>
          <p>{t('me.erase_help')}</p>
          <Action onClick={() => setAsking('erase')}>{t('me.erase')}</Action>
        </>
      )}
      {asking && (
        <Ask
          title={asking === 'erase' ? t('me.erase_title') : t('me.withdraw_title')}
          yes={asking === 'erase' ? t('me.erase_yes') : t('me.withdraw_yes')}
          danger
          busy={busy}
          onYes={() => void (asking === 'erase' ? erase() : withdraw())}
          onNo={() => setAsking(null)}
        >
          <p>{asking === 'erase' ? t('me.erase_text') : t('me.withdraw_help')}</p>
          <ProblemNote problem={problem} />
        </Ask>
      )}
    </section>
  );
}
