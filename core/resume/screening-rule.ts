import { type Static, Type } from '@sinclair/typebox';
import { LocalId } from '../template/schemas/shared.ts';

const Degree = Type.Union([
  Type.Literal('初中'),
  Type.Literal('高中'),
  Type.Literal('中专'),
  Type.Literal('大专'),
  Type.Literal('本科'),
  Type.Literal('硕士'),
  Type.Literal('博士'),
]);

const base = {
  id: LocalId,
  /** hard: legally or truly necessary; soft: only shown. Neither ever rejects by itself. */
  strength: Type.Union([Type.Literal('hard'), Type.Literal('soft')]),
  /** Why the job needs it; required for hard rules. */
  reason: Type.String({ maxLength: 300 }),
};

/** A screening rule (筛选规则), e.g. 本科及以上, 3 年以上销售. A missing fact is unclear, never a mismatch. */
export const ScreeningRule = Type.Union([
  Type.Object({ ...base, kind: Type.Literal('education'), atLeast: Degree }, { additionalProperties: false }),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('experience'),
      atLeastYears: Type.Number({ minimum: 0, maximum: 50 }),
      /** Words of the work that counts (销售, Java …); empty counts all work. */
      in: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 10 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('certificate'),
      anyOf: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 10 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('skill'),
      allOf: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 10 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('language'),
      anyOf: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 10 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('city'),
      anyOf: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1, maxItems: 20 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      ...base,
      kind: Type.Literal('keyword'),
      anyOf: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1, maxItems: 20 }),
    },
    { additionalProperties: false },
  ),
]);
export type ScreeningRule = Static<typeof ScreeningRule>;
