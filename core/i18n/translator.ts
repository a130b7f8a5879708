import { createInstance } from 'i18next';
import type { Locale } from './locale.ts';
import type { Messages, TranslateOf } from './message.ts';
import type { catalogue } from './zh-cn/catalogue.ts';

/** The source catalogue: every key of the product with its Chinese text as a literal type. */
export type Catalogue = typeof catalogue;

/** Any key of the catalogue. */
export type MessageKey = keyof Catalogue & string;

/** Keys whose message has no placeholder: what data may name (navigation entries, titles). */
export type PlainMessageKey = {
  [Key in MessageKey]: Catalogue[Key] extends `${string}{${string}}${string}` ? never : Key;
}[MessageKey];

/** Looks a text of the whole catalogue up in one language. */
export type Translate = TranslateOf<Catalogue>;

function i18nextResources(messages: Messages): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === 'string') flat[key] = message;
    else {
      flat[`${key}_one`] = message.one;
      flat[`${key}_other`] = message.other;
    }
  }
  return flat;
}

/**
 * A translator through i18next, for the server and the HR pages. `messages` is the catalogue of `locale`
 * (`zh-cn/catalogue.ts` or `en-us/catalogue.ts`). Ready at once; keep one per language.
 */
export function createTranslator(locale: Locale, messages: Messages): Translate {
  const instance = createInstance();
  instance.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: i18nextResources(messages) } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  });
  const translate = (key: string, values?: Readonly<Record<string, string | number>>): string =>
    instance.t(key, { ...values });
  return translate as Translate;
}
