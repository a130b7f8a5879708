import { type Static, Type } from '@sinclair/typebox';
import { ScreeningRule } from '../resume/screening-rule.ts';
import { Dimension } from '../template/schemas/dimension.ts';
import { MustHaveFact } from '../template/schemas/industry-pack.ts';
import { Question } from '../template/schemas/question.ts';
import { ReportLayout } from '../template/schemas/report-layout.ts';
import { LocalId } from '../template/schemas/shared.ts';

/** A row of a job's rubric: the dimension with all its content (so that a version explains itself), weight in whole per cent, job relatedness. */
export const JobRubricItem = Type.Object(
  {
    dimension: Dimension,
    weight: Type.Integer({ minimum: 1, maximum: 100 }),
    /** Why the job needs this dimension; empty blocks publishing. */
    jobRelatedness: Type.String({ maxLength: 500 }),
  },
  { additionalProperties: false },
);
export type JobRubricItem = Static<typeof JobRubricItem>;

/** Where the suggestion changes, on the 0–10 scale, with who set it and why (assessment §2.5). */
export const Thresholds = Type.Object(
  {
    cutHi: Type.Number({ minimum: 0, maximum: 10 }),
    cutLo: Type.Number({ minimum: 0, maximum: 10 }),
    rationale: Type.String({ maxLength: 500 }),
  },
  { additionalProperties: false },
);
export type Thresholds = Static<typeof Thresholds>;

/** How the interview is held. Text is always offered; voice and video as allowed here. */
export const InterviewSettings = Type.Object(
  {
    voice: Type.Boolean(),
    video: Type.Boolean(),
    preparationSeconds: Type.Integer({ minimum: 0, maximum: 600 }),
    answerSeconds: Type.Integer({ minimum: 30, maximum: 1800 }),
    retakes: Type.Integer({ minimum: 0, maximum: 2 }),
    followUps: Type.Integer({ minimum: 0, maximum: 2 }),
    linkDays: Type.Integer({ minimum: 1, maximum: 60 }),
    /** Blind mode: the embedded score stays hidden until a person has rated. */
    humanRatesFirst: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type InterviewSettings = Static<typeof InterviewSettings>;

/** Wording that the check blocks, kept for a legal reason that a named person gives (R12); logged when published. */
export const WordingException = Type.Object(
  {
    /** Id of the wording rule. */
    rule: Type.String({ minLength: 1, maxLength: 64 }),
    /** The words as written. */
    quote: Type.String({ minLength: 1, maxLength: 200 }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  },
  { additionalProperties: false },
);
export type WordingException = Static<typeof WordingException>;

/** Everything that shapes a job. The draft of a job and each frozen job version hold one. */
export const JobDefinition = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 80 }),
    industry: LocalId,
    packVersion: Type.Integer({ minimum: 1 }),
    location: Type.String({ maxLength: 80 }),
    /** Region policy by job location (R3); unknown places follow the strictest. */
    region: Type.Union([
      Type.Literal('cn'),
      Type.Literal('eu'),
      Type.Literal('us-ny'),
      Type.Literal('us-il'),
      Type.Literal('us-ca'),
      Type.Literal('other'),
    ]),
    tasks: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 8 }),
    rubric: Type.Array(JobRubricItem, { maxItems: 8 }),
    questions: Type.Array(Question, { maxItems: 8 }),
    mustHave: Type.Array(MustHaveFact, { maxItems: 10 }),
    screeningRules: Type.Array(ScreeningRule, { maxItems: 20 }),
    thresholds: Thresholds,
    interview: InterviewSettings,
    reportLayout: ReportLayout,
    flow: Type.Array(Type.String(), { maxItems: 8 }),
    /** Values of the industry fields by their id. */
    fields: Type.Record(
      Type.String(),
      Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean(), Type.Array(Type.String())]),
    ),
    wordingExceptions: Type.Optional(Type.Array(WordingException, { maxItems: 20 })),
  },
  { additionalProperties: false, $id: 'job-definition.json', title: 'Job definition' },
);
export type JobDefinition = Static<typeof JobDefinition>;
