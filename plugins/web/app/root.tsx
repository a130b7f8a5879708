import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Locale } from '#core/i18n/locale.ts';
import type { Translate } from '#core/i18n/translator.ts';
import type { WordArea } from '../kit/app-route.ts';
import type { AppPlace } from '../kit/client-bridge.tsx';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { LanguageProvider } from '../kit/i18n.tsx';
import { App } from './app.tsx';
import { BrokenPage } from './broken-page.tsx';
import { loadTranslator, needWords, onNewWords, rememberLocale } from './page-language.ts';
import { PreferencesProvider } from './preferences.tsx';
import { applyTheme, storedTheme, type Theme } from './theme.ts';

/** Language and appearance around the app. Words of another language are loaded before the switch shows. */
export function Root(props: { readonly locale: Locale; readonly t: Translate; readonly place: AppPlace }) {
  const [words, setWords] = useState<{ readonly locale: Locale; readonly t: Translate }>({
    locale: props.locale,
    t: props.t,
  });
  useEffect(() => onNewWords(() => setWords((now) => ({ ...now }))), []);
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const language = useMemo(
    () => ({
      ...words,
      need: (areas: readonly WordArea[]) => needWords(words.locale, areas),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Shanghai',
    }),
    [words],
  );
  const setLocale = useCallback((locale: Locale) => {
    loadTranslator(locale).then(
      (t) => {
        rememberLocale(locale);
        setWords({ locale, t });
      },
      () => {
        // Offline, or a chunk gone after an update: the server sends the words with the next page.
        rememberLocale(locale);
        window.location.reload();
      },
    );
  }, []);
  const preferences = useMemo(
    () => ({
      locale: words.locale,
      setLocale,
      theme,
      setTheme: (next: Theme) => {
        applyTheme(next);
        setTheme(next);
      },
    }),
    [words.locale, setLocale, theme],
  );
  return (
    <LanguageProvider value={language}>
      <PreferencesProvider value={preferences}>
        <ErrorBoundary fallback={(retry) => <BrokenPage onRetry={retry} />}>
          <App place={props.place} />
        </ErrorBoundary>
      </PreferencesProvider>
    </LanguageProvider>
  );
}
