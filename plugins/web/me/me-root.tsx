import { useCallback, useEffect, useRef, useState } from 'react';
import type { MeView } from '#adapters/http/schemas/me.ts';
import type { Locale } from '#core/i18n/locale.ts';
import { asProblem, type CandidateClient } from '../candidate-kit/client.ts';
import { Frame } from '../candidate-kit/frame.tsx';
import { LinkProblem } from '../candidate-kit/link-problem.tsx';
import { usePageLanguage } from '../candidate-kit/page-language.ts';
import { StepTitle } from '../candidate-kit/parts.tsx';
import { type CandidateWords, ReaderProvider, readersLocale } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import { MePage } from './me-page.tsx';
import { meWords } from './me-words.ts';

/** The candidate's own page: reads it, or says why it cannot be opened. */
export function MeRoot(props: {
  readonly locale: Locale;
  readonly t: CandidateWords;
  readonly client: CandidateClient;
}) {
  const { client } = props;
  const { reader, show } = usePageLanguage(props, meWords);
  const { t } = reader;
  const [view, setView] = useState<MeView | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [erased, setErased] = useState(false);
  const told = useRef(false);
  const load = useCallback(() => {
    setProblem(null);
    client.request<MeView>('/me').then(setView, (error: unknown) => setProblem(asProblem(error)));
  }, [client]);
  useEffect(load, [load]);
  useEffect(() => {
    if (!view || told.current) return;
    told.current = true;
    if (readersLocale() === null) show(view.lang === 'zh' ? 'zh-CN' : 'en-US');
  }, [view, show]);
  useEffect(() => {
    document.title = view ? `${t('me.title')} · ${view.jobTitle}` : t('me.title');
  }, [view, t]);
  return (
    <ReaderProvider value={reader}>
      {erased ? (
        <Frame company={view?.company ?? ''}>
          <StepTitle>{t('me.erased_title')}</StepTitle>
          <p className="c-lead">{t('me.erased_text')}</p>
        </Frame>
      ) : problem ? (
        <Frame company="">
          <LinkProblem problem={problem} onRetry={load} />
        </Frame>
      ) : view ? (
        <MePage session={{ client, view, setView, erased: () => setErased(true) }} />
      ) : (
        <Frame company="">
          <p role="status">{t('me.loading')}</p>
        </Frame>
      )}
    </ReaderProvider>
  );
}
