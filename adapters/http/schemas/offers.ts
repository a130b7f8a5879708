import { type Static, Type } from '@sinclair/typebox';
import { exitReasons } from '#core/application/move-application.ts';
import { jobApprovalKinds } from '#core/approval/required-approvals.ts';
import { approverProblems } from '#core/approval/resolve-approvers.ts';
import { offerStates } from '#core/offer/offer.ts';
import { ApprovalItemView, ApprovalView, PersonShown, StepView, strict } from './approvals.ts';
import { QuotaView } from './platforms.ts';
import { Id, Literals, Nullable, Time } from './shared.ts';

/** How a request would run if it were sent now. */
export const PlanView = Type.Object({
  way: Literals(['none', 'own', 'platform'] as const),
  /** Why it can't be sent; null when it can. */
  problem: Nullable(Type.String()),
  fallback: Nullable(
    Literals([
      'not_connected',
      'other_platform',
      'no_approvals',
      'no_permission',
      'asker_not_on_platform',
      'approver_not_on_platform',
    ] as const),
  ),
  steps: Type.Array(
    Type.Composite([
      StepView,
      Type.Object({
        problems: Type.Array(
          Type.Object({ problem: Literals(approverProblems), name: Nullable(Type.String()) }),
        ),
      }),
    ]),
  ),
  platform: Nullable(
    Type.Object({
      id: Type.String(),
      definitionName: Type.String(),
      findings: Type.Array(Type.Object({ field: Nullable(Type.String()), problem: Type.String() })),
      /** What it takes of the month's calls; null where none are counted. */
      quota: Nullable(QuotaView),
      /** Null where the platform does not say before it starts. */
      forecast: Nullable(
        Type.Array(
          Type.Object({
            name: Type.String(),
            rule: Literals(['and', 'or', 'in_order'] as const),
            people: Type.Array(PersonShown),
          }),
        ),
      ),
    }),
  ),
});
export type PlanView = Static<typeof PlanView>;

const Terms = Type.Object(
  {
    position: Type.String({ maxLength: 80 }),
    department: Type.String({ maxLength: 80 }),
    salary: Type.String({ maxLength: 200 }),
    monthlyPay: Nullable(Type.Number({ minimum: 0, maximum: 10_000_000 })),
    startDate: Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' }),
    probation: Type.String({ maxLength: 80 }),
    location: Type.String({ maxLength: 120 }),
    note: Type.String({ maxLength: 1000 }),
  },
  strict,
);

export const SaveOfferBody = Type.Object({ terms: Terms, revision: Type.Integer({ minimum: 0 }) }, strict);

export const MoveOfferBody = Type.Object(
  {
    to: Literals(['sent', 'accepted', 'declined', 'withdrawn'] as const),
    reasonCode: Type.Optional(Literals(exitReasons)),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);

export const OfferView = Type.Object({
  /** Whether an offer may be made where the application stands. */
  mayOffer: Type.Boolean(),
  /** What a new offer begins with. */
  suggested: Terms,
  current: Nullable(
    Type.Object({
      number: Type.Integer(),
      state: Literals(offerStates),
      revision: Type.Integer(),
      /** Null once the person was erased. */
      terms: Nullable(Terms),
      approval: Nullable(ApprovalView),
      updatedAt: Time,
    }),
  ),
  earlier: Type.Array(
    Type.Object({
      number: Type.Integer(),
      state: Literals(offerStates),
      approvalId: Nullable(Id),
      updatedAt: Time,
    }),
  ),
});
export type OfferView = Static<typeof OfferView>;

export const AskedView = Type.Object({
  /** Null where nobody had to agree. */
  approvalId: Nullable(Id),
});

export const JobApprovalsView = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Literals(jobApprovalKinds),
      needed: Type.Boolean(),
      given: Type.Boolean(),
      latest: Nullable(ApprovalItemView),
    }),
  ),
});
export type JobApprovalsView = Static<typeof JobApprovalsView>;

export const AskJobBody = Type.Object(
  {
    kind: Literals(jobApprovalKinds),
    headcount: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export const JobPlanQuery = Type.Object({ kind: Literals(jobApprovalKinds) }, strict);
