import { createContext, type ReactNode, useContext } from 'react';
import type { Locale } from '#core/i18n/locale.ts';
import type { Translate } from '#core/i18n/translator.ts';
import type { WordArea } from './app-route.ts';

/** What a page knows about its reader's language and clock. */
export interface PageLanguage {
  readonly locale: Locale;
  /** IANA zone in which times are shown. */
  readonly zone: string;
  readonly t: Translate;
  /** Loads further areas of words. */
  readonly need?: (areas: readonly WordArea[]) => Promise<void>;
}

const LanguageContext = createContext<PageLanguage | null>(null);

/** Gives language, zone and translator to everything inside. */
export function LanguageProvider(props: { readonly value: PageLanguage; readonly children: ReactNode }) {
  return <LanguageContext.Provider value={props.value}>{props.children}</LanguageContext.Provider>;
}

/** The reader's language. @throws Error outside a `LanguageProvider`. */
export function useLanguage(): PageLanguage {
  const value = useContext(LanguageContext);
  if (value === null) throw new Error('useLanguage needs a LanguageProvider above it');
  return value;
}

/** Joins words as the reader's language does: `甲、乙` or `a, b`. */
export function useJoined(): (words: readonly string[]) => string {
  const { locale } = useLanguage();
  return (words) => words.join(locale === 'zh-CN' ? '、' : ', ');
}

/** Says what a form still needs by the names of its fields, `false` for those that are filled; null once nothing is missing. */
export function useLacks(): (missing: readonly (string | false)[]) => string | null {
  const t = useT();
  const joined = useJoined();
  return (missing) => {
    const names = missing.filter((name) => name !== false);
    return names.length === 0 ? null : t('common.lacks', { what: joined(names) });
  };
}

/** The translator of the page. */
export function useT(): Translate {
  return useLanguage().t;
}
