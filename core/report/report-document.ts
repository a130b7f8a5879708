import { type Static, Type } from '@sinclair/typebox';
import { applicationStatuses } from '../application/application.ts';
import { interviewStates } from '../interview/interview.ts';
import { suggestionReasons } from '../scoring/combine/suggestion.ts';
import { decisionReasons, outcomes } from './decision-reasons.ts';
import { Band10, Nullable, OneOf, OwnWords, Score10, Time, Words } from './schema-parts.ts';

/** Names the form of an exported report; a changed meaning of a field gets a new number. */
export const reportFormat = 'jinji.report/1';

export const suggestions = ['advance', 'hold', 'do_not_advance'] as const;
export const dimensionStates = [
  'scored',
  'low_confidence',
  'insufficient_evidence',
  'technical',
  'skipped',
  'not_asked',
] as const;

export const flagKinds = [
  'vague',
  'absolute',
  'implausible',
  'resume_conflict',
  'templated',
  'copied_question',
  'off_topic',
  'repetition',
  'list_dropped',
  'injection',
  'process',
] as const;
export const missingElements = [
  'S',
  'T',
  'A',
  'R',
  'specifics',
  'relevance',
  'why',
  'alternative',
  'risk',
  'priority',
  'follow_up',
] as const;
export const reportSections = [
  'suggestion',
  'dimensions',
  'points_to_verify',
  'must_have',
  'answers',
  'strengths',
  'human_ratings',
  'decision',
  'limits',
] as const;
export const reasonCodes = [
  ...new Set([...decisionReasons.advance, ...decisionReasons.hold, ...decisionReasons.reject]),
];

export const actorKinds = ['person', 'candidate', 'system', 'operator'] as const;

const Evidence = Type.Object({
  dimension: Type.String(),
  turnId: Type.String(),
  start: Type.Integer({ description: 'UTF-16 offset into the text of the turn' }),
  end: Type.Integer(),
  quote: Type.String({ description: 'text.slice(start, end) of the turn' }),
  supports: Type.String(),
  moment: Nullable(Type.Number({ description: 'Seconds from the beginning of the recording' })),
});

const Recording = Type.Object({
  id: Type.String(),
  mediaType: Type.String(),
  durationMs: Nullable(Type.Integer()),
  available: Type.Boolean({ description: 'False once erased, or while the upload is open' }),
});

const Turn = Type.Object({
  answerId: Type.String(),
  turn: Type.Integer({ description: '0 the answer, 1–2 replies to follow-ups' }),
  attempt: Type.Integer({ description: '0 first, 1 retake' }),
  probe: Nullable(Type.String()),
  mode: OneOf(['text', 'voice', 'video'] as const),
  text: Type.String(),
  originalText: Nullable(Type.String({ description: 'Transcript before correction' })),
  textSource: OneOf(['typed', 'transcript', 'none'] as const),
  asrConfidence: Nullable(Type.Number()),
  skipped: Type.Boolean(),
  recording: Nullable(Recording),
});

const Rating = Type.Object({
  questionId: Type.String(),
  dimension: Type.String(),
  score: Nullable(Type.Number({ minimum: 1, maximum: 5 })),
  note: Type.String(),
});

/** A dimension of the rubric with its result; numbers are null unless scored. */
export const DimensionRow = Type.Object({
  code: Type.String(),
  name: Words,
  definition: Words,
  anchors: Type.Array(Words),
  jobRelatedness: Type.String(),
  weight: Type.Integer({ description: 'Whole per cent' }),
  redLine: Type.Boolean(),
  state: Nullable(OneOf(dimensionStates)),
  level: Nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  score10: Nullable(Score10),
  band10: Nullable(Band10),
  confidence: Nullable(Type.Number()),
  why: Nullable(Words),
  whyQuestionId: Nullable(Type.String({ description: 'The question whose judgement `why` is' })),
  quote: Nullable(OwnWords),
  across: Nullable(
    Type.Object(
      {
        why: Nullable(Words),
        quotes: Type.Array(
          Type.Object({
            questionId: Type.String(),
            turnId: Type.String(),
            quote: Type.String(),
            supports: Type.String(),
          }),
        ),
      },
      { description: 'What only shows over all answers together' },
    ),
  ),
  parts: Type.Array(
    Type.Object({
      kind: OneOf(['embedded', 'llm', 'human'] as const),
      score10: Nullable(Type.Number()),
    }),
  ),
});
export type DimensionRow = Static<typeof DimensionRow>;

export const QuestionRow = Type.Object({
  id: Type.String(),
  text: Words,
  type: Type.String(),
  dimensions: Type.Array(Type.String()),
  state: OneOf(['answered', 'skipped', 'not_asked', 'technical'] as const),
  turns: Type.Array(Turn),
  evidence: Type.Array(Evidence),
  missing: Type.Array(OneOf(missingElements)),
  whyNotHigher: Type.Array(Type.Object({ dimension: Type.String(), text: Words })),
});
export type QuestionRow = Static<typeof QuestionRow>;

export const PointToVerify = Type.Object({
  key: Type.String(),
  kind: OneOf(flagKinds),
  questionId: Type.String(),
  quote: Nullable(Type.String()),
  turnId: Nullable(Type.String()),
  reason: Words,
  ask: Words,
  dismissal: Nullable(Type.Object({ by: Nullable(Type.String()), at: Time, reason: Type.String() })),
});
export type PointToVerify = Static<typeof PointToVerify>;

const Result = Type.Object({
  reportId: Type.String(),
  number: Type.Integer(),
  createdAt: Time,
  suggestion: OneOf(suggestions),
  reason: OneOf(suggestionReasons),
  score10: Nullable(Score10),
  band10: Nullable(Band10),
  sem10: Nullable(Type.Number()),
  coverage: Type.Number({ description: 'Share of the weight that could be scored, 0–1' }),
  scorers: Type.Array(
    Type.Object({
      kind: OneOf(['embedded', 'llm', 'human'] as const),
      version: Type.String(),
      model: Nullable(Type.String()),
      calibration: Nullable(
        Type.String({ description: 'Version of the calibration map applied to its scores' }),
      ),
    }),
  ),
  secondRater: Type.Array(Type.String(), {
    description: 'Dimensions on which people and machine differ by 1.5 levels or more',
  }),
});

const Person = Type.Object({ id: Nullable(Type.String()), name: Nullable(Type.String()) });

/**
 * A report in full: what the page shows, what `report.json` holds and what `report.html` is made from. While
 * `hidden` is true (blind mode), nothing of any score is in it and the candidate has no name.
 */
export const ReportDocument = Type.Object(
  {
    format: Type.Literal(reportFormat),
    producedAt: Time,
    hidden: Type.Boolean(),
    aiLabel: Words,
    limits: Words,
    application: Type.Object({ id: Type.String(), status: OneOf(applicationStatuses) }),
    candidate: Type.Object({ id: Nullable(Type.String()), name: Nullable(Type.String()) }),
    job: Type.Object({
      id: Type.String(),
      title: Type.String(),
      versionId: Type.String(),
      versionNumber: Type.Integer(),
      region: Type.String(),
      cutHi: Type.Number(),
      cutLo: Type.Number(),
      rationale: Type.String(),
      blindMode: Type.Boolean(),
    }),
    interview: Type.Object({
      id: Type.String(),
      state: OneOf(interviewStates),
      lang: OneOf(['zh', 'en'] as const),
      experience: OneOf(['graduate', '1-3', '3-5', '5+'] as const),
      submittedAt: Nullable(Time),
      aiScoring: Type.Boolean(),
      wantsPerson: Type.Boolean(),
    }),
    result: Nullable(Result),
    layout: Type.Object({
      sections: Type.Array(OneOf(reportSections)),
      emphasis: Type.Array(Type.String()),
      chart: OneOf(['radar', 'bar'] as const),
    }),
    dimensions: Type.Array(DimensionRow),
    questions: Type.Array(QuestionRow),
    pointsToVerify: Type.Array(PointToVerify),
    mustHave: Type.Array(
      Type.Object({
        id: Type.String(),
        label: Words,
        ask: Words,
        strength: OneOf(['required', 'preferred'] as const),
        result: OneOf(['match', 'unclear', 'mismatch'] as const),
        quote: Nullable(Type.String()),
      }),
    ),
    ratings: Type.Array(
      Type.Object({
        runId: Type.String(),
        by: Person,
        at: Time,
        blind: Type.Boolean(),
        /** False for a rating that the same person replaced later. */
        counts: Type.Boolean(),
        items: Type.Array(Rating),
      }),
    ),
    scoreRuns: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: OneOf(['embedded', 'llm', 'human'] as const),
        scorerVersion: Type.String(),
        at: Time,
        /** Whether the report is made from it. */
        used: Type.Boolean(),
      }),
    ),
    decisions: Type.Array(
      Type.Object({
        id: Type.String(),
        outcome: OneOf(outcomes),
        reasonCode: OneOf(reasonCodes),
        note: Nullable(Type.String()),
        suggestion: Nullable(OneOf(suggestions)),
        by: Person,
        at: Time,
      }),
    ),
    history: Type.Array(
      Type.Object({
        from: Nullable(OneOf(applicationStatuses)),
        to: OneOf(applicationStatuses),
        by: Person,
        actor: OneOf(actorKinds),
        at: Time,
      }),
    ),
    feedback: Nullable(
      Type.Object({
        state: OneOf(['draft', 'released'] as const),
        releasedAt: Nullable(Time),
        openedAt: Nullable(Time),
      }),
    ),
  },
  { $id: 'report.json', title: 'Interview report' },
);
export type ReportDocument = Static<typeof ReportDocument>;
