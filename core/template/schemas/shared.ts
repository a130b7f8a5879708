import { type Static, Type } from '@sinclair/typebox';

/** Schemas shared by every template file. Names of languages are BCP 47 primary tags: `zh` is the source, `en` the full translation. */
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

/** A text in both product languages. */
export const LocalizedText = Type.Object(
  { zh: Text(2000), en: Text(4000) },
  { additionalProperties: false, description: 'The same text in Chinese (source) and English.' },
);
export type LocalizedText = Static<typeof LocalizedText>;

/** A dimension code: 2–10 capitals or digits. Built-in codes are those of `templates/dimensions`; a company's own start with `X`. */
export const DimensionCode = Type.String({ pattern: '^[A-Z][A-Z0-9]{1,9}$' });

/** An identifier inside a file: lower-case words joined by hyphens. */
export const LocalId = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 64 });

/** Years of experience that parallel forms of a question are written for (assessment: same anchors, other wording). */
export const ExperienceBand = Type.Union([
  Type.Literal('graduate'),
  Type.Literal('1-3'),
  Type.Literal('3-5'),
  Type.Literal('5+'),
]);
export type ExperienceBand = Static<typeof ExperienceBand>;

/** The element of a full answer that a probe asks for. */
export const MissingElement = Type.Union([
  Type.Literal('S'),
  Type.Literal('T'),
  Type.Literal('A'),
  Type.Literal('R'),
  Type.Literal('specifics'),
  Type.Literal('relevance'),
  Type.Literal('why'),
  Type.Literal('alternative'),
  Type.Literal('risk'),
  Type.Literal('priority'),
  Type.Literal('follow_up'),
]);
export type MissingElement = Static<typeof MissingElement>;
