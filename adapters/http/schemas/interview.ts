import { type Static, Type } from '@sinclair/typebox';
import { consentKinds } from '#core/consent/consent.ts';
import { interviewStates } from '#core/interview/interview.ts';
import { Id, Literals, Nullable, Time } from './shared.ts';

const Lang = Literals(['zh', 'en'] as const);
const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() });

export const AccommodationsBody = Type.Object(
  {
    textOnly: Type.Boolean(),
    extraTime: Type.Union([Type.Literal(1), Type.Literal(1.5), Type.Literal(2)]),
    noTimer: Type.Boolean(),
    humanInterviewer: Type.Boolean(),
  },
  { additionalProperties: false },
);

/** What the candidate is asked now. */
export const StepView = Type.Union([
  Type.Object({
    kind: Type.Literal('question'),
    questionId: Type.String(),
    /** 0-based place among the questions. */
    index: Type.Integer(),
    /** 0 the question, 1–2 follow-ups. */
    turn: Type.Integer(),
    text: Bilingual,
    asks: Type.Array(Bilingual),
    type: Literals(['behavioural', 'situational', 'knowledge', 'introduction', 'code'] as const),
    /** The follow-up in the interview's language. */
    probe: Nullable(Type.String()),
    /** Limits with the candidate's extra time; null without a timer. */
    preparationSeconds: Nullable(Type.Integer()),
    answerSeconds: Nullable(Type.Integer()),
    retakes: Type.Integer(),
  }),
  Type.Object({ kind: Type.Literal('finished') }),
]);
export type StepView = Static<typeof StepView>;

export const StoredAnswerSummary = Type.Object({
  questionId: Type.String(),
  turn: Type.Integer(),
  attempt: Type.Integer(),
  mode: Literals(['text', 'voice', 'video'] as const),
  skipped: Type.Boolean(),
  contentHash: Type.String(),
  storedAt: Time,
});

/** Everything the candidate's page shows and goes on from. */
export const InterviewView = Type.Object({
  /** Names what the device keeps; grants nothing. */
  interviewId: Id,
  state: Literals(interviewStates),
  lang: Lang,
  company: Type.String(),
  contact: Type.String(),
  jobTitle: Type.String(),
  /** Whether every question has words of its own in both languages. */
  translated: Type.Boolean(),
  /** What is judged: names and definitions, no weights. */
  dimensions: Type.Array(Type.Object({ name: Bilingual, definition: Bilingual })),
  questionCount: Type.Integer(),
  modes: Type.Object({ voice: Type.Boolean(), video: Type.Boolean() }),
  retakes: Type.Integer(),
  followUps: Type.Integer(),
  answerSeconds: Type.Integer(),
  preparationSeconds: Type.Integer(),
  /** False: spoken answers get no transcript, the page asks for typed points beside the recording. */
  transcription: Type.Boolean(),
  /** Speaking instead of typing: the office app whose client may turn speech into words, and whether its server does; null without one. */
  dictation: Nullable(Type.Object({ platform: Type.String(), server: Type.Boolean() })),
  /** Days for which answers and scores of people who were not hired are kept. */
  retentionDays: Type.Integer(),
  videoDays: Type.Integer(),
  /** Where the data is stored in the company's words; '' when it did not say. */
  dataPlace: Type.String(),
  audioDays: Type.Integer(),
  /** True once a talk with a person was asked for. */
  personWanted: Type.Boolean(),
  consents: Type.Array(
    Type.Object({
      kind: Literals(consentKinds),
      required: Type.Boolean(),
      title: Bilingual,
      body: Bilingual,
      granted: Nullable(Type.Boolean()),
    }),
  ),
  accommodations: AccommodationsBody,
  linkExpiresAt: Time,
  resumableUntil: Nullable(Time),
  /** True when this device may answer; false when another one holds the interview. */
  active: Type.Boolean(),
  answers: Type.Array(StoredAnswerSummary),
  step: Nullable(StepView),
  /** Recordings of the step at hand that were stored but not handed in yet; erased ones count against the retakes. */
  takes: Type.Array(
    Type.Object({
      recordingId: Id,
      mode: Literals(['voice', 'video'] as const),
      state: Literals(['complete', 'erased'] as const),
      durationMs: Nullable(Type.Integer()),
    }),
  ),
  /** The candidate's own page, once handed in. */
  meUrl: Nullable(Type.String()),
});
export type InterviewView = Static<typeof InterviewView>;

export const ConsentBody = Type.Object(
  {
    lang: Lang,
    consents: Type.Object(
      Object.fromEntries(consentKinds.map((kind) => [kind, Type.Optional(Type.Boolean())])),
      { additionalProperties: false },
    ),
    accommodations: AccommodationsBody,
  },
  { additionalProperties: false },
);

export const AnswerBody = Type.Object(
  {
    questionId: Type.String({ minLength: 1, maxLength: 64 }),
    turn: Type.Integer({ minimum: 0, maximum: 2 }),
    attempt: Type.Integer({ minimum: 0, maximum: 2 }),
    mode: Literals(['text', 'voice', 'video'] as const),
    text: Type.String({ maxLength: 20_000 }),
    recordingId: Nullable(Id),
    /** What a recogniser of the office app heard, before the candidate corrected it. */
    dictated: Type.Optional(Type.String({ maxLength: 20_000 })),
    skipped: Type.Boolean(),
    process: Type.Object(
      {
        typedChars: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
        pastedChars: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
        focusLosses: Type.Integer({ minimum: 0, maximum: 10_000 }),
        seconds: Type.Number({ minimum: 0, maximum: 1_000_000 }),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type AnswerBody = Static<typeof AnswerBody>;

export const AnswerAck = Type.Object({
  answerId: Id,
  /** SHA-256 of what was stored. */
  contentHash: Type.String(),
  /** What comes next; null: it is being judged and is read with `GET /api/v1/interview/step`. */
  step: Nullable(StepView),
});
export type AnswerAck = Static<typeof AnswerAck>;

/** What the candidate is asked now, for the device that asks. */
export const CurrentStep = Type.Pick(InterviewView, ['state', 'active', 'step', 'takes']);
export type CurrentStep = Static<typeof CurrentStep>;

export const OpenRecordingBody = Type.Object(
  {
    questionId: Type.String({ minLength: 1, maxLength: 64 }),
    turn: Type.Integer({ minimum: 0, maximum: 2 }),
    attempt: Type.Integer({ minimum: 0, maximum: 2 }),
    mode: Literals(['voice', 'video'] as const),
    mediaType: Type.String({ minLength: 5, maxLength: 120 }),
  },
  { additionalProperties: false },
);

export const UploadView = Type.Object({
  recordingId: Id,
  state: Literals(['open', 'complete', 'compacted', 'erased'] as const),
  missing: Type.Array(Type.Integer()),
  /** Segments stored from the beginning without a gap. */
  storedSegments: Type.Integer(),
  bytes: Type.Integer(),
  transcriptState: Literals(['none', 'pending', 'done', 'failed'] as const),
  /** The recogniser's words once there, for correction. */
  transcript: Nullable(Type.String()),
});
export type UploadView = Static<typeof UploadView>;

export const CompleteRecordingBody = Type.Object(
  {
    segmentCount: Type.Integer({ minimum: 1, maximum: 10_000 }),
    durationMs: Nullable(Type.Integer({ minimum: 0, maximum: 86_400_000 })),
  },
  { additionalProperties: false },
);

export const SubmittedView = Type.Object({ meUrl: Type.String() });
