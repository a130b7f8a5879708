import { type Static, Type } from '@sinclair/typebox';
import { applicationStatuses } from '#core/application/application.ts';
import { erasureReasons } from '#core/application/erase-candidate.ts';
import { exitReasons, handMoves } from '#core/application/move-application.ts';
import { interviewStates } from '#core/interview/interview.ts';
import { LocalizedText } from '#core/template/schemas/shared.ts';
import { ResumeProfileView, ResumeReadView, TypedProfileBody } from './resume-profile.ts';
import { Id, Literals, Nullable, PageQuery, Time } from './shared.ts';

export const Status = Literals(applicationStatuses);
export const ScreeningWord = Literals(['match', 'unclear', 'mismatch'] as const);
const Suggestion = Nullable(Literals(['advance', 'hold', 'do_not_advance'] as const));

/** Why a file could not be read, in the reader's language. */
const ProblemWords = Type.Object({ code: Type.String(), title: Type.String(), remedy: Type.String() });

export const ResumeView = Type.Object({
  id: Id,
  jobId: Nullable(Id),
  fileName: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
  /** `pending`: received and being read; `parsed`: became a candidate; `failed`: see `problem`. */
  state: Literals(['pending', 'parsed', 'failed'] as const),
  /** Being read for so long that reading may be asked for again. */
  stuck: Type.Boolean(),
  problem: Nullable(ProblemWords),
  candidateId: Nullable(Id),
  /** The application that was made from it, for this job. */
  applicationId: Nullable(Id),
  createdAt: Time,
  parsedAt: Nullable(Time),
});
export type ResumeView = Static<typeof ResumeView>;

export const UploadedResumeView = Type.Composite([
  ResumeView,
  Type.Object({
    /** The same file was uploaded for this job before; nothing new was stored. */
    known: Type.Boolean(),
  }),
]);

export const ApplicationListQuery = Type.Object(
  {
    ...PageQuery,
    jobId: Type.Optional(Id),
    /** Statuses joined by commas. */
    status: Type.Optional(Type.String({ maxLength: 200 })),
    screening: Type.Optional(Literals(['match', 'unclear', 'mismatch', 'none'] as const)),
    suggestion: Type.Optional(Literals(['advance', 'hold', 'do_not_advance'] as const)),
    /** Part of a name or city, or a whole phone number or mail address. */
    q: Type.Optional(Type.String({ maxLength: 100 })),
    sort: Type.Optional(Literals(['updated', 'score'] as const)),
  },
  { additionalProperties: false },
);
export type ApplicationListQuery = Static<typeof ApplicationListQuery>;

export const ApplicationItemView = Type.Object({
  id: Id,
  jobId: Id,
  jobTitle: Type.String(),
  candidateId: Id,
  candidateName: Nullable(Type.String()),
  city: Nullable(Type.String()),
  years: Nullable(Type.Number()),
  status: Status,
  screening: Nullable(ScreeningWord),
  score10: Nullable(Type.Number()),
  suggestion: Suggestion,
  interviewState: Nullable(Literals(interviewStates)),
  duplicate: Type.Boolean(),
  createdAt: Time,
  updatedAt: Time,
});
export type ApplicationItemView = Static<typeof ApplicationItemView>;

export const ApplicationCountsView = Type.Object({
  total: Type.Integer(),
  statuses: Type.Record(Type.String(), Type.Integer()),
  screening: Type.Record(Type.String(), Type.Integer()),
});

const LinkStateView = Type.Object({
  state: Literals(['active', 'expired', 'revoked'] as const),
  createdAt: Time,
  expiresAt: Time,
  revokedAt: Nullable(Time),
});

export const LinkedInterviewView = Type.Object({
  id: Id,
  state: Literals(interviewStates),
  lang: Literals(['zh', 'en'] as const),
  createdAt: Time,
  startedAt: Nullable(Time),
  resumableUntil: Nullable(Time),
  submittedAt: Nullable(Time),
  /** True while the candidate may still enter. */
  open: Type.Boolean(),
  link: Nullable(LinkStateView),
  /** The candidate agreed to be kept for a year and contacted about other jobs. */
  talentPool: Type.Boolean(),
});

const CorrectionView = Type.Object({
  result: ScreeningWord,
  reason: Type.String(),
  by: Nullable(Type.String()),
  at: Time,
});

export const ScreeningView = Type.Object({
  result: ScreeningWord,
  rules: Type.Array(
    Type.Object({
      ruleId: Type.String(),
      label: LocalizedText,
      reason: LocalizedText,
      ask: Nullable(LocalizedText),
      required: Type.Boolean(),
      /** As read from the résumé. */
      read: ScreeningWord,
      /** What counts: the correction where there is one. */
      result: ScreeningWord,
      quote: Nullable(Type.String()),
      correction: Nullable(CorrectionView),
    }),
  ),
});
export type ScreeningView = Static<typeof ScreeningView>;

const ApplicationShort = Type.Object({
  id: Id,
  jobId: Id,
  jobTitle: Type.String(),
  status: Status,
  updatedAt: Time,
});

export const DuplicateView = Type.Object({
  id: Id,
  state: Literals(['open', 'merged', 'dismissed'] as const),
  /** `phone`, `mail`, `name`, `school`, `company`, `dates`. */
  reasons: Type.Array(Type.String()),
  candidateId: Id,
  name: Nullable(Type.String()),
  city: Nullable(Type.String()),
  createdAt: Time,
  applications: Type.Array(ApplicationShort),
  /** True where the merge was into this candidate and can be taken back. */
  undoable: Type.Boolean(),
});

export const CandidateView = Type.Object({
  id: Id,
  name: Nullable(Type.String()),
  /** Only the last digits for readers who may not edit candidates. */
  phone: Nullable(Type.String()),
  email: Nullable(Type.String()),
  city: Nullable(Type.String()),
  profile: Nullable(ResumeProfileView),
  edits: Type.Array(Type.Object({ field: Type.String(), by: Nullable(Type.String()), at: Time })),
  revision: Type.Integer(),
  /** By the year of birth in the résumé, which is shown only here: under 16 nobody is invited, at 16 and 17 a guardian is told. */
  minor: Nullable(Literals(['too_young', 'guardian'] as const)),
  createdAt: Time,
});

export const ApplicationView = Type.Object({
  id: Id,
  jobId: Id,
  jobTitle: Type.String(),
  jobState: Literals(['draft', 'published', 'closed'] as const),
  jobVersion: Type.Integer(),
  /** Days that a new link lives by the job's settings. */
  linkDays: Type.Integer(),
  status: Status,
  score10: Nullable(Type.Number()),
  suggestion: Suggestion,
  moves: Type.Array(Literals(handMoves)),
  mayInvite: Type.Boolean(),
  /** True for readers who get the text of files masked and no file (R11). */
  masked: Type.Boolean(),
  candidate: CandidateView,
  resume: Nullable(ResumeView),
  /** What was read from the file: as read, with the place of each field, the visible and the hidden text. */
  read: Nullable(ResumeReadView),
  resumes: Type.Array(ResumeView),
  screening: Nullable(ScreeningView),
  duplicates: Type.Array(DuplicateView),
  otherApplications: Type.Array(ApplicationShort),
  interviews: Type.Array(LinkedInterviewView),
  events: Type.Array(
    Type.Object({
      id: Id,
      from: Nullable(Status),
      to: Status,
      actorKind: Type.String(),
      actorName: Nullable(Type.String()),
      reasonCode: Nullable(Type.String()),
      note: Nullable(Type.String()),
      at: Time,
    }),
  ),
  createdAt: Time,
  updatedAt: Time,
});
export type ApplicationView = Static<typeof ApplicationView>;

export const MoveBody = Type.Object(
  {
    to: Literals(handMoves),
    reasonCode: Type.Optional(Literals(exitReasons)),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);

const LinkDays = Type.Optional(Type.Integer({ minimum: 1, maximum: 60 }));

export const InviteBody = Type.Object(
  { lang: Literals(['zh', 'en'] as const), linkDays: LinkDays },
  { additionalProperties: false },
);

export const RenewBody = Type.Object({ linkDays: LinkDays }, { additionalProperties: false });

export const InvitationView = Type.Object({
  interviewId: Id,
  state: Literals(interviewStates),
  lang: Literals(['zh', 'en'] as const),
  url: Type.String(),
  createdAt: Time,
  expiresAt: Time,
});
export type InvitationView = Static<typeof InvitationView>;

export const EditProfileBody = Type.Object(
  { revision: Type.Integer({ minimum: 1 }), profile: TypedProfileBody },
  { additionalProperties: false },
);

export const EditedProfileView = Type.Object({ revision: Type.Integer() });

export const AddCandidateBody = Type.Object(
  {
    profile: TypedProfileBody,
    /** Language of the candidate's résumé or talk. */
    language: Literals(['zh', 'en'] as const),
    /** A file that could not be read and belongs to this person. */
    resumeId: Type.Optional(Id),
  },
  { additionalProperties: false },
);

export const AddedCandidateView = Type.Object({ applicationId: Id });

export const CorrectionBody = Type.Object(
  {
    ruleId: Type.String({ minLength: 1, maxLength: 100 }),
    result: ScreeningWord,
    reason: Type.String({ minLength: 2, maxLength: 300 }),
  },
  { additionalProperties: false },
);

export const MergeBody = Type.Object(
  {
    /** The candidate who stays. */
    keep: Id,
  },
  { additionalProperties: false },
);

export const EraseBody = Type.Object({ reason: Literals(erasureReasons) }, { additionalProperties: false });
