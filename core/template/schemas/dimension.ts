import { type Static, Type } from '@sinclair/typebox';
import { DimensionCode, LocalId, LocalizedText } from './shared.ts';

/** A behaviour that counts for (positive) or against (negative) a dimension, and the ways people say it. */
export const Indicator = Type.Object(
  {
    id: LocalId,
    text: LocalizedText,
    polarity: Type.Union([Type.Literal('positive'), Type.Literal('negative')]),
    /** Regular expressions (ECMAScript, flags `iu`) over one clause of the cleaned answer. */
    patterns: Type.Object(
      {
        zh: Type.Array(Type.String({ minLength: 1, maxLength: 400 })),
        en: Type.Array(Type.String({ minLength: 1, maxLength: 400 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type Indicator = Static<typeof Indicator>;

/** The five BARS anchors, level 1 first. */
export const Anchors = Type.Array(LocalizedText, { minItems: 5, maxItems: 5 });

/** An evaluation dimension (评估维度): what is judged, on which anchors, by which behaviours. */
export const Dimension = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    code: DimensionCode,
    version: Type.Integer({ minimum: 1 }),
    name: LocalizedText,
    definition: LocalizedText,
    family: Type.Union([
      Type.Literal('interacting'),
      Type.Literal('supporting'),
      Type.Literal('enterprising'),
      Type.Literal('analysing'),
      Type.Literal('creating'),
      Type.Literal('organising'),
      Type.Literal('deciding'),
      Type.Literal('adapting'),
      Type.Literal('leading'),
    ]),
    anchors: Anchors,
    indicators: Type.Array(Indicator, { maxItems: 40 }),
    /** Written example answers at levels 1, 3 and 5. */
    exemplars: Type.Object(
      {
        '1': Type.Array(LocalizedText),
        '3': Type.Array(LocalizedText),
        '5': Type.Array(LocalizedText),
      },
      { additionalProperties: false },
    ),
    /** A low level means "a person must check", never an automatic failure (INTEG, SAFE). */
    redLine: Type.Boolean(),
  },
  { additionalProperties: false, $id: 'dimension.json', title: 'Evaluation dimension' },
);
export type Dimension = Static<typeof Dimension>;
