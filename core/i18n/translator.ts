import type { TranslateOf } from './message.ts';
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
