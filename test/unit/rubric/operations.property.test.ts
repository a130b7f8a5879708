import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RubricDraft } from '#core/rubric/draft.ts';
import { applyRubricOperation, type RubricOperation } from '#core/rubric/operations.ts';
import { equalWeights } from '#core/rubric/own-dimension.ts';
import { apportion } from '#core/rubric/weights.ts';
import { aDimension, aRow } from '#test/support/rubric-drafts.ts';

const codes = ['COM', 'SERV', 'TEAM', 'LEARN', 'STRESS', 'SALES', 'DETAIL', 'INTEG', 'XA', 'XB'];
const words = fc.record({ zh: fc.string({ maxLength: 8 }), en: fc.string({ maxLength: 8 }) });
const dimension = fc
  .tuple(fc.constantFrom(...codes), fc.string({ maxLength: 6 }))
  .map(([code, zh]) => aDimension({ code, name: { zh, en: zh } }));

const draft: fc.Arbitrary<RubricDraft> = fc
  .record({
    order: fc.shuffledSubarray(codes, { minLength: 0, maxLength: 8 }),
    shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 }),
    locks: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    own: fc.uniqueArray(dimension, { selector: (one) => one.code, maxLength: 3 }),
  })
  .map(({ order, shares, locks, own }) => ({
    rows: apportion(order.length === 0 ? 0 : 100, shares.slice(0, order.length)).map((weight, index) =>
      aRow(order[index] ?? 'COM', weight, { locked: locks[index] ?? false }),
    ),
    dimensions: own,
  }));

const place = fc.integer({ min: -1, max: 9 });
const simple: fc.Arbitrary<RubricOperation> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: place, dimension: fc.constantFrom(...codes) }),
  fc.record({ kind: fc.constant('remove' as const), at: place }),
  fc.record({ kind: fc.constant('move' as const), from: place, to: place }),
  fc.record({
    kind: fc.constant('set_weight' as const),
    at: place,
    weight: fc.oneof(fc.integer({ min: -50, max: 150 }), fc.double({ min: 0, max: 100 })),
  }),
  fc.integer({ min: 1, max: 8 }).map(equalWeights),
  fc.record({ kind: fc.constant('set_locked' as const), at: place, locked: fc.boolean() }),
  fc.record({ kind: fc.constant('set_job_relatedness' as const), at: place, text: words }),
  fc.record({ kind: fc.constant('put_dimension' as const), dimension }),
  fc.record({ kind: fc.constant('drop_dimension' as const), code: fc.constantFrom(...codes) }),
);
const operation = fc.oneof(
  { weight: 4, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc
      .array(simple, { maxLength: 3 })
      .map((operations): RubricOperation => ({ kind: 'all', operations })),
  },
);

test('undo after do is identity, and redo gives the same again', () => {
  fc.assert(
    fc.property(draft, operation, (before, change) => {
      const outcome = applyRubricOperation(before, change);
      if (!outcome.ok) return;
      const undone = applyRubricOperation(outcome.draft, outcome.inverse);
      expect(undone.ok && undone.draft).toEqual(before);
      const redone = applyRubricOperation(before, change);
      expect(redone.ok && redone.draft).toEqual(outcome.draft);
    }),
    { numRuns: 2000 },
  );
});

test('a whole history can be taken back step by step', () => {
  fc.assert(
    fc.property(draft, fc.array(operation, { maxLength: 25 }), (start, changes) => {
      const back: { draft: RubricDraft; inverse: RubricOperation }[] = [];
      let current = start;
      for (const change of changes) {
        const outcome = applyRubricOperation(current, change);
        if (!outcome.ok) continue;
        back.push({ draft: current, inverse: outcome.inverse });
        current = outcome.draft;
      }
      for (const step of back.reverse()) {
        const outcome = applyRubricOperation(current, step.inverse);
        expect(outcome.ok && outcome.draft).toEqual(step.draft);
        current = step.draft;
      }
    }),
    { numRuns: 300 },
  );
});

test('whole-number weights of at least 1 sum to 100 after every operation', () => {
  fc.assert(
    fc.property(draft, operation, (before, change) => {
      const outcome = applyRubricOperation(before, change);
      if (!outcome.ok || outcome.draft.rows.length === 0) return;
      const weights = outcome.draft.rows.map((row) => row.weight);
      expect(weights.reduce((a, b) => a + b, 0)).toBe(100);
      expect(weights.every((weight) => Number.isInteger(weight) && weight >= 1)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a locked row keeps its weight when others are inserted, removed or changed', () => {
  const rebalancing = simple.filter(({ kind }) => ['insert', 'remove', 'set_weight'].includes(kind));
  fc.assert(
    fc.property(draft, rebalancing, (before, change) => {
      const outcome = applyRubricOperation(before, change);
      if (!outcome.ok) return;
      for (const row of outcome.draft.rows) {
        const old = before.rows.find((one) => one.dimension === row.dimension);
        if (old?.locked) expect(row.weight).toBe(old.weight);
      }
    }),
    { numRuns: 2000 },
  );
});

test('an operation never changes the draft it was given', () => {
  fc.assert(
    fc.property(draft, operation, (before, change) => {
      const copy = JSON.stringify(before);
      applyRubricOperation(before, change);
      expect(JSON.stringify(before)).toBe(copy);
    }),
  );
});

test('a share of the whole is never more than one unit, or the floor of 1, away from exact proportion', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 100 }), { minLength: 1, maxLength: 8 }), (shares) => {
      const sum = shares.reduce((a, b) => a + b, 0);
      const parts = apportion(100, shares);
      for (const [index, part] of parts.entries()) {
        expect(Math.abs(part - (100 * (shares[index] ?? 0)) / sum)).toBeLessThan(1.001);
      }
    }),
  );
});
