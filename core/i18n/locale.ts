/** Product languages as BCP 47 tags. zh-CN is the source of every text. */
export type Locale = 'zh-CN' | 'en-US';

/** All product languages, source first. */
export const locales: readonly Locale[] = ['zh-CN', 'en-US'];

/** Whether a stored or received value names a product language exactly. */
export function isLocale(value: unknown): value is Locale {
  return value === 'zh-CN' || value === 'en-US';
}

/** The product language for one language tag (`zh-Hans-HK`, `en`), or null when neither Chinese nor English. */
export function localeOfTag(tag: string): Locale | null {
  const primary = tag.trim().toLowerCase().split('-')[0];
  if (primary === 'zh') return 'zh-CN';
  if (primary === 'en') return 'en-US';
  return null;
}

/**
 * Chooses the language for a reader: an explicit choice (the `lang` cookie or a stored preference) wins, then the
 * `Accept-Language` header by weight (RFC 9110 §12.5.4), then Chinese.
 */
export function chooseLocale(chosen: string | null | undefined, acceptLanguage?: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/i.exec(p)?.[1]).find((v) => v !== undefined);
      return { locale: localeOfTag(tag), weight: q === undefined ? 1 : Number(q) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.find((wish) => wish.locale !== null)?.locale ?? 'zh-CN';
}
