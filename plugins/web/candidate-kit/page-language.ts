import { useCallback, useMemo, useState } from 'react';
import type { Locale } from '#core/i18n/locale.ts';
import { type CandidateWords, type LoadWords, type Reader, readerOf, rememberLocale } from './words.tsx';

/** The language of a page; switching keeps everything that was written. */
export function usePageLanguage(
  first: { readonly locale: Locale; readonly t: CandidateWords },
  load: LoadWords,
): { readonly reader: Reader; readonly show: (locale: Locale) => void } {
  const [language, setLanguage] = useState(first);
  const show = useCallback(
    (locale: Locale) => {
      load(locale).then(
        (t) => {
          document.documentElement.lang = locale;
          setLanguage({ locale, t });
        },
        () => undefined, // offline: the page stays in the language it has
      );
    },
    [load],
  );
  const reader = useMemo(
    () =>
      readerOf(language.locale, language.t, (locale) => {
        rememberLocale(locale);
        show(locale);
      }),
    [language, show],
  );
  return { reader, show };
}
