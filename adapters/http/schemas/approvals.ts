import { type Static, Type } from '@sinclair/typebox';
import { approvalKinds, approvalStates, approverReasons } from '#core/approval/approval.ts';
import { contentFields } from '#core/approval/form-mapping.ts';
import { approvalBoxes } from '#core/approval/read-approvals.ts';
import { approvalActs } from '#core/ports/repositories/approvals.ts';
import { Id, Literals, Nullable, PageQuery, Time } from './shared.ts';

export const strict = { additionalProperties: false } as const;
export const Key = Type.String({ minLength: 7, maxLength: 210, pattern: '^(staff|office):.+$' });
export const Kind = Literals(approvalKinds);

/** A named person; the name is null where the platform hides it. */
export const PersonShown = Type.Object({ key: Type.String(), name: Nullable(Type.String()) });

const ApproverView = Type.Object({
  person: PersonShown,
  because: Literals(approverReasons),
  state: Literals(['waiting', 'agreed', 'refused', 'passed_on', 'not_needed'] as const),
  at: Nullable(Time),
  inPlaceOf: Nullable(PersonShown),
  deputy: Type.Boolean(),
});

export const StepView = Type.Object({
  rule: Literals(['and', 'or'] as const),
  state: Literals(['waiting', 'open', 'agreed', 'refused', 'closed'] as const),
  approvers: Type.Array(ApproverView),
  escalateTo: Type.Array(PersonShown),
  timeoutHours: Nullable(Type.Integer()),
  dueAt: Nullable(Time),
  escalatedAt: Nullable(Time),
});
export type StepView = Static<typeof StepView>;

/** Why something stands still, in the reader's language. */
const StandsView = Nullable(
  Type.Object({ code: Type.String(), title: Type.String(), remedy: Type.String() }),
);

/** The copy of a request in the platform's to-do lists. */
const TodoView = Type.Object({
  platform: Type.String(),
  state: Literals(['shown', 'coming', 'stands'] as const),
  problem: StandsView,
});

const LedgerView = Type.Object({
  platform: Type.String(),
  stage: Literals(['to_send', 'sending', 'unclear', 'sent', 'refused'] as const),
  tries: Type.Integer(),
  problem: StandsView,
  lastReadAt: Nullable(Time),
});

export const ApprovalItemView = Type.Object({
  id: Id,
  kind: Kind,
  subjectKind: Literals(['job', 'application'] as const),
  subjectId: Id,
  jobTitle: Nullable(Type.String()),
  candidateName: Nullable(Type.String()),
  state: Literals(approvalStates),
  way: Literals(['own', 'platform'] as const),
  askedBy: PersonShown,
  askedAt: Time,
  endedAt: Nullable(Time),
  waitingFor: Type.Array(PersonShown),
  dueAt: Nullable(Time),
  /** It waits for the reader. */
  mine: Type.Boolean(),
});
export type ApprovalItemView = Static<typeof ApprovalItemView>;

export const ApprovalView = Type.Composite([
  ApprovalItemView,
  Type.Object({
    steps: Type.Array(StepView),
    /** Null once the person was erased. */
    content: Nullable(
      Type.Object({
        fields: Type.Array(Type.Object({ field: Literals(contentFields), value: Type.String() })),
        weights: Type.Array(
          Type.Object({
            code: Type.String(),
            name: Type.String(),
            from: Nullable(Type.Number()),
            to: Nullable(Type.Number()),
          }),
        ),
      }),
    ),
    acts: Type.Array(
      Type.Object({
        act: Literals(approvalActs),
        by: Nullable(PersonShown),
        to: Nullable(PersonShown),
        note: Nullable(Type.String()),
        at: Time,
      }),
    ),
    ledger: Nullable(LedgerView),
    /** Null where it was never copied there. */
    todo: Nullable(TodoView),
    mayWithdraw: Type.Boolean(),
  }),
]);
export type ApprovalView = Static<typeof ApprovalView>;

export const ApprovalListQuery = Type.Object(
  { ...PageQuery, box: Type.Optional(Literals(approvalBoxes)) },
  strict,
);

export const WaitingView = Type.Object({ count: Type.Integer() });

export const DecideBody = Type.Object(
  {
    verdict: Literals(['agreed', 'refused'] as const),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);

export const PassOnBody = Type.Object(
  { to: Key, reason: Type.Optional(Type.String({ maxLength: 500 })) },
  strict,
);

export const ColleagueView = Type.Object({
  key: Type.String(),
  name: Nullable(Type.String()),
  /** Position and departments, where they are known. */
  place: Nullable(Type.String()),
});
export type ColleagueView = Static<typeof ColleagueView>;

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const DelegationBody = Type.Object({ to: Key, from: Day, until: Day }, strict);
export const DelegationView = Type.Object({
  delegation: Nullable(Type.Object({ to: PersonShown, from: Type.String(), until: Type.String() })),
});
export type DelegationView = Static<typeof DelegationView>;

export const ColleagueQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 60 })) }, strict);
