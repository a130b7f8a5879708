import { type Static, Type } from '@sinclair/typebox';
import { applicationStatuses } from '#core/application/application.ts';
import { outcomes } from '#core/report/decision-reasons.ts';
import { reportViews } from '#core/report/list-reports.ts';
import { ReportDocument, suggestions } from '#core/report/report-document.ts';
import { Id, Literals, Nullable, PageQuery, Time } from './shared.ts';

const closed = { additionalProperties: false } as const;
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Suggestion = Literals(suggestions);
const Status = Literals(applicationStatuses);

export const ReportListQuery = Type.Object(
  {
    ...PageQuery,
    view: Type.Optional(Literals(reportViews)),
    jobId: Type.Optional(Id),
    suggestion: Type.Optional(Suggestion),
    search: Type.Optional(Type.String({ maxLength: 50 })),
  },
  closed,
);

export const ReportListItemView = Type.Object({
  applicationId: Id,
  candidateName: Nullable(Type.String()),
  jobId: Id,
  jobTitle: Type.String(),
  status: Status,
  /** What the reader should do: rate first, decide, look again (held), nothing. */
  task: Literals(['rate', 'decide', 'held', 'done'] as const),
  suggestion: Nullable(Suggestion),
  score10: Nullable(Type.Number()),
  updatedAt: Time,
});
export type ReportListItemView = Static<typeof ReportListItemView>;

/** The report with what this person may do next. */
export const ReportView = Type.Object({
  document: ReportDocument,
  actions: Type.Object({
    /** Where `advance` leads; null where it leads nowhere. */
    advanceTo: Nullable(Status),
    reject: Type.Boolean(),
    reopen: Type.Boolean(),
    /** The form is open: nothing is being scored at this moment. */
    rate: Type.Boolean(),
    rescore: Type.Boolean(),
    /** The reader's own newest rating run, to begin from. */
    ownRunId: Nullable(Type.String()),
  }),
});
export type ReportView = Static<typeof ReportView>;

export const RatingBody = Type.Object(
  {
    ratings: Type.Array(
      Type.Object(
        {
          questionId: Type.String({ maxLength: 64 }),
          dimension: Type.String({ maxLength: 10 }),
          score: Nullable(Type.Number({ minimum: 1, maximum: 5, multipleOf: 0.5 })),
          note: Type.String({ maxLength: 1000 }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 32 },
    ),
  },
  closed,
);

export const DecisionBody = Type.Object(
  {
    outcome: Literals(outcomes),
    reasonCode: Type.String({ minLength: 1, maxLength: 64 }),
    note: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))),
    /** The report the person has read; another newest one is a `CONFLICT`. */
    reportId: Type.Optional(Nullable(Id)),
  },
  closed,
);

export const NoteBody = Type.Object({ note: Type.String({ minLength: 1, maxLength: 2000 }) }, closed);

export const FlagBody = Type.Object({ key: Type.String({ minLength: 1, maxLength: 300 }) }, closed);
export const DismissBody = Type.Object(
  {
    key: Type.String({ minLength: 1, maxLength: 300 }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  },
  closed,
);

export const TranscriptBody = Type.Object({ text: Type.String({ minLength: 1, maxLength: 20_000 }) }, closed);

export const RescoredView = Type.Object({
  /** False: neither the answers nor the scorer changed, nothing was made anew. */
  changed: Type.Boolean(),
  view: ReportView,
});
export type RescoredView = Static<typeof RescoredView>;

const FeedbackPoint = Type.Object({
  dimension: Type.String(),
  text: Type.String(),
  quote: Nullable(Type.String()),
});

export const FeedbackView = Type.Object({
  state: Literals(['draft', 'released'] as const),
  lang: Literals(['zh', 'en'] as const),
  summary: Type.String(),
  strengths: Type.Array(FeedbackPoint),
  improvements: Type.Array(FeedbackPoint),
  tip: Type.String(),
  levels: Type.Array(
    Type.Object({
      dimension: Type.String(),
      name: Words,
      score10: Type.Number(),
      band10: Type.Tuple([Type.Number(), Type.Number()]),
    }),
  ),
  /** Dimensions that points may speak of: the scored ones. */
  dimensions: Type.Array(Type.Object({ code: Type.String(), name: Words })),
  /** What must be reworded before release. */
  faults: Type.Array(Type.Object({ path: Type.String(), kind: Type.String(), words: Type.String() })),
  editedBy: Nullable(Type.String()),
  releasedBy: Nullable(Type.String()),
  releasedAt: Nullable(Time),
  openedAt: Nullable(Time),
  meUrl: Nullable(Type.String()),
});
export type FeedbackView = Static<typeof FeedbackView>;

const PointBody = Type.Object(
  { dimension: Type.String({ maxLength: 10 }), text: Type.String({ maxLength: 500 }) },
  closed,
);
export const FeedbackBody = Type.Object(
  {
    summary: Type.String({ maxLength: 500 }),
    strengths: Type.Array(PointBody, { maxItems: 3 }),
    improvements: Type.Array(PointBody, { maxItems: 3 }),
    tip: Type.String({ maxLength: 500 }),
  },
  closed,
);

export const ComparisonView = Type.Object({
  job: Type.Object({
    id: Id,
    title: Type.String(),
    versionId: Id,
    versionNumber: Type.Integer(),
    cutHi: Type.Number(),
    cutLo: Type.Number(),
  }),
  dimensions: Type.Array(Type.Object({ code: Type.String(), name: Words, weight: Type.Integer() })),
  candidates: Type.Array(
    Type.Object({
      applicationId: Id,
      candidateName: Nullable(Type.String()),
      status: Status,
      suggestion: Suggestion,
      score10: Nullable(Type.Number()),
      band10: Nullable(Type.Tuple([Type.Number(), Type.Number()])),
      coverage: Type.Number(),
      experience: Type.String(),
      group: Nullable(Type.Integer()),
      rank: Nullable(Type.Integer()),
      dimensions: Type.Array(
        Type.Object({
          code: Type.String(),
          state: Type.String(),
          score10: Nullable(Type.Number()),
          band10: Nullable(Type.Tuple([Type.Number(), Type.Number()])),
        }),
      ),
    }),
  ),
  hidden: Type.Integer(),
  versions: Type.Array(Type.Object({ id: Id, number: Type.Integer() })),
});
export type ComparisonView = Static<typeof ComparisonView>;

export const AppealView = Type.Object({
  id: Id,
  applicationId: Type.String(),
  candidateName: Nullable(Type.String()),
  text: Type.String(),
  state: Literals(['open', 'kept', 'changed'] as const),
  createdAt: Time,
  dueAt: Time,
  overdue: Type.Boolean(),
  mayAnswer: Type.Boolean(),
  nobodyMay: Type.Boolean(),
  answer: Nullable(Type.String()),
  reviewerName: Nullable(Type.String()),
  closedAt: Nullable(Time),
});
export type AppealView = Static<typeof AppealView>;

export const AppealAnswerBody = Type.Object(
  {
    outcome: Literals(['kept', 'changed'] as const),
    answer: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  closed,
);
