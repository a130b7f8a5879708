import { Kind, type TSchema, Type, TypeRegistry } from '@sinclair/typebox';

/** Shapes that many routes share. */
export const Id = Type.String({ minLength: 5, maxLength: 64 });
export const Time = Type.String({ description: 'ISO 8601, UTC' });
export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
export const List = <S extends TSchema>(item: S) =>
  Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });
/** How a value is checked against `Literals`; TypeBox knows no enumeration of its own. */
const literalsKind = 'jinji:Literals';
TypeRegistry.Set<{ readonly enum: readonly unknown[] }>(literalsKind, (schema, value) =>
  schema.enum.includes(value),
);

/** One of these words, as a plain JSON Schema `enum`. */
export const Literals = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ [Kind]: literalsKind, type: 'string', enum: [...values] });
export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
};
