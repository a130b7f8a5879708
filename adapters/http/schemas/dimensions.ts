import { type Static, Type } from '@sinclair/typebox';
import { phraseLength, signLimit } from '#core/rubric/dimension-signs.ts';
import { Dimension } from '#core/template/schemas/dimension.ts';
import { QuestionType } from '#core/template/schemas/question.ts';
import { LocalizedText } from '#core/template/schemas/shared.ts';
import { JobState } from './jobs.ts';
import { Id, Literals, Nullable, Time } from './shared.ts';

const closed = { additionalProperties: false } as const;

export const DimensionView = Dimension;

/** Words that speak for or against a dimension, as they stand; a phrase is never a pattern. */
const Sign = Type.Object(
  {
    polarity: Literals(['positive', 'negative'] as const),
    phrases: Type.Array(Type.String({ minLength: 1, maxLength: phraseLength }), { minItems: 1, maxItems: 8 }),
  },
  closed,
);
const Signs = Type.Array(Sign, { maxItems: signLimit * 2 });

const Examples = Type.Array(LocalizedText, { maxItems: 6 });
const Exemplars = Type.Object({ '1': Examples, '3': Examples, '5': Examples }, closed);

const written = {
  name: LocalizedText,
  definition: LocalizedText,
  anchors: Dimension.properties.anchors,
  family: Dimension.properties.family,
  redLine: Type.Boolean(),
  signs: Type.Optional(Signs),
  exemplars: Type.Optional(Exemplars),
};

export const NewDimensionBody = Type.Object(
  {
    ...written,
    /** The code that a job uses for it already; made here if left out. */
    code: Type.Optional(Type.String({ pattern: '^X[A-Z0-9]{1,9}$' })),
  },
  closed,
);
export type NewDimensionBody = Static<typeof NewDimensionBody>;

export const SaveDimensionBody = Type.Object(
  {
    ...written,
    /** The version that was edited; another newest one is a `CONFLICT`. */
    version: Type.Integer({ minimum: 1 }),
  },
  closed,
);
export type SaveDimensionBody = Static<typeof SaveDimensionBody>;

export const DimensionListQuery = Type.Object(
  { state: Type.Optional(Literals(['available', 'archived'] as const)) },
  closed,
);

/** A dimension with where it comes from and who uses it. */
export const DimensionDetailsView = Type.Object({
  dimension: DimensionView,
  own: Type.Boolean(),
  archivedAt: Nullable(Time),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      createdAt: Time,
      /** Null where the person has no name or is gone. */
      createdByName: Nullable(Type.String()),
    }),
  ),
  jobs: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      state: JobState,
      /** Version of the dimension in the draft; null where it is not in it. */
      inDraft: Nullable(Type.Integer()),
      inCurrentVersion: Nullable(Type.Integer()),
    }),
  ),
  packs: Type.Array(Type.String()),
});
export type DimensionDetailsView = Static<typeof DimensionDetailsView>;

export const TrialBody = Type.Object(
  {
    dimension: Type.Object(
      {
        name: LocalizedText,
        definition: LocalizedText,
        anchors: Dimension.properties.anchors,
        signs: Type.Optional(Signs),
      },
      closed,
    ),
    question: Type.Object(
      { text: Type.String({ minLength: 1, maxLength: 500 }), type: QuestionType },
      closed,
    ),
    answer: Type.String({ minLength: 1, maxLength: 4000 }),
    lang: Literals(['zh', 'en'] as const),
  },
  closed,
);
export type TrialBody = Static<typeof TrialBody>;

/** What the embedded scorer makes of a sample answer. */
export const TrialView = Type.Object({
  level: Nullable(Type.Integer()),
  state: Type.String(),
  confidence: Type.Number(),
  evidence: Type.Array(
    Type.Object({
      start: Type.Integer(),
      end: Type.Integer(),
      quote: Type.String(),
      supports: Type.String(),
    }),
  ),
  missing: Type.Array(Type.String()),
  why: Nullable(Type.Object({ zh: Type.String(), en: Type.String() })),
});
export type TrialView = Static<typeof TrialView>;
