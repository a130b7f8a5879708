import { type TSchema, type TUnsafe, Type } from '@sinclair/typebox';

/** Something or null. */
export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
/** One of these words. */
export const OneOf = <const T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value))) as unknown as TUnsafe<T[number]>;
/** A text in both languages. */
export const Words = Type.Object({ zh: Type.String(), en: Type.String() });
/** A moment. */
export const Time = Type.String({ description: 'ISO 8601, UTC' });
/** A score as people see it. */
export const Score10 = Type.Number({ minimum: 0, maximum: 10, description: '0–10 in half points' });
/** Its error band. */
export const Band10 = Type.Tuple([Score10, Score10], { description: 'One standard error to each side' });

/** The sentence of an answer that holds most of the evidence; a cut one ends in an ellipsis. */
export const OwnWords = Type.Object({ questionId: Type.String(), quote: Type.String() });
