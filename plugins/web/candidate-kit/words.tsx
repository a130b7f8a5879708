import { createContext, type ReactNode, useContext } from 'react';
import { type DateTimeDetail, formatDateTime } from '#core/i18n/date-time.ts';
import { createFormatter } from '#core/i18n/format.ts';
import { chooseLocale, isLocale, type Locale, localeOfTag } from '#core/i18n/locale.ts';
import type { TranslateOf } from '#core/i18n/message.ts';
import type { interview } from '#core/i18n/zh-cn/interview.ts';
import type { me } from '#core/i18n/zh-cn/me.ts';

/** Looks up the words of the candidate's pages. */
export type CandidateWords = TranslateOf<typeof interview & typeof me>;

/** Which areas an entry needs; each language of each is a chunk of its own. */
export type LoadWords = (locale: Locale) => Promise<CandidateWords>;

/** Words of the interview page alone. */
export const interviewWords: LoadWords = async (locale) => {
  const words =
    locale === 'zh-CN'
      ? (await import('#core/i18n/zh-cn/interview.ts')).interview
      : (await import('#core/i18n/en-us/interview.ts')).interview;
  return createFormatter<typeof interview & typeof me>(locale, words);
};

/** What the page knows about its reader. */
export interface Reader {
  readonly locale: Locale;
  readonly lang: 'zh' | 'en';
  readonly t: CandidateWords;
  readonly time: (iso: string, detail?: DateTimeDetail) => string;
  readonly zone: string;
  readonly setLocale: (locale: Locale) => void;
}

const ReaderContext = createContext<Reader | null>(null);

/** Gives the reader's language to everything inside. */
export function ReaderProvider(props: { readonly value: Reader; readonly children: ReactNode }) {
  return <ReaderContext.Provider value={props.value}>{props.children}</ReaderContext.Provider>;
}

/** The reader's language. @throws Error outside a `ReaderProvider`. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error('useReader needs a ReaderProvider above it');
  return reader;
}

/** A reader of one language. */
export function readerOf(locale: Locale, t: CandidateWords, setLocale: (locale: Locale) => void): Reader {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  return {
    locale,
    lang: locale === 'zh-CN' ? 'zh' : 'en',
    t,
    zone,
    setLocale,
    time: (iso, detail = 'minute') => formatDateTime(iso, { locale, zone, detail }),
  };
}

/** The language this reader chose before, or null. */
export function chosenLocale(): Locale | null {
  const found = /(?:^|;\s*)lang=([\w-]+)/.exec(document.cookie)?.[1];
  return isLocale(found) ? found : null;
}

/** The language that this reader chose or their browser asks for; null when that is none of ours. */
export function readersLocale(): Locale | null {
  const wished = navigator.languages.map(localeOfTag).find((locale) => locale !== null);
  return chosenLocale() ?? wished ?? null;
}

/** The language of the shell, which the server chose. */
export function shellLocale(): Locale {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : chooseLocale(null, navigator.language);
}

/** Keeps the choice for the next visit, where the server reads it too. */
export function rememberLocale(locale: Locale): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and on plain http
  document.cookie = `lang=${locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
