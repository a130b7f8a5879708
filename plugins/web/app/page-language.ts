import { chooseLocale, isLocale, type Locale } from '#core/i18n/locale.ts';
import { createTranslator, type Translate } from '#core/i18n/translator.ts';

/** Loads the words of one language; each is a chunk of its own. */
export async function loadTranslator(locale: Locale): Promise<Translate> {
  const { catalogue } =
    locale === 'zh-CN'
      ? await import('#core/i18n/zh-cn/catalogue.ts')
      : await import('#core/i18n/en-us/catalogue.ts');
  return createTranslator(locale, catalogue);
}

/** The language that the server chose for this shell (`<html lang>`), or the browser's. */
export function initialLocale(): Locale {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : chooseLocale(null, navigator.languages?.join(',') ?? navigator.language);
}

/** Whether this browser carries a choice of language already. */
export function hasChosenLocale(): boolean {
  return /(?:^|;\s*)lang=/.test(document.cookie);
}

/** Keeps the choice for the next visit, where the server can read it too. */
export function rememberLocale(locale: Locale): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and on plain http
  document.cookie = `lang=${locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  document.documentElement.lang = locale;
}
