import type { ApprovalStep, ApproverKey } from '#core/approval/approval.ts';
import { nextDue } from '#core/approval/approval.ts';
import { peopleBook } from '#core/approval/people-book.ts';
import { type ApprovalPlan, planProblem } from '#core/approval/plan.ts';
import type { ListedApproval, ReadApproval } from '#core/approval/read-approvals.ts';
import { type ErrorCode, errorCodes } from '#core/errors/error-codes.ts';
import { monthlyQuota } from '#core/organisation/monthly-quota.ts';
import type { TenantContext } from '#core/ports/services.ts';
import type { ApprovalItemView, ApprovalView, StepView } from './schemas/approvals.ts';
import type { PlanView } from './schemas/offers.ts';

type Names = ReadonlyMap<ApproverKey, string | null>;

const person = (names: Names, key: ApproverKey) => ({ key, name: names.get(key) ?? null });

/** A request in a list. */
export function approvalItemView({ row, names, ...listed }: ListedApproval): ApprovalItemView {
  return {
    id: row.id,
    kind: row.kind,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    jobTitle: listed.jobTitle,
    candidateName: listed.candidateName,
    state: row.state,
    way: row.way,
    askedBy: person(names, `staff:${row.askedBy}`),
    askedAt: row.askedAt,
    endedAt: row.endedAt,
    waitingFor: row.waitingFor.map((key) => person(names, key)),
    dueAt: row.state === 'pending' ? nextDue(row.steps) : null,
    mine: listed.mine,
  };
}

const stepView = (step: ApprovalStep, names: Names): StepView => ({
  rule: step.rule,
  state: step.state,
  approvers: step.approvers.map((one) => ({
    person: person(names, one.key),
    because: one.because,
    state: one.state,
    at: one.at,
    inPlaceOf: one.inPlaceOf === null ? null : person(names, one.inPlaceOf),
    deputy: one.deputy,
  })),
  escalateTo: step.escalateTo.map(({ key }) => person(names, key)),
  timeoutHours: step.timeoutHours,
  dueAt: step.dueAt,
  escalatedAt: step.escalatedAt,
});

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

/** The words of a kept error code; its placeholders are left out, because the details were not kept. */
function standsBecause(errorCode: string | null, lang: 'zh' | 'en') {
  if (errorCode === null) return null;
  const code = isCode(errorCode) ? errorCode : 'INTERNAL';
  const plain = (text: string) => text.replace(/[（(][^（()）]*\{\w+\}[^（()）]*[)）]|\{\w+\}/g, '').trim();
  return {
    code,
    title: plain(errorCodes[code].title[lang]),
    remedy: plain(errorCodes[code].remedy[lang]),
  };
}

function ledgerView(read: ReadApproval, lang: 'zh' | 'en'): ApprovalView['ledger'] {
  const { ledger } = read.row;
  if (ledger === null) return null;
  return {
    platform: ledger.platform,
    stage: ledger.stage,
    tries: ledger.tries,
    lastReadAt: ledger.lastReadAt,
    problem: standsBecause(ledger.errorCode, lang),
  };
}

/** A request with steps, content and history. */
export function approvalView({ lang }: Pick<TenantContext, 'lang'>, read: ReadApproval): ApprovalView {
  const { row, names } = read;
  return {
    ...approvalItemView(read),
    steps: row.steps.map((step) => stepView(step, names)),
    content: read.content && {
      fields: read.content.fields
        .filter(({ field }) => field !== 'reference' && field !== 'link')
        .map((field) => ({ ...field })),
      weights: read.content.weights.map((weight) => ({ ...weight })),
    },
    acts: read.acts.map(({ act, by, to, note, at }) => ({
      act,
      by: by === null ? null : person(names, by),
      to: to === null ? null : person(names, to),
      note,
      at,
    })),
    ledger: ledgerView(read, lang),
    todo: read.todo && {
      platform: read.todo.platform,
      state: read.todo.state,
      problem: standsBecause(read.todo.errorCode, lang),
    },
    mayWithdraw: read.mayWithdraw,
  };
}

async function planNames({ book, steps, platform }: ApprovalPlan): Promise<Names> {
  const keys = [
    ...steps.flatMap(({ step }) => [
      ...step.approvers.flatMap(({ key, inPlaceOf }) => (inPlaceOf === null ? [key] : [key, inPlaceOf])),
      ...step.escalateTo.map(({ key }) => key),
    ]),
    ...(platform?.forecast ?? []).flatMap(({ personIds }) => personIds.map((id) => `office:${id}`)),
  ];
  const names = new Map<ApproverKey, string | null>();
  for (const key of new Set(keys)) names.set(key, (await book.find(key))?.name ?? null);
  return names;
}

/** How a request would run, before it is sent. */
export async function planView({ services, store }: TenantContext, plan: ApprovalPlan): Promise<PlanView> {
  const names = await planNames(plan);
  const { platform } = plan;
  const fieldName = (id: string | null) =>
    platform?.mapping.fields.find((field) => field.id === id)?.name ?? id;
  return {
    way: plan.way,
    problem: planProblem(plan),
    fallback: plan.fallback,
    steps: plan.steps.map(({ step, problems }) => ({
      ...stepView(step, names),
      problems: problems.map((one) => ({ ...one })),
    })),
    platform: platform && {
      id: platform.mapping.platform,
      definitionName: platform.mapping.definitionName,
      quota: await monthlyQuota(services, store),
      findings: platform.findings.map(({ fieldId, problem }) => ({ field: fieldName(fieldId), problem })),
      forecast:
        platform.forecast?.map(({ name, rule, personIds }) => ({
          name,
          rule,
          people: personIds.map((id) => person(names, `office:${id}`)),
        })) ?? null,
    },
  };
}

/** People by key, for pages that only know keys. */
export async function peopleShown(
  { store }: TenantContext,
  keys: readonly ApproverKey[],
): Promise<{ key: string; name: string | null }[]> {
  if (keys.length === 0) return [];
  const book = await peopleBook(store);
  return Promise.all(
    [...new Set(keys)].map(async (key) => ({ key, name: (await book.find(key))?.name ?? null })),
  );
}
