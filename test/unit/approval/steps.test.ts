import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ApprovalStep,
  closeSteps,
  decide,
  nextDue,
  openNext,
  overdue,
  passOn,
  type StepApprover,
  waitingFor,
} from '#core/approval/approval.ts';

const at = '2026-11-23T01:00:00.000Z';
const approver = (key: string): StepApprover => ({
  key,
  because: 'person',
  state: 'waiting',
  at: null,
  inPlaceOf: null,
  deputy: false,
});
const step = (id: string, keys: readonly string[], more: Partial<ApprovalStep> = {}): ApprovalStep => ({
  id,
  rule: 'and',
  state: 'waiting',
  approvers: keys.map(approver),
  timeoutHours: null,
  escalateTo: [],
  dueAt: null,
  escalatedAt: null,
  ...more,
});
const opened = (...steps: readonly ApprovalStep[]) => openNext(steps, at).steps;
const agree = (steps: readonly ApprovalStep[], key: string) =>
  decide(steps, { keys: [key], verdict: 'agreed', at });

test('a request without steps is approved, one with steps waits for the first', () => {
  expect(openNext([], at).state).toBe('approved');
  expect(waitingFor(opened(step('1', ['a']), step('2', ['b'])))).toEqual(['a']);
});

test('everybody must agree where everybody is wanted; one is enough where one is', () => {
  const all = opened(step('1', ['a', 'b']));
  expect(agree(all, 'a')).toMatchObject({ state: 'pending' });
  expect(agree(agree(all, 'a')?.steps ?? [], 'b')).toMatchObject({ state: 'approved' });
  expect(agree(opened(step('1', ['a', 'b'], { rule: 'or' })), 'b')).toMatchObject({
    state: 'approved',
    steps: [{ approvers: [{ state: 'not_needed' }, { state: 'agreed' }] }],
  });
});

test('one refusal ends everything, and nobody is waited for any more', () => {
  const steps = opened(step('1', ['a', 'b'], { rule: 'or' }), step('2', ['c']));
  const refused = decide(steps, { keys: ['b'], verdict: 'refused', at });
  expect(refused).toMatchObject({ state: 'rejected', steps: [{ state: 'refused' }, { state: 'closed' }] });
  expect(waitingFor(refused?.steps ?? [])).toEqual([]);
});

test('a word of somebody who is not asked, or of a later step, counts for nothing', () => {
  const steps = opened(step('1', ['a']), step('2', ['b']));
  expect(agree(steps, 'b')).toBeNull();
  expect(agree(steps, 'z')).toBeNull();
  expect(agree(agree(steps, 'a')?.steps ?? [], 'a')).toBeNull();
});

test('the time of a step runs from when it opens; over, its deputy is asked once and then it ends undecided', () => {
  const timed = step('2', ['b', 'c'], { timeoutHours: 24, escalateTo: [approver('d')] });
  const second = agree(opened(step('1', ['a']), timed), 'a')?.steps ?? [];
  expect(nextDue(second)).toBe('2026-11-24T01:00:00.000Z');
  expect(overdue(second, '2026-11-24T00:59:59.000Z')).toBeNull();

  const escalated = overdue(second, '2026-11-24T01:00:00.000Z');
  expect(escalated).toMatchObject({ state: 'pending' });
  expect(waitingFor(escalated?.steps ?? [])).toEqual(['b', 'c', 'd']);
  expect(agree(escalated?.steps ?? [], 'd')).toMatchObject({ state: 'approved' });
  // Without the deputy both are still wanted.
  expect(agree(escalated?.steps ?? [], 'b')).toMatchObject({ state: 'pending' });
  expect(overdue(escalated?.steps ?? [], '2026-11-25T01:00:00.000Z')).toMatchObject({ state: 'timed_out' });
});

test('a place that was passed on is somebody else’s, who is named once', () => {
  const steps = opened(step('1', ['a', 'b']));
  const passed = passOn(steps, { keys: ['a'], to: 'c', at }) ?? [];
  expect(waitingFor(passed)).toEqual(['b', 'c']);
  expect(passed[0]?.approvers[2]).toMatchObject({ inPlaceOf: 'a' });
  expect(passOn(passed, { keys: ['a'], to: 'd', at })).toBeNull();
  expect(waitingFor(passOn(passed, { keys: ['b'], to: 'c', at }) ?? [])).toEqual(['c']);
});

test('whatever is said in whatever order, an approval needs every step, and an ended request waits for nobody', () => {
  const people = ['a', 'b', 'c'] as const;
  const steps = fc.array(
    fc.record({
      keys: fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 }),
      rule: fc.constantFrom('and' as const, 'or' as const),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const words = fc.array(
    fc.tuple(fc.constantFrom(...people), fc.constantFrom('agreed' as const, 'refused' as const)),
    {
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(steps, words, (chain, said) => {
      let now = openNext(
        chain.map(({ keys, rule }, index) => step(String(index), keys, { rule })),
        at,
      );
      for (const [key, verdict] of said) {
        if (now.state !== 'pending') break;
        now = decide(now.steps, { keys: [key], verdict, at }) ?? now;
      }
      if (now.state === 'approved') expect(now.steps.every(({ state }) => state === 'agreed')).toBe(true);
      if (now.state === 'pending') expect(waitingFor(now.steps).length).toBeGreaterThan(0);
      else expect(waitingFor(now.steps)).toEqual([]);
      expect(waitingFor(closeSteps(now.steps))).toEqual([]);
    }),
  );
});
