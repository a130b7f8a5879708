import type { Placeholders } from '../../i18n/message.ts';
import type { reasons } from '../../i18n/zh-cn/reasons.ts';

type Texts = typeof reasons;
type CodeOf<Key> = Key extends `reasons.${infer Code}` ? Code : never;

/** A sentence of a judgement by its key in the area `reasons` of the catalogue. */
export type ReasonCode = CodeOf<keyof Texts>;

/** Words that somebody wrote: the candidate's or the résumé's as they stand, or an author's in both languages. */
export type ReasonWords = string | { readonly zh: string; readonly en: string };

/** What fills a gap of a sentence; a list is joined in the way of the reader's language. */
export type ReasonValue = number | ReasonWords | readonly (ReasonWords | Reason)[];

/**
 * Why something was judged as it was, without words of any language: stored so, and worded for whoever reads it
 * (`inWords`).
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly values?: Readonly<Record<string, ReasonValue>>;
}

/** Codes whose sentence has no gap. */
export type PlainReasonCode = {
  [Code in ReasonCode]: [Placeholders<Texts[`reasons.${Code}`]>] extends [never] ? Code : never;
}[ReasonCode];

/** Makes a reason; the gaps of its sentence are demanded by the compiler. */
export const reason = <Code extends ReasonCode>(
  code: Code,
  ...[values]: [Placeholders<Texts[`reasons.${Code}`]>] extends [never]
    ? []
    : [values: Readonly<Record<Placeholders<Texts[`reasons.${Code}`]>, ReasonValue>>]
): Reason => (values === undefined ? { code } : { code, values });
