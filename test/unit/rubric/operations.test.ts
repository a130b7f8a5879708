import { expect, test } from 'vitest';
import {
  dimensionIn,
  draftFromItems,
  emptyDraft,
  itemsFromDraft,
  type RubricDraft,
} from '#core/rubric/draft.ts';
import { applyRubricOperation, type RubricOperation } from '#core/rubric/operations.ts';
import {
  addOwnDimension,
  editAnchor,
  ownDimension,
  ownDimensionCode,
  writeText,
} from '#core/rubric/own-dimension.ts';
import { apportion, heaviestWeight } from '#core/rubric/weights.ts';
import { aDimension, aDraft } from '#test/support/rubric-drafts.ts';

function after(draft: RubricDraft, operation: RubricOperation): RubricDraft {
  const outcome = applyRubricOperation(draft, operation);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
  return outcome.draft;
}

function refusal(draft: RubricDraft, operation: RubricOperation): string | null {
  const outcome = applyRubricOperation(draft, operation);
  return outcome.ok ? null : outcome.refusal;
}

const weights = (draft: RubricDraft) => draft.rows.map((row) => row.weight);
const codes = (draft: RubricDraft) => draft.rows.map((row) => row.dimension);

test('the first dimension weighs 100, the second takes its fair half', () => {
  const one = after(emptyDraft, { kind: 'insert', at: 0, dimension: 'COM' });
  expect(weights(one)).toEqual([100]);
  expect(weights(after(one, { kind: 'insert', at: 1, dimension: 'SERV' }))).toEqual([50, 50]);
});

test('the other rows keep their proportions when one grows', () => {
  expect(weights(after(aDraft([40, 30, 20, 10]), { kind: 'set_weight', at: 0, weight: 70 }))).toEqual([
    70, 15, 10, 5,
  ]);
});

test('a weight stops where every other row still has its least', () => {
  const draft = aDraft([40, 30, 20, 10], (row, index) => (index === 1 ? { ...row, locked: true } : row));
  expect(weights(after(draft, { kind: 'set_weight', at: 0, weight: 100 }))).toEqual([68, 30, 1, 1]);
  expect(heaviestWeight(draft.rows, 0)).toBe(68);
});

test('a weight cannot change when every other row is locked', () => {
  const draft = aDraft([40, 60], (row, index) => ({ ...row, locked: index === 1 }));
  expect(refusal(draft, { kind: 'set_weight', at: 0, weight: 50 })).toBe('others_locked');
  expect(refusal(draft, { kind: 'set_weight', at: 1, weight: 50 })).toBe('row_locked');
  expect(refusal(draft, { kind: 'remove', at: 0 })).toBe('others_locked');
});

test('an insertion that finds no room among locked rows is refused', () => {
  const draft = aDraft([99, 1], (row, index) => ({ ...row, locked: index === 0 }));
  expect(refusal(draft, { kind: 'insert', at: 0, dimension: 'COM' })).toBe('no_room');
});

test('a ninth row and a second row of the same dimension are refused', () => {
  const eight = aDraft([13, 13, 13, 13, 12, 12, 12, 12]);
  expect(refusal(eight, { kind: 'insert', at: 0, dimension: 'COM' })).toBe('rows_max');
  expect(refusal(aDraft([50, 50]), { kind: 'insert', at: 0, dimension: 'A1' })).toBe('already_there');
});

test('a row moves to where it is dropped', () => {
  expect(codes(after(aDraft([40, 30, 20, 10]), { kind: 'move', from: 0, to: 2 }))).toEqual([
    'A2',
    'A3',
    'A1',
    'A4',
  ]);
});

test('several operations are carried out wholly or not at all', () => {
  const operations: RubricOperation[] = [
    { kind: 'move', from: 0, to: 1 },
    { kind: 'remove', at: 7 },
  ];
  expect(refusal(aDraft([60, 40]), { kind: 'all', operations })).toBe('no_such_row');
});

test('an own dimension comes with its row in one step', () => {
  const own = ownDimension(
    ownDimensionCode(new Uint8Array([1, 2, 3, 4, 5, 6])),
    {
      name: '市场认知',
      definition: '知道本地顾客买什么、为什么买',
      anchors: ['说不出', '说出一种', '说出两种并有例子', '能比较', '能预测并验证'],
      family: 'analysing',
    },
    'zh',
  );
  const draft = after(aDraft([60, 40]), addOwnDimension(own, 2));
  expect(own.code).toMatch(/^[A-Z][A-Z0-9]{1,9}$/);
  expect(codes(draft)).toEqual(['A1', 'A2', own.code]);
  expect(dimensionIn(draft, [], own.code)?.name.en).toBe('市场认知');
});

test('editing an anchor of a shipped dimension makes a copy in the draft and leaves the shipped one', () => {
  const shipped = aDimension();
  const draft = after(aDraft([60, 40]), editAnchor(shipped, 3, 'zh', '新的三级行为描述'));
  expect(dimensionIn(draft, [shipped], 'COM')?.anchors[2]?.zh).toBe('新的三级行为描述');
  expect(dimensionIn(draft, [shipped], 'COM')?.anchors[2]?.en).toBe(shipped.anchors[2]?.en);
  expect(dimensionIn(after(draft, { kind: 'drop_dimension', code: 'COM' }), [shipped], 'COM')).toBe(shipped);
});

test('the other language follows until it has a translation of its own', () => {
  expect(writeText({ zh: '', en: '' }, 'zh', '耐心')).toEqual({ zh: '耐心', en: '耐心' });
  expect(writeText({ zh: '耐心', en: '耐心' }, 'zh', '耐心听完')).toEqual({ zh: '耐心听完', en: '耐心听完' });
  expect(writeText({ zh: '耐心', en: 'Patience' }, 'zh', '耐心听完')).toEqual({
    zh: '耐心听完',
    en: 'Patience',
  });
  expect(writeText({ zh: '耐心', en: 'Patience' }, 'zh', '')).toEqual({ zh: '', en: '' });
  expect(writeText({ zh: '耐心', en: '耐心' }, 'en', 'Patience')).toEqual({ zh: 'Patience', en: 'Patience' });
});

test('rows survive the way into storage and back', () => {
  const draft = aDraft([50, 30, 20]);
  expect(draftFromItems(itemsFromDraft(draft))).toEqual(draft);
});

test('fewer units than parts cannot be split', () => {
  expect(() => apportion(2, [1, 1, 1])).toThrow(RangeError);
});
