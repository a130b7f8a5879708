import { type Static, Type } from '@sinclair/typebox';
import { recommendations, roundMinutes } from '#core/second-round/second-round.ts';
import { Id, Literals, Nullable, Time } from './shared.ts';

const closed = { additionalProperties: false } as const;
const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() });
const Who = Type.Object({ id: Id, name: Nullable(Type.String()) });

/** Where it is held; the platform's own meeting has no address until the platform has made it. */
const PlaceBody = Type.Object(
  {
    kind: Literals(['onsite', 'link', 'platform'] as const),
    /** An address or room for `onsite`, a link beginning with https:// for `link`, empty for `platform`. */
    text: Type.String({ maxLength: 500 }),
  },
  closed,
);

export const RoundBody = Type.Object(
  {
    startsAt: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}', maxLength: 40, description: 'ISO 8601, UTC' }),
    minutes: Type.Integer({ minimum: roundMinutes.min, maximum: roundMinutes.max }),
    place: PlaceBody,
    interviewerIds: Type.Array(Id, { minItems: 1, maxItems: 10 }),
    note: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
  },
  closed,
);
export type RoundBody = Static<typeof RoundBody>;

export const MoveRoundBody = Type.Object(
  { revision: Type.Integer({ minimum: 1 }), ...RoundBody.properties },
  closed,
);

export const CancelRoundBody = Type.Object(
  { revision: Type.Integer({ minimum: 1 }), reason: Type.String({ minLength: 1, maxLength: 500 }) },
  closed,
);

export const BusyBody = Type.Object(
  {
    startsAt: RoundBody.properties.startsAt,
    minutes: RoundBody.properties.minutes,
    interviewerIds: Type.Array(Id, { minItems: 1, maxItems: 10 }),
    exceptId: Type.Optional(Id),
  },
  closed,
);

export const BusyView = Type.Object({
  busy: Type.Array(
    Type.Object({
      personId: Id,
      name: Nullable(Type.String()),
      from: Time,
      to: Time,
      source: Literals(['jinji', 'calendar'] as const),
    }),
  ),
  calendars: Literals(['asked', 'none', 'failed'] as const),
});
export type BusyView = Static<typeof BusyView>;

export const InterviewersView = Type.Object({
  items: Type.Array(Who),
  /** Whether the office platform can make a meeting. */
  platformMeetings: Type.Boolean(),
  /** What the platform's calendar does not offer, and what to do instead, in the reader's language; null: nothing to say. */
  calendarLimits: Nullable(Type.String()),
});
export type InterviewersView = Static<typeof InterviewersView>;

const Rating = Type.Object(
  {
    dimension: Type.String({ minLength: 1, maxLength: 60 }),
    score: Nullable(Type.Number({ minimum: 1, maximum: 5 })),
    note: Type.String({ maxLength: 2000 }),
  },
  closed,
);

export const ScorecardBody = Type.Object(
  {
    ratings: Type.Array(Rating, { minItems: 1, maxItems: 40 }),
    recommendation: Literals(recommendations),
    summary: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  closed,
);
export type ScorecardBody = Static<typeof ScorecardBody>;

export const RoundView = Type.Object({
  id: Id,
  applicationId: Id,
  number: Type.Integer(),
  state: Literals(['arranged', 'cancelled'] as const),
  candidateName: Nullable(Type.String()),
  jobTitle: Type.String(),
  startsAt: Time,
  endsAt: Time,
  minutes: Type.Integer(),
  place: Type.Object({
    kind: Literals(['onsite', 'link', 'platform'] as const),
    text: Nullable(Type.String()),
  }),
  note: Nullable(Type.String()),
  cancelReason: Nullable(Type.String()),
  arrangedBy: Nullable(Type.String()),
  revision: Type.Integer(),
  interviewers: Type.Array(
    Type.Object({
      id: Id,
      name: Nullable(Type.String()),
      confirmedAt: Nullable(Time),
      /** Whether this interviewer has given a scorecard. */
      rated: Type.Boolean(),
    }),
  ),
  calendar: Type.Object({
    state: Literals(['none', 'wanted', 'done', 'failed', 'uncertain'] as const),
    reason: Nullable(Type.String()),
  }),
  /** For HR to send, in both languages; null for those who may not arrange. */
  candidateText: Nullable(Bilingual),
  dimensions: Type.Array(
    Type.Object({ code: Type.String(), name: Bilingual, anchors: Type.Array(Bilingual) }),
  ),
  /** Scorecards that the reader may see; an interviewer sees the others' after giving an own one. */
  scorecards: Type.Array(
    Type.Object({
      by: Who,
      own: Type.Boolean(),
      ratings: Type.Array(Rating),
      recommendation: Literals(recommendations),
      summary: Type.String(),
      at: Time,
    }),
  ),
  joined: Type.Array(
    Type.Object({
      dimension: Type.String(),
      mean: Nullable(Type.Number()),
      low: Nullable(Type.Number()),
      high: Nullable(Type.Number()),
      raters: Type.Integer(),
    }),
  ),
  /** What the reader may do now. */
  actions: Type.Object({ arrange: Type.Boolean(), confirm: Type.Boolean(), rate: Type.Boolean() }),
});
export type RoundView = Static<typeof RoundView>;

export const RoundsView = Type.Object({ items: Type.Array(RoundView), mayArrange: Type.Boolean() });
export type RoundsView = Static<typeof RoundsView>;
