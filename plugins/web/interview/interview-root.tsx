import { useCallback, useMemo, useState } from 'react';
import type { Locale } from '#core/i18n/locale.ts';
import type { CandidateClient } from '../candidate-kit/client.ts';
import type { Kept } from '../candidate-kit/kept.ts';
import {
  type CandidateWords,
  chosenLocale,
  interviewWords,
  ReaderProvider,
  readerOf,
  rememberLocale,
} from '../candidate-kit/words.tsx';
import { InterviewApp } from './interview-app.tsx';

/** Holds the language of the page; switching keeps everything that was written. */
export function InterviewRoot(props: {
  readonly locale: Locale;
  readonly t: CandidateWords;
  readonly client: CandidateClient;
  readonly kept: Kept;
}) {
  const [language, setLanguage] = useState({ locale: props.locale, t: props.t });
  const show = useCallback(async (locale: Locale) => {
    const t = await interviewWords(locale);
    document.documentElement.lang = locale;
    document.title = t('interview.title');
    setLanguage({ locale, t });
  }, []);
  const reader = useMemo(
    () =>
      readerOf(language.locale, language.t, (locale) => {
        rememberLocale(locale);
        show(locale).catch(() => undefined); // offline: the page stays in the language it has
      }),
    [language, show],
  );
  return (
    <ReaderProvider value={reader}>
      <InterviewApp
        client={props.client}
        kept={props.kept}
        onInvitedIn={(lang) => {
          if (chosenLocale() === null) show(lang === 'zh' ? 'zh-CN' : 'en-US').catch(() => undefined);
        }}
      />
    </ReaderProvider>
  );
}
