import { type Static, Type } from '@sinclair/typebox';
import { permissions, roles } from '#core/access/permissions.ts';
import { JobDefinition } from '#core/job/job-definition.ts';
import { Id, Literals, Nullable, Time } from './shared.ts';

const Locale = Literals(['zh-CN', 'en-US'] as const);
const RoleName = Literals(roles);

export const PersonView = Type.Object({
  id: Id,
  name: Nullable(Type.String()),
  roles: Type.Array(RoleName),
  state: Literals(['invited', 'active', 'disabled'] as const),
  locale: Type.String(),
  createdAt: Time,
  lastSeenAt: Nullable(Time),
  /** Whether an account on the office platform opens Jinji as this person. */
  officeAccount: Type.Boolean(),
});
export type PersonView = Static<typeof PersonView>;

export const SessionView = Type.Object({
  person: Type.Object({ id: Id, name: Nullable(Type.String()), roles: Type.Array(RoleName) }),
  tenant: Type.Object({
    id: Id,
    name: Nullable(Type.String()),
    sample: Type.Boolean(),
    /** `suspended`: everything can be read, nothing changed. */
    state: Literals(['active', 'suspended'] as const),
    /** When an uninstalled company is erased; null: it is not. */
    eraseAt: Nullable(Time),
  }),
  locale: Type.String(),
  /** IANA zone of the company. */
  zone: Type.String(),
  permissions: Type.Array(Literals(permissions)),
});
export type SessionView = Static<typeof SessionView>;

export const RedeemBody = Type.Object(
  { token: Type.String({ minLength: 16, maxLength: 200 }) },
  { additionalProperties: false },
);

export const InvitePersonBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    roles: Type.Array(RoleName, { minItems: 1, uniqueItems: true }),
    locale: Type.Optional(Locale),
  },
  { additionalProperties: false },
);

export const ChangePersonBody = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    roles: Type.Optional(Type.Array(RoleName, { minItems: 1, uniqueItems: true })),
    state: Type.Optional(Literals(['active', 'disabled'] as const)),
  },
  { additionalProperties: false },
);

export const LinkView = Type.Object({ url: Type.String(), expiresAt: Time });
export type LinkView = Static<typeof LinkView>;

export const InvitedPersonView = Type.Object({ person: PersonView, link: LinkView });

/** Company-wide texts and defaults. */
export const CompanySettings = Type.Object(
  {
    /** Name shown to candidates. */
    name: Type.String({ minLength: 1, maxLength: 80 }),
    /** Whom a candidate may ask: a person or desk with phone or mail. */
    contact: Type.String({ maxLength: 200 }),
    /** Language that the company works in. */
    locale: Locale,
    /** IANA zone in which times are shown. */
    zone: Type.String({ minLength: 1, maxLength: 60 }),
    /** Region policy that new jobs begin with (R3). */
    region: JobDefinition.properties.region,
    /** Whether new jobs hide the AI's score until a person has rated. */
    humanRatesFirst: Type.Boolean(),
    /** Days after the end of an application that video is kept (R9). */
    videoDays: Type.Integer({ minimum: 15, maximum: 365 }),
    /** Days after the end of an application that sound is kept. */
    audioDays: Type.Integer({ minimum: 15, maximum: 365 }),
    /** Days after the end of an application that data of people not hired is kept. */
    retentionDays: Type.Integer({ minimum: 30, maximum: 1095 }),
    /** Where the data is stored, as candidates are told (R3): country, city, host. */
    dataPlace: Type.String({ maxLength: 200 }),
  },
  { additionalProperties: false },
);
export type CompanySettings = Static<typeof CompanySettings>;

export const AuditView = Type.Object({
  id: Id,
  at: Time,
  actorKind: Type.String(),
  actorName: Nullable(Type.String()),
  action: Type.String(),
  subjectKind: Type.String(),
  subjectId: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
  sealed: Type.Boolean(),
});
export type AuditView = Static<typeof AuditView>;
