import { type Static, Type } from '@sinclair/typebox';
import { Id, Literals, Nullable, Time } from './shared.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Permission = Type.Object({
  name: Type.String(),
  neededFor: Words,
  /** There: no question tells whether it is granted, only its first use. */
  onlyWritingTells: Type.Optional(Type.Literal(true)),
});

/** Calls of a free edition in this month, by Jinji's own count. */
export const QuotaView = Type.Object({
  edition: Words,
  callsPerMonth: Type.Integer(),
  used: Type.Integer(),
  /** Of one reading of the directory; 0: free, null: not known yet. */
  needed: Nullable(Type.Integer()),
  /** Days between readings by night. */
  everyDays: Type.Integer(),
  /** About how many calls one act takes in all. */
  acts: Type.Object({ approval: Type.Integer(), card: Type.Integer() }),
});
export type QuotaView = Static<typeof QuotaView>;

/** Null where the platform counts no calls. */
export const MonthlyCallsView = Type.Object({ quota: Nullable(QuotaView) });
export type MonthlyCallsView = Static<typeof MonthlyCallsView>;

const FollowedRole = Literals(['owner', 'hr', 'none'] as const);
export const AdminRolesBody = Type.Object(
  { admin: FollowedRole, sub_admin: FollowedRole },
  { additionalProperties: false },
);
export type AdminRolesBody = Static<typeof AdminRolesBody>;

export const PlatformView = Type.Object({
  id: Type.String(),
  name: Words,
  settings: Type.Array(
    Type.Object({
      name: Type.String(),
      label: Words,
      hint: Words,
      secret: Type.Boolean(),
      required: Type.Boolean(),
    }),
  ),
  permissions: Type.Array(Permission),
  /** What connecting takes of the calls that the free edition has in a month, by an example. */
  quota: Nullable(
    Type.Object({
      edition: Words,
      callsPerMonth: Type.Integer(),
      example: Type.Object({
        departments: Type.Integer(),
        people: Type.Integer(),
        calls: Type.Integer(),
      }),
    }),
  ),
  connected: Nullable(
    Type.Object({
      installationId: Id,
      corpId: Type.String(),
      kind: Literals(['own', 'marketplace'] as const),
      state: Literals(['pending', 'active', 'scope_changed', 'suspended', 'uninstalled'] as const),
      settings: Type.Record(Type.String(), Type.String()),
      callbackUrl: Type.String(),
      homeUrl: Type.String(),
      redirectUrl: Type.String(),
      connectedAt: Time,
      /** Which role follows from an administrator’s level; null where the platform does not tell levels. */
      adminRoles: Nullable(AdminRolesBody),
      /** The latest test of the permissions; null: never tested. */
      checks: Nullable(
        Type.Object({
          at: Time,
          results: Type.Array(
            Type.Object({
              name: Type.String(),
              granted: Type.Boolean(),
              platformCode: Nullable(Type.String()),
            }),
          ),
        }),
      ),
      /** What the marketplace says of the installation; null for a company's own app. */
      facts: Nullable(
        Type.Object({
          scope: Nullable(
            Type.Object({
              everyone: Type.Boolean(),
              departments: Type.Integer(),
              people: Type.Integer(),
            }),
          ),
          expiresAt: Nullable(Time),
          eraseAt: Nullable(Time),
        }),
      ),
    }),
  ),
});
export type PlatformView = Static<typeof PlatformView>;

export const ConnectBody = Type.Object(
  { settings: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 2000 })) },
  { additionalProperties: false },
);

export const ChecksView = Type.Object({
  checks: Type.Array(
    Type.Object({ permission: Permission, granted: Type.Boolean(), platformCode: Nullable(Type.String()) }),
  ),
});
export type ChecksView = Static<typeof ChecksView>;

const Way = Literals(['callback', 'connection'] as const);
export const DeliveryBody = Type.Object({ way: Way }, { additionalProperties: false });
export const DeliveryView = Type.Object({
  way: Way,
  connectionOffered: Type.Boolean(),
  heardAt: Nullable(Time),
  connectedAt: Nullable(Time),
  lostAt: Nullable(Time),
  errorCode: Nullable(Type.String()),
});
export type DeliveryView = Static<typeof DeliveryView>;

export const RunView = Type.Object({
  id: Id,
  state: Literals(['running', 'held', 'done', 'failed'] as const),
  phase: Literals(['departments', 'people', 'confirm'] as const),
  counts: Type.Object({
    departments: Type.Integer(),
    people: Type.Integer(),
    added: Type.Integer(),
    changed: Type.Integer(),
    removed: Type.Integer(),
  }),
  startedAt: Time,
  updatedAt: Time,
  finishedAt: Nullable(Time),
  errorCode: Nullable(Type.String()),
});
export type RunView = Static<typeof RunView>;

const Value = Type.Union([
  Type.String({ maxLength: 200 }),
  Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 }),
  Type.Null(),
]);
const Kind = Literals(['department', 'person'] as const);
const Field = Literals(['name', 'parentId', 'leaderIds', 'departmentIds', 'managerId', 'title'] as const);

export const ChangeOrganisationBody = Type.Object(
  { kind: Kind, subjectId: Type.String({ minLength: 1, maxLength: 200 }), field: Field, value: Value },
  { additionalProperties: false },
);

export const OperationView = Type.Object({
  id: Id,
  kind: Kind,
  subjectId: Type.String(),
  field: Field,
  base: Value,
  value: Value,
  madeAt: Time,
});
export type OperationView = Static<typeof OperationView>;

export const OrganisationView = Type.Object({
  departments: Type.Array(
    Type.Object({
      id: Type.String(),
      parentId: Nullable(Type.String()),
      name: Nullable(Type.String()),
      leaderIds: Type.Array(Type.String()),
    }),
  ),
  operations: Type.Array(OperationView),
  conflicts: Type.Array(
    Type.Object({
      operationId: Id,
      reason: Literals(['both_changed', 'subject_gone', 'target_gone', 'cycle'] as const),
      platformValue: Value,
    }),
  ),
  run: Nullable(RunView),
  /** Names of people that local changes are about or point at, where the platform tells them. */
  people: Type.Array(Type.Object({ id: Type.String(), name: Nullable(Type.String()) })),
  proof: Nullable(
    Type.Object({
      at: Time,
      exact: Type.Boolean(),
      added: Type.Integer(),
      changed: Type.Integer(),
      removed: Type.Integer(),
      drift: Type.Array(
        Type.Object({
          kind: Kind,
          id: Type.String(),
          name: Nullable(Type.String()),
          change: Literals(['added', 'changed', 'removed'] as const),
          fields: Type.Array(Type.String()),
        }),
      ),
    }),
  ),
  quota: Nullable(QuotaView),
});
export type OrganisationView = Static<typeof OrganisationView>;

export const OrganisationPerson = Type.Object({
  id: Type.String(),
  name: Nullable(Type.String()),
  title: Nullable(Type.String()),
  departmentIds: Type.Array(Type.String()),
  managerId: Nullable(Type.String()),
  state: Literals(['active', 'inactive', 'disabled', 'resigned'] as const),
});
