import type { Delegation } from '../ports/repositories/approvals.ts';
import {
  type ApprovalStep,
  type ApproverKey,
  type ApproverReason,
  officeKey,
  type StepApprover,
} from './approval.ts';
import type { ApproverRule, ChainStep } from './chain.ts';
import type { BookEntry, OfficeBook, PeopleBook } from './people-book.ts';

/** Why a step finds nobody, or not whom it names. */
export const approverProblems = [
  /** No office platform has been read, so nobody's leader is known. */
  'no_directory',
  /** Whoever asks is not in the office directory. */
  'asker_unknown',
  'no_leader',
  /** Up to the top of the company, the leader is whoever asks. */
  'leader_is_applicant',
  'person_left',
  'person_unknown',
  'nobody_in_role',
  /** Only whoever asks would decide. */
  'asker_alone',
] as const;
export type ApproverProblem = (typeof approverProblems)[number];

/** What a rule finds. */
interface Found {
  readonly people: readonly BookEntry[];
  readonly problems: readonly { readonly problem: ApproverProblem; readonly name: string | null }[];
}

/** A step with the people who would decide. */
export interface ResolvedStep {
  readonly step: ApprovalStep;
  readonly problems: readonly { readonly problem: ApproverProblem; readonly name: string | null }[];
}

export interface Resolving {
  readonly book: PeopleBook;
  /** Person id of whoever asks. */
  readonly askedBy: string;
  readonly delegations: readonly Delegation[];
  /** Day `YYYY-MM-DD` in the company's zone. */
  readonly today: string;
}

const nobody = (problem: ApproverProblem, name: string | null = null): Found => ({
  people: [],
  problems: [{ problem, name }],
});

function judged(entries: readonly (BookEntry | null)[], whenNone: ApproverProblem): Found {
  const known = entries.filter((entry): entry is BookEntry => entry !== null);
  const people = known.filter(({ present }) => present);
  if (people.length > 0) return { people, problems: [] };
  const left = known[0];
  return left ? nobody('person_left', left.name) : nobody(whenNone);
}

async function officePerson({ book, askedBy }: Resolving) {
  const office = await book.office();
  if (!office) return 'no_directory' as const;
  const id = book.officeIdOf(askedBy);
  const person = id === null ? null : await office.person(id);
  return person ? { office, person } : ('asker_unknown' as const);
}

/** Leaders of a department, or of the next one above that is led by somebody else. */
async function leadersAbove(
  { book }: Resolving,
  office: OfficeBook,
  departmentId: string | undefined,
  askerOfficeId: string,
): Promise<Found> {
  const met = new Set<string>();
  let ledByAsker = false;
  for (let at = departmentId; at !== undefined && !met.has(at); ) {
    met.add(at);
    const department = office.departments.get(at);
    const others = (department?.leaderIds ?? []).filter((id) => id !== askerOfficeId);
    if (others.length > 0)
      return judged(await Promise.all(others.map((id) => book.find(officeKey(id)))), 'person_unknown');
    ledByAsker ||= department?.leaderIds.includes(askerOfficeId) ?? false;
    at = department?.parentId ?? undefined;
  }
  return nobody(ledByAsker ? 'leader_is_applicant' : 'no_leader');
}

async function leaders(context: Resolving, kind: 'direct_leader' | 'department_head'): Promise<Found> {
  const asker = await officePerson(context);
  if (typeof asker === 'string') return nobody(asker);
  const { office, person } = asker;
  if (kind === 'direct_leader' && person.managerId !== null && person.managerId !== person.id) {
    return judged([await context.book.find(officeKey(person.managerId))], 'person_unknown');
  }
  return leadersAbove(context, office, person.departmentIds[0], person.id);
}

async function inRole({ book }: Resolving, role: string): Promise<Found> {
  const held = book
    .staff()
    .filter((one) => one.roles.some((own) => own === role) && one.state !== 'disabled');
  const entries = await Promise.all(held.map(({ id }) => book.find(`staff:${id}`)));
  return judged(entries, 'nobody_in_role');
}

async function found(context: Resolving, rule: ApproverRule): Promise<Found> {
  switch (rule.kind) {
    case 'direct_leader':
    case 'department_head':
      return leaders(context, rule.kind);
    case 'hr':
      return inRole(context, 'hr');
    case 'role':
      return inRole(context, rule.role);
    case 'person':
      return judged([await context.book.find(rule.key)], 'person_unknown');
  }
}

/** Follows delegations that hold today, never back to somebody already passed. */
async function delegated({ book, delegations, today }: Resolving, entry: BookEntry): Promise<BookEntry> {
  const met = new Set<ApproverKey>([entry.key]);
  let at = entry;
  for (;;) {
    const names = at.personId === null ? [at.key] : book.keysOf(at.personId);
    const away = delegations.find(
      ({ id, from, until }) => names.includes(id) && from <= today && today <= until,
    );
    const next = away ? await book.find(away.to) : null;
    if (!next?.present || met.has(next.key)) return at;
    met.add(next.key);
    at = next;
  }
}

const approver = (because: ApproverReason, entry: BookEntry, meant: BookEntry): StepApprover => ({
  key: entry.key,
  because,
  state: 'waiting',
  at: null,
  inPlaceOf: entry.key === meant.key ? null : meant.key,
  deputy: false,
});

/** The people of one rule, without whoever asks: nobody agrees to their own request. */
async function approversOf(
  context: Resolving,
  rule: ApproverRule,
): Promise<{ readonly approvers: readonly StepApprover[]; readonly problems: ResolvedStep['problems'] }> {
  const { people, problems } = await found(context, rule);
  const own = context.book.keysOf(context.askedBy);
  const approvers: StepApprover[] = [];
  for (const meant of people) {
    const entry = own.includes(meant.key) ? meant : await delegated(context, meant);
    if (!own.includes(entry.key)) approvers.push(approver(rule.kind, entry, meant));
  }
  const alone = people.length > 0 && approvers.length === 0;
  return { approvers, problems: alone ? [{ problem: 'asker_alone', name: null }] : problems };
}

const unlike = (approvers: readonly StepApprover[]): readonly StepApprover[] =>
  approvers.filter((one, index) => approvers.findIndex(({ key }) => key === one.key) === index);

/**
 * Finds the people of every step before anything is sent. A step that finds nobody is a problem; with "everybody" each
 * approver that is not found is one, with "one is enough" only when none is.
 */
export async function resolveSteps(
  context: Resolving,
  steps: readonly ChainStep[],
): Promise<readonly ResolvedStep[]> {
  const resolved: ResolvedStep[] = [];
  for (const { id, rule, approvers, timeoutHours, escalateTo } of steps) {
    const groups = await Promise.all(approvers.map((one) => approversOf(context, one)));
    const people = unlike(groups.flatMap((group) => group.approvers));
    const deputies = escalateTo === null ? null : await approversOf(context, escalateTo);
    const problems = groups.flatMap((group) => group.problems);
    resolved.push({
      step: {
        id,
        rule,
        state: 'waiting',
        approvers: people,
        timeoutHours,
        escalateTo: deputies?.approvers ?? [],
        dueAt: null,
        escalatedAt: null,
      },
      problems: [...(rule === 'or' && people.length > 0 ? [] : problems), ...(deputies?.problems ?? [])],
    });
  }
  return resolved;
}
