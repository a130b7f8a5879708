import { type Static, Type } from '@sinclair/typebox';
import { consentKinds } from '#core/consent/consent.ts';
import { interviewStates } from '#core/interview/interview.ts';
import { Id, Literals, Nullable, Time } from './shared.ts';

const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() });
const closed = { additionalProperties: false } as const;
const Words = Type.String({ minLength: 1, maxLength: 2000 });

const Point = Type.Object({ name: Bilingual, text: Type.String(), quote: Nullable(Type.String()) });

/** Feedback as released to the candidate. */
export const MyFeedback = Type.Object({
  lang: Literals(['zh', 'en'] as const),
  summary: Type.String(),
  strengths: Type.Array(Point),
  improvements: Type.Array(Point),
  tip: Type.String(),
  levels: Type.Array(
    Type.Object({
      name: Bilingual,
      score10: Type.Number(),
      band10: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }),
    }),
  ),
  releasedAt: Nullable(Time),
});

export const MyAppeal = Type.Object({
  id: Id,
  text: Type.String(),
  state: Literals(['open', 'kept', 'changed'] as const),
  createdAt: Time,
  dueAt: Time,
  answer: Nullable(Type.String()),
  closedAt: Nullable(Time),
});

export const MyCorrection = Type.Object({
  id: Id,
  text: Type.String(),
  state: Literals(['open', 'done', 'declined'] as const),
  createdAt: Time,
  dueAt: Time,
  answer: Nullable(Type.String()),
  closedAt: Nullable(Time),
});

/** What is stored about the candidate, contacts masked: whoever finds the link should not learn them. */
export const MyData = Type.Object({
  name: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  email: Nullable(Type.String()),
  city: Nullable(Type.String()),
  resumes: Type.Array(Type.Object({ fileName: Type.String(), size: Type.Integer(), createdAt: Time })),
  answers: Type.Array(
    Type.Object({
      question: Bilingual,
      turns: Type.Array(
        Type.Object({
          probe: Nullable(Type.String()),
          mode: Literals(['text', 'voice', 'video'] as const),
          skipped: Type.Boolean(),
          text: Type.String(),
          /** The recogniser's words before the candidate corrected them. */
          originalText: Nullable(Type.String()),
          storedAt: Time,
        }),
      ),
    }),
  ),
  /** Recordings that still exist. */
  recordings: Type.Integer(),
});

/** A second round as the candidate should know it: when and where, not who judges what. */
export const MySecondRound = Type.Object({
  id: Id,
  state: Literals(['arranged', 'cancelled'] as const),
  startsAt: Time,
  minutes: Type.Integer(),
  /** Address or link; null until the meeting is made. */
  place: Nullable(Type.String()),
  note: Nullable(Type.String()),
});

/** Everything the candidate's own page shows. */
export const MeView = Type.Object({
  company: Type.String(),
  contact: Type.String(),
  jobTitle: Type.String(),
  lang: Literals(['zh', 'en'] as const),
  state: Literals(interviewStates),
  submittedAt: Nullable(Time),
  aiScoring: Type.Boolean(),
  feedback: Nullable(MyFeedback),
  secondRounds: Type.Array(MySecondRound),
  /** IANA zone of the company, in which times are meant. */
  zone: Type.String(),
  appeal: Type.Object({
    state: Literals(['open', 'no_result', 'pending', 'answered', 'passed'] as const),
    /** Last moment to ask, where there is a result. */
    until: Nullable(Time),
    items: Type.Array(MyAppeal),
  }),
  consents: Type.Array(
    Type.Object({
      kind: Literals(consentKinds),
      required: Type.Boolean(),
      title: Bilingual,
      body: Bilingual,
      state: Literals(['given', 'not_given', 'withdrawn'] as const),
      at: Nullable(Time),
    }),
  ),
  data: MyData,
  corrections: Type.Array(MyCorrection),
  retention: Type.Object({
    days: Type.Integer(),
    videoDays: Type.Integer(),
    audioDays: Type.Integer(),
  }),
  /** Hired people's data belongs to an employee file; they ask the personnel department. */
  hired: Type.Boolean(),
  linkExpiresAt: Time,
});
export type MeView = Static<typeof MeView>;

export const WithdrawConsentBody = Type.Object({ kind: Literals(consentKinds) }, closed);
export const WordsBody = Type.Object({ text: Words }, closed);
export const EraseBody = Type.Object({ confirm: Type.Literal(true) }, closed);

/** A request for correction as staff see it. */
export const CorrectionView = Type.Object({
  id: Id,
  applicationId: Type.String(),
  candidateName: Nullable(Type.String()),
  jobTitle: Type.String(),
  text: Type.String(),
  state: Literals(['open', 'done', 'declined'] as const),
  createdAt: Time,
  dueAt: Time,
  overdue: Type.Boolean(),
  answer: Nullable(Type.String()),
  handledByName: Nullable(Type.String()),
  closedAt: Nullable(Time),
});
export type CorrectionView = Static<typeof CorrectionView>;

export const AnswerCorrectionBody = Type.Object(
  { outcome: Literals(['done', 'declined'] as const), answer: Words },
  closed,
);
