import { type Static, Type } from '@sinclair/typebox';
import { JobDefinition } from '#core/job/job-definition.ts';
import { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import { QuestionBank } from '#core/template/schemas/question.ts';
import { DimensionCode, LocalizedText } from '#core/template/schemas/shared.ts';
import { Id, Literals, Nullable, Time } from './shared.ts';

export const JobState = Literals(['draft', 'published', 'closed'] as const);

export const JobSummaryView = Type.Object({
  id: Id,
  title: Type.String(),
  industry: Type.String(),
  state: JobState,
  dirty: Type.Boolean(),
  currentVersionId: Nullable(Id),
  updatedAt: Time,
  /** Applications by status. */
  counts: Type.Record(Type.String(), Type.Integer()),
});
export type JobSummaryView = Static<typeof JobSummaryView>;

export const FindingView = Type.Object({
  code: Type.String(),
  severity: Literals(['error', 'warning'] as const),
  path: Type.String(),
  message: LocalizedText,
  wording: Type.Optional(
    Type.Object({ rule: Type.String(), quote: Type.String(), overridable: Type.Boolean() }),
  ),
});
export type FindingView = Static<typeof FindingView>;

export const JobView = Type.Object({
  id: Id,
  title: Type.String(),
  industry: Type.String(),
  state: JobState,
  draft: JobDefinition,
  revision: Type.Integer(),
  dirty: Type.Boolean(),
  currentVersionId: Nullable(Id),
  updatedAt: Time,
  findings: Type.Array(FindingView),
});
export type JobView = Static<typeof JobView>;

export const CreateJobBody = Type.Object(
  {
    industry: Type.String({ minLength: 1, maxLength: 64 }),
    template: Type.Optional(Type.String({ maxLength: 64 })),
    title: Type.Optional(Type.String({ maxLength: 80 })),
  },
  { additionalProperties: false },
);

export const SaveDraftBody = Type.Object(
  { revision: Type.Integer({ minimum: 1 }), draft: JobDefinition },
  { additionalProperties: false },
);

export const RevisionBody = Type.Object(
  { revision: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);

export const JobVersionView = Type.Object({
  id: Id,
  jobId: Id,
  number: Type.Integer(),
  definition: JobDefinition,
  publishedBy: Type.String(),
  /** Null where the person has no name or is gone. */
  publishedByName: Nullable(Type.String()),
  publishedAt: Time,
});
export type JobVersionView = Static<typeof JobVersionView>;

export const PackSummaryView = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  name: LocalizedText,
  summary: LocalizedText,
  jobs: Type.Array(Type.Object({ id: Type.String(), title: LocalizedText })),
  /** Codes of the dimensions that its rubric weighs. */
  dimensions: Type.Array(DimensionCode),
  /** How many questions of its own it has. */
  questions: Type.Integer(),
});
export type PackSummaryView = Static<typeof PackSummaryView>;

export const PackView = IndustryPack;
export const QuestionBankView = QuestionBank;
