import { type Static, Type } from '@sinclair/typebox';
import { Question } from './question.ts';
import { ReportLayout } from './report-layout.ts';
import { DimensionCode, LocalId, LocalizedText } from './shared.ts';

/** The shape of pack files that this code writes. Raise it together with a step in `upgrade-pack.ts`. */
export const packFormatVersion = 1;

/** One row of a rubric: a dimension, its share of the composite in whole per cent, and why the job needs it. */
export const RubricItem = Type.Object(
  {
    dimension: DimensionCode,
    weight: Type.Integer({ minimum: 1, maximum: 100 }),
    jobRelatedness: LocalizedText,
  },
  { additionalProperties: false },
);
export type RubricItem = Static<typeof RubricItem>;

/** A fact that the job needs (certificate, shift, arrival date); shown apart from scores, never scored. */
export const MustHaveFact = Type.Object(
  {
    id: LocalId,
    kind: Type.Union([
      Type.Literal('certificate'),
      Type.Literal('shift'),
      Type.Literal('arrival_date'),
      Type.Literal('location'),
      Type.Literal('experience_years'),
      Type.Literal('education'),
      Type.Literal('skill'),
      Type.Literal('language'),
      Type.Literal('other'),
    ]),
    label: LocalizedText,
    /** The question put to the candidate. */
    ask: LocalizedText,
    /** Why the job truly needs it: law or the nature of the work. */
    reason: LocalizedText,
    /** Words that show it in a résumé. */
    evidence: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20 }),
    /** required: 不符合 when the contrary is shown; preferred: only displayed. */
    strength: Type.Union([Type.Literal('required'), Type.Literal('preferred')]),
  },
  { additionalProperties: false },
);
export type MustHaveFact = Static<typeof MustHaveFact>;

/** A field that jobs of this industry carry: shift pattern, pay structure, licence number … */
export const IndustryField = Type.Object(
  {
    id: LocalId,
    label: LocalizedText,
    help: Type.Optional(LocalizedText),
    kind: Type.Union([
      Type.Literal('text'),
      Type.Literal('number'),
      Type.Literal('choice'),
      Type.Literal('multi_choice'),
      Type.Literal('date'),
      Type.Literal('boolean'),
    ]),
    options: Type.Optional(
      Type.Array(Type.Object({ id: LocalId, label: LocalizedText }, { additionalProperties: false }), {
        minItems: 2,
        maxItems: 20,
      }),
    ),
    on: Type.Union([Type.Literal('job'), Type.Literal('candidate')]),
  },
  { additionalProperties: false },
);
export type IndustryField = Static<typeof IndustryField>;

/** A usual post of the industry, from which the job wizard starts. */
export const JobTemplate = Type.Object(
  {
    id: LocalId,
    title: LocalizedText,
    /** 3–8 critical tasks (job analysis). */
    tasks: Type.Array(LocalizedText, { minItems: 3, maxItems: 8 }),
    /** Ids of questions: the pack's own, or `<dimension>/<id>` of the bank. */
    questions: Type.Array(Type.String(), { minItems: 3, maxItems: 8 }),
  },
  { additionalProperties: false },
);
export type JobTemplate = Static<typeof JobTemplate>;

/** An industry pack: everything an HR person needs to post a usual job of that trade in minutes. */
export const IndustryPack = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    /** Shape of the file; older shapes are upgraded when read (`upgrade-pack.ts`). */
    formatVersion: Type.Literal(packFormatVersion),
    id: LocalId,
    /** Version of the content, raised with every published change. */
    version: Type.Integer({ minimum: 1 }),
    name: LocalizedText,
    summary: LocalizedText,
    rubric: Type.Array(RubricItem, { minItems: 3, maxItems: 8 }),
    jobs: Type.Array(JobTemplate, { minItems: 1, maxItems: 6 }),
    questions: Type.Array(Question, { minItems: 8 }),
    mustHave: Type.Array(MustHaveFact, { minItems: 1, maxItems: 10 }),
    fields: Type.Array(IndustryField, { minItems: 1, maxItems: 12 }),
    /** Stage ids of the flow that jobs of this pack start with (design: the default flow or a shortened one). */
    flow: Type.Array(
      Type.Union([
        Type.Literal('screening'),
        Type.Literal('interview'),
        Type.Literal('second_round'),
        Type.Literal('offer_approval'),
        Type.Literal('offer'),
      ]),
      { minItems: 2, uniqueItems: true },
    ),
    reportLayout: ReportLayout,
  },
  { additionalProperties: false, $id: 'industry-pack.json', title: 'Industry pack' },
);
export type IndustryPack = Static<typeof IndustryPack>;
