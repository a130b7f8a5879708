import type { Locale } from './locale.ts';
import type { Messages, SourceMessages, TranslateOf } from './message.ts';

/**
 * Fills `{name}` placeholders; a name without a value stays visible, so that a fault is seen and not swallowed.
 * Values are inserted literally, never scanned again.
 */
export function fillMessage(
  template: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return template.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}

/**
 * A translator over the areas given, small enough for every entry's budget. Takes the English plural form
 * by `values.count`. An unknown key is returned as it is.
 */
export function createFormatter<Source extends SourceMessages>(
  locale: Locale,
  messages: Messages,
): TranslateOf<Source> {
  const plurals = new Intl.PluralRules(locale);
  const translate = (key: string, values?: Readonly<Record<string, string | number>>): string => {
    const message = messages[key];
    if (message === undefined) return key;
    if (typeof message === 'string') return fillMessage(message, values);
    const form = plurals.select(Number(values?.count ?? 0)) === 'one' ? message.one : message.other;
    return fillMessage(form, values);
  };
  return translate as TranslateOf<Source>;
}
