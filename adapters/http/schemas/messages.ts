import { type Static, Type } from '@sinclair/typebox';
import { noticeKinds } from '#core/message/notice-kinds.ts';
import { Id, List, Literals, Nullable, PageQuery, Time } from './shared.ts';

const closed = { additionalProperties: false } as const;
const Kinds = Type.Array(Literals(noticeKinds), { uniqueItems: true, maxItems: noticeKinds.length });
const TimeOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });
const states = ['waiting', 'sent', 'skipped', 'failed', 'unreachable', 'uncertain'] as const;

/** One notice in words. */
export const NoticeView = Type.Object({
  id: Id,
  kind: Literals(noticeKinds),
  title: Type.String(),
  lines: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
  /** The page that it is about, below `/app`. */
  path: Type.String(),
  createdAt: Time,
  readAt: Nullable(Time),
});
export type NoticeView = Static<typeof NoticeView>;

export const NoticeQuery = Type.Object(
  { unread: Type.Optional(Literals(['true'] as const)), ...PageQuery },
  closed,
);
export const NoticeList = List(NoticeView);
export const UnreadView = Type.Object({ unread: Type.Integer() });
export type UnreadView = Static<typeof UnreadView>;

/** Which notices to mark; without ids all of the reader's. */
export const ReadBody = Type.Object(
  { ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100 })) },
  closed,
);

/** A person's own cards. */
export const OwnMessageSettings = Type.Object({ cards: Type.Boolean(), off: Kinds }, closed);
export type OwnMessageSettings = Static<typeof OwnMessageSettings>;

/** The company's rules for cards; times of day in its zone. */
export const CompanyMessageSettings = Type.Object(
  {
    quietFrom: TimeOfDay,
    quietTo: TimeOfDay,
    digestMinutes: Type.Integer({ minimum: 0, maximum: 240 }),
    off: Kinds,
  },
  closed,
);
export type CompanyMessageSettings = Static<typeof CompanyMessageSettings>;

/** What a person may set, beside what the company has set. */
export const OwnMessageSettingsView = Type.Object({
  own: OwnMessageSettings,
  /** Kinds that the company has switched off for everybody. */
  companyOff: Kinds,
  /** Whether an office platform is connected that cards can go to. */
  cardsPossible: Type.Boolean(),
  /** What has to be set up before cards can go out, in the reader's language; null: nothing is known to lack. */
  cardsNotSetUp: Nullable(Type.String()),
});
export type OwnMessageSettingsView = Static<typeof OwnMessageSettingsView>;

export const SentQuery = Type.Object({ state: Type.Optional(Literals(states)), ...PageQuery }, closed);

/** A card and what became of it. */
export const SentView = Type.Object({
  id: Id,
  kind: Literals(noticeKinds),
  personName: Nullable(Type.String()),
  state: Literals(states),
  /** Why it was not delivered, in the reader's language. */
  reason: Nullable(Type.String()),
  platformCode: Nullable(Type.String()),
  attempts: Type.Integer(),
  sentAt: Nullable(Time),
  createdAt: Time,
});
export type SentView = Static<typeof SentView>;
