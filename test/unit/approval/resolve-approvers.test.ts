import { expect, test } from 'vitest';
import type { ApproverRule, ChainStep } from '#core/approval/chain.ts';
import type { PeopleBook } from '#core/approval/people-book.ts';
import { resolveSteps } from '#core/approval/resolve-approvers.ts';
import type { PlatformDepartment, PlatformPerson } from '#core/ports/platform.ts';
import type { Delegation } from '#core/ports/repositories/approvals.ts';
import type { Person } from '#core/ports/repositories/people.ts';

const person = (id: string, name: string, roles: Person['roles']): Person => ({
  id,
  name,
  roles,
  state: 'active',
  locale: 'zh-CN',
  createdAt: '',
  lastSeenAt: null,
});
const staff = [person('per_hr', '周敏', ['hr']), person('per_boss', '陈建国', ['owner'])];
const department = (
  id: string,
  parentId: string | null,
  leaderIds: readonly string[],
): PlatformDepartment => ({
  id,
  parentId,
  name: id,
  order: 0,
  leaderIds,
});
const colleague = (id: string, more: Partial<PlatformPerson> = {}): PlatformPerson => ({
  id,
  name: `员工${id}`,
  title: null,
  departmentIds: ['shop'],
  managerId: null,
  state: 'active',
  ...more,
});

/** A book of a small company: `u_hr` on the platform is Zhou Min. */
function aBook(
  departments: readonly PlatformDepartment[] | null,
  people: readonly PlatformPerson[] = [colleague('u_hr'), colleague('lead'), colleague('chief')],
): PeopleBook {
  const byId = new Map(people.map((one) => [one.id, one]));
  return {
    staff: () => staff,
    keysOf: (id) => [`staff:${id}`, ...(id === 'per_hr' ? ['office:u_hr'] : [])],
    officeIdOf: (id) => (id === 'per_hr' ? 'u_hr' : null),
    office: async () =>
      departments && {
        departments: new Map(departments.map((one) => [one.id, one])),
        person: async (id) => byId.get(id) ?? null,
      },
    async find(wanted) {
      const key = wanted === 'office:u_hr' ? 'staff:per_hr' : wanted;
      const known = staff.find(({ id }) => key === `staff:${id}`);
      const there = key.startsWith('office:') ? byId.get(key.slice(7)) : undefined;
      if (!known && !there) return null;
      return {
        key,
        name: known?.name ?? there?.name ?? null,
        personId: known?.id ?? null,
        officeId: there?.id ?? null,
        present: there?.state !== 'resigned',
      };
    },
  };
}

async function found(
  book: PeopleBook,
  approvers: readonly ApproverRule[],
  more: Partial<ChainStep> = {},
  delegations: readonly Delegation[] = [],
) {
  const chain: ChainStep = {
    id: 'one',
    approvers,
    rule: 'and',
    timeoutHours: null,
    escalateTo: null,
    ...more,
  };
  const context = { book, askedBy: 'per_hr', delegations, today: '2026-11-23' };
  const [resolved] = await resolveSteps(context, [chain]);
  return {
    keys: resolved?.step.approvers.map(({ key }) => key),
    problems: resolved?.problems.map(({ problem }) => problem),
  };
}
const leader: ApproverRule = { kind: 'direct_leader' };
const head: ApproverRule = { kind: 'department_head' };

test('the direct leader is the manager; without one, the head of the department', async () => {
  const tree = [department('shop', null, ['lead'])];
  const managed = [colleague('u_hr', { managerId: 'chief' }), colleague('lead'), colleague('chief')];
  expect(await found(aBook(tree, managed), [leader])).toEqual({ keys: ['office:chief'], problems: [] });
  expect(await found(aBook(tree), [leader])).toEqual({ keys: ['office:lead'], problems: [] });
});

test('who leads the department themselves is followed by the head of the one above', async () => {
  const tree = [department('shop', 'region', ['u_hr']), department('region', null, ['chief'])];
  expect(await found(aBook(tree), [head])).toEqual({ keys: ['office:chief'], problems: [] });
});

test('at the top of the company, without a leader, or without a directory, it is said and nobody is asked', async () => {
  expect(await found(aBook([department('shop', null, ['u_hr'])]), [head])).toEqual({
    keys: [],
    problems: ['leader_is_applicant'],
  });
  expect(await found(aBook([department('shop', null, [])]), [head])).toEqual({
    keys: [],
    problems: ['no_leader'],
  });
  expect(await found(aBook(null), [leader])).toEqual({ keys: [], problems: ['no_directory'] });
  expect(await found(aBook([department('shop', null, ['lead'])], [colleague('lead')]), [leader])).toEqual({
    keys: [],
    problems: ['asker_unknown'],
  });
});

test('a leader who has left is a problem and never an approver', async () => {
  const people = [colleague('u_hr'), colleague('lead', { state: 'resigned' })];
  expect(await found(aBook([department('shop', null, ['lead'])], people), [head])).toEqual({
    keys: [],
    problems: ['person_left'],
  });
});

test('nobody agrees to their own request', async () => {
  const book = aBook(null);
  expect(await found(book, [{ kind: 'hr' }])).toEqual({ keys: [], problems: ['asker_alone'] });
  expect(await found(book, [{ kind: 'person', key: 'office:u_hr' }])).toEqual({
    keys: [],
    problems: ['asker_alone'],
  });
  expect(await found(book, [{ kind: 'hr' }, { kind: 'role', role: 'owner' }], { rule: 'or' })).toEqual({
    keys: ['staff:per_boss'],
    problems: [],
  });
});

test('a delegate decides while somebody is away, and never goes in a circle', async () => {
  const away = (id: string, to: string, until = '2026-11-30'): Delegation => ({
    id,
    to,
    from: '2026-11-20',
    until,
    madeAt: '',
  });
  const book = aBook([department('shop', null, [])]);
  const boss: ApproverRule = { kind: 'role', role: 'owner' };
  expect(await found(book, [boss], {}, [away('staff:per_boss', 'office:lead')])).toMatchObject({
    keys: ['office:lead'],
  });
  expect(await found(book, [boss], {}, [away('staff:per_boss', 'office:lead', '2026-11-22')])).toMatchObject({
    keys: ['staff:per_boss'],
  });
  const circle = [away('staff:per_boss', 'office:lead'), away('office:lead', 'staff:per_boss')];
  expect(await found(book, [boss], {}, circle)).toMatchObject({ keys: ['office:lead'] });
});

test('the same person named twice is asked once', async () => {
  const book = aBook([department('shop', null, ['lead'])]);
  expect(await found(book, [head, { kind: 'person', key: 'office:lead' }])).toEqual({
    keys: ['office:lead'],
    problems: [],
  });
});
