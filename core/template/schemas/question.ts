import { type Static, Type } from '@sinclair/typebox';
import { DimensionCode, ExperienceBand, LocalId, LocalizedText, MissingElement } from './shared.ts';

/** How a question is asked and judged: each type has its own gate table in `core/scoring`. */
export const QuestionType = Type.Union([
  Type.Literal('behavioural'),
  Type.Literal('situational'),
  Type.Literal('knowledge'),
  Type.Literal('introduction'),
  Type.Literal('code'),
]);
export type QuestionType = Static<typeof QuestionType>;

/** One point of a correct knowledge or code answer, with other ways of saying it. */
export const KeyPoint = Type.Object(
  {
    text: LocalizedText,
    synonyms: Type.Optional(
      Type.Object(
        { zh: Type.Array(Type.String()), en: Type.Array(Type.String()) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type KeyPoint = Static<typeof KeyPoint>;

/** A question of the bank or of a company. `dimensions[0]` is the primary dimension, a second one is allowed. */
export const Question = Type.Object(
  {
    id: LocalId,
    type: QuestionType,
    dimensions: Type.Array(DimensionCode, { minItems: 1, maxItems: 2, uniqueItems: true }),
    /** basic: graduates and first years; advanced: people who have done it for years. */
    difficulty: Type.Union([Type.Literal('basic'), Type.Literal('advanced')]),
    bands: Type.Array(ExperienceBand, { minItems: 1, uniqueItems: true }),
    /** Questions with the same `form` are parallel forms: same anchors, wording for another band. */
    form: Type.Optional(LocalId),
    text: LocalizedText,
    /** The parts that the question asks for; each is checked in the answer. */
    asks: Type.Array(LocalizedText, { maxItems: 5 }),
    /** What a rater looks for; for knowledge and code questions the points of a correct answer. */
    keys: Type.Array(KeyPoint, { maxItems: 12 }),
    /** Statements that are dangerously wrong; one of them caps a knowledge answer at level 2. */
    dangerous: Type.Optional(Type.Array(KeyPoint, { maxItems: 8 })),
    reference: Type.Optional(LocalizedText),
    /** Neutral follow-ups for a missing element; where none is given, the fixed catalogue serves. */
    probes: Type.Array(
      Type.Object({ missing: MissingElement, text: LocalizedText }, { additionalProperties: false }),
      { maxItems: 4 },
    ),
    preparationSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 600 })),
    answerSeconds: Type.Optional(Type.Integer({ minimum: 30, maximum: 1800 })),
  },
  { additionalProperties: false },
);
export type Question = Static<typeof Question>;

/** A file of `templates/questions`: the bank of one dimension. */
export const QuestionBank = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    dimension: DimensionCode,
    version: Type.Integer({ minimum: 1 }),
    questions: Type.Array(Question, { minItems: 1 }),
  },
  { additionalProperties: false, $id: 'question-bank.json', title: 'Question bank of one dimension' },
);
export type QuestionBank = Static<typeof QuestionBank>;
