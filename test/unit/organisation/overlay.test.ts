import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveOrganisation } from '#core/organisation/overlay.ts';
import type { PlatformDepartment, PlatformPerson } from '#core/ports/platform.ts';
import type { OverlayOperation } from '#core/ports/repositories/organisation.ts';

const department = (id: string, parentId: string | null, name = `${id}部`): PlatformDepartment => ({
  id,
  parentId,
  name,
  order: 0,
  leaderIds: [],
});
const person = (id: string, departmentIds: readonly string[]): PlatformPerson => ({
  id,
  name: `员工${id}`,
  title: null,
  departmentIds,
  managerId: null,
  state: 'active',
});
const operation = (change: Partial<OverlayOperation>): OverlayOperation => ({
  id: 'ovl_1',
  kind: 'department',
  subjectId: 'a',
  field: 'name',
  base: 'a部',
  value: '华东大区',
  madeBy: 'per_1',
  madeAt: '2026-11-23T01:00:00.000Z',
  ...change,
});
const tree = [department('root', null), department('a', 'root'), department('b', 'a'), department('c', 'b')];
const people = [person('1', ['a']), person('2', ['b'])];
const find = (departments: readonly PlatformDepartment[], id: string) => departments.find((d) => d.id === id);

test('without local changes the organisation is the mirror', () => {
  expect(effectiveOrganisation(tree, people, [])).toEqual({ departments: tree, people, conflicts: [] });
});

test('a local name stays while the platform keeps the one that it replaced', () => {
  const { departments, conflicts } = effectiveOrganisation(tree, people, [operation({})]);
  expect(find(departments, 'a')?.name).toBe('华东大区');
  expect(conflicts).toEqual([]);
});

test('a rename on both sides is listed and shows the platform’s name', () => {
  const renamed = tree.map((d) => (d.id === 'a' ? { ...d, name: '华东区' } : d));
  const { departments, conflicts } = effectiveOrganisation(renamed, people, [operation({})]);
  expect(find(departments, 'a')?.name).toBe('华东区');
  expect(conflicts).toMatchObject([{ reason: 'both_changed', platformValue: '华东区' }]);
});

test('a change that the platform has made too is settled', () => {
  const renamed = tree.map((d) => (d.id === 'a' ? { ...d, name: '华东大区' } : d));
  expect(effectiveOrganisation(renamed, people, [operation({})]).conflicts).toEqual([]);
});

test('moving a department under its own descendant is a cycle, and is listed', () => {
  const move = operation({ field: 'parentId', base: 'root', value: 'c' });
  expect(effectiveOrganisation(tree, people, [move]).conflicts).toMatchObject([{ reason: 'cycle' }]);
});

test('a change of what is gone, or towards what is gone, is listed', () => {
  const without = tree.filter(({ id }) => id !== 'c');
  const toGone = operation({
    kind: 'person',
    subjectId: '1',
    field: 'departmentIds',
    base: ['a'],
    value: ['c'],
  });
  const ofGone = operation({ id: 'ovl_2', subjectId: 'c', base: 'c部' });
  expect(
    effectiveOrganisation(without, people, [toGone, ofGone]).conflicts.map(({ reason }) => reason),
  ).toEqual(['target_gone', 'subject_gone']);
});

test('whatever is moved where, departments never stand under each other', () => {
  const ids = ['root', 'a', 'b', 'c'];
  const moves = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 });
  fc.assert(
    fc.property(moves, (pairs) => {
      const operations: OverlayOperation[] = [];
      for (const [subjectId, value] of pairs) {
        const now = effectiveOrganisation(tree, people, operations);
        const base = find(now.departments, subjectId)?.parentId ?? null;
        const id = `ovl_${operations.length}`;
        operations.push(operation({ id, subjectId, field: 'parentId', base, value }));
      }
      const { departments } = effectiveOrganisation(tree, people, operations);
      for (const start of departments) {
        let steps = 0;
        for (let at = start.parentId; at !== null; at = find(departments, at)?.parentId ?? null) steps += 1;
        expect(steps).toBeLessThan(departments.length);
      }
    }),
  );
});

test('taking a change back shows what was there before it', () => {
  const first = operation({});
  const second = operation({ id: 'ovl_2', subjectId: 'b', base: 'b部', value: '门店部' });
  const before = effectiveOrganisation(tree, people, [first]);
  const both = effectiveOrganisation(tree, people, [first, second]);
  expect(find(both.departments, 'b')?.name).toBe('门店部');
  expect(effectiveOrganisation(tree, people, [first])).toEqual(before);
});
