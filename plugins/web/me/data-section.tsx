import { useState } from 'react';
import type { MeView } from '#adapters/http/schemas/me.ts';
import { asProblem } from '../candidate-kit/client.ts';
import { Action, Note, ProblemNote } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { MeSession } from './me-session.ts';
import { saveFile } from './save-file.ts';

/** What the company stores, to be read here, printed, or taken along as a file. */
export function DataSection(props: { readonly session: MeSession }) {
  const { t } = useReader();
  const { client, view } = props.session;
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const take = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const data = await client.request<{ exportedAt: string }>('/me/export');
      const text = `${JSON.stringify(data, null, 2)}\n`;
      saveFile(`jinji-${data.exportedAt.slice(0, 10)}.json`, text, 'application/json');
      setDone(true);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  const { days, videoDays, audioDays } = view.retention;
  return (
    <section className="c-card" aria-labelledby="data">
      <h2 id="data">{t('me.data')}</h2>
      <Facts view={view} />
      <Answers view={view} />
      <p className="c-choice__help">{t('me.data_keep', { days, video: videoDays, audio: audioDays })}</p>
      <ProblemNote problem={problem} />
      <div aria-live="polite">{done && <Note tone="good">{t('me.export_done')}</Note>}</div>
      <div className="c-actions m-print">
        <Action busy={busy} onClick={take}>
          {t('me.export')}
        </Action>
        <Action onClick={() => window.print()}>{t('me.print')}</Action>
      </div>
    </section>
  );
}

function Facts(props: { readonly view: MeView }) {
  const { t } = useReader();
  const { data } = props.view;
  const facts = [
    [t('me.data_name'), data.name],
    [t('me.data_phone'), data.phone],
    [t('me.data_email'), data.email],
    [t('me.data_city'), data.city],
    [t('me.data_resumes'), data.resumes.map((file) => file.fileName).join(', ')],
    [
      t('me.data_recordings'),
      data.recordings > 0 ? t('me.data_recordings_count', { count: data.recordings }) : '',
    ],
  ] as const;
  return (
    <dl className="m-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || t('me.data_none')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Answers(props: { readonly view: MeView }) {
  const { t, lang } = useReader();
  const { answers } = props.view.data;
  if (answers.length === 0) return null;
  return (
    <details className="m-answers">
      <summary>{t('me.data_answers', { count: answers.length })}</summary>
      {answers.map(({ question, turns }) => (
        <div key={question.zh} className="m-answer">
          <h3>{question[lang]}</h3>
          {turns.map((turn) => (
            <div key={turn.storedAt}>
              {turn.probe && <p className="m-label">{t('me.data_probe', { probe: turn.probe })}</p>}
              <p className="m-words">
                {turn.skipped ? t('me.data_skipped') : turn.text || t('me.data_no_words')}
              </p>
              {turn.originalText && (
                <p className="m-label m-words">{t('me.data_original', { text: turn.originalText })}</p>
              )}
            </div>
          ))}
        </div>
      ))}
    </details>
  );
}
