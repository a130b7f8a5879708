import { expect, test } from 'vitest';
import { type FieldSource, filledForm, fits, mappingFindings } from '#core/approval/form-mapping.ts';
import type { FormField, FormFieldKind } from '#core/ports/platform-approvals.ts';

const field = (id: string, kind: FormFieldKind, more: Partial<FormField> = {}): FormField => ({
  id,
  name: id,
  kind,
  control: kind,
  required: false,
  options: [],
  ...more,
});
const problems = (
  fields: readonly FormField[],
  sources: Record<string, FieldSource>,
  needsReference = false,
) =>
  mappingFindings({ sources }, { fields, unusable: null }, needsReference).map(({ fieldId, problem }) => [
    fieldId,
    problem,
  ]);

test('texts take anything that can be written, numbers only numbers, days only days', () => {
  expect(['salary', 'monthly_pay', 'start_date'].map((from) => fits(from as 'salary', 'text'))).toEqual([
    true,
    true,
    true,
  ]);
  expect(fits('salary', 'money')).toBe(false);
  expect(fits('monthly_pay', 'money')).toBe(true);
  expect(fits('start_date', 'date')).toBe(true);
  expect(fits('note', 'date')).toBe(false);
});

test('what keeps a mapping from working is named with its field', () => {
  const fields = [
    field('name', 'text', { required: true }),
    field('day', 'date'),
    field('kind', 'choice', { options: [{ value: 'a', label: '全职' }] }),
    field('file', 'other', { required: true }),
  ];
  expect(
    problems(fields, { day: { from: 'salary' }, kind: { constant: 'b' }, old: { from: 'note' } }),
  ).toEqual([
    ['old', 'field_gone'],
    ['name', 'required_empty'],
    ['day', 'type_mismatch'],
    ['kind', 'unknown_option'],
    ['file', 'required_unfillable'],
  ]);
});

test('constants must be what the field takes', () => {
  expect(problems([field('n', 'number')], { n: { constant: 'viel' } })).toEqual([['n', 'type_mismatch']]);
  expect(problems([field('d', 'date')], { d: { constant: '2026-11-23' } })).toEqual([]);
  expect(problems([field('t', 'text')], { t: { constant: ' ' } })).toEqual([['t', 'required_empty']]);
});

test('a platform without its own idempotency wants the request number in a text field', () => {
  const fields = [field('no', 'text'), field('sum', 'number')];
  expect(problems(fields, {}, true)).toEqual([[null, 'reference_missing']]);
  expect(problems(fields, { no: { from: 'reference' } }, true)).toEqual([]);
});

test('a form is filled by its sources; a required field that this content leaves empty is found', () => {
  const fields = [field('pay', 'money', { required: true }), field('note', 'text')];
  const sources: Record<string, FieldSource> = { pay: { from: 'monthly_pay' }, note: { constant: '急' } };
  const content = { fields: [{ field: 'candidate' as const, value: '林晓彤' }] };
  const { values, findings } = filledForm({ sources }, { fields }, content);
  expect(values.map(({ field: { id }, value }) => [id, value])).toEqual([['note', '急']]);
  expect(findings).toEqual([{ fieldId: 'pay', problem: 'required_empty' }]);
});
