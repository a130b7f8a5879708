import { reasons as english } from '../../i18n/en-us/reasons.ts';
import { fillMessage } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/message.ts';
import { reasons as chinese } from '../../i18n/zh-cn/reasons.ts';
import type { Reason, ReasonValue, ReasonWords } from './reason.ts';

type Lang = 'zh' | 'en';

const catalogues: Readonly<Record<Lang, Messages>> = { zh: chinese, en: english };
const separators: Readonly<Record<Lang, string>> = { zh: '；', en: '; ' };

const isReason = (value: ReasonWords | Reason): value is Reason =>
  typeof value === 'object' && 'code' in value;

function wordsOf(value: ReasonWords | Reason, lang: Lang): string {
  if (typeof value === 'string') return value;
  return isReason(value) ? sentence(value, lang) : value[lang];
}

function valueIn(value: ReasonValue, lang: Lang): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' || !Array.isArray(value)) return wordsOf(value as ReasonWords, lang);
  return value.map((one: ReasonWords | Reason) => wordsOf(one, lang)).join(separators[lang]);
}

function sentence({ code, values = {} }: Reason, lang: Lang): string {
  const message = catalogues[lang][`reasons.${code}`];
  const filled = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueIn(value, lang)]),
  );
  if (message === undefined) return code;
  if (typeof message === 'string') return fillMessage(message, filled);
  return fillMessage(Number(values.count) === 1 ? message.one : message.other, filled);
}

/** A reason as a reader of this language gets it. Words that candidates or authors wrote stay theirs. */
export function inWords(reason: Reason, lang: Lang): string {
  const text = sentence(reason, lang);
  return lang === 'en' ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

/** A reason in both languages, for documents that people of either read. */
export const inBoth = (reason: Reason): { zh: string; en: string } => ({
  zh: inWords(reason, 'zh'),
  en: inWords(reason, 'en'),
});
