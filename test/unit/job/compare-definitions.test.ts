import { expect, test } from 'vitest';
import { compareDefinitions } from '#core/job/compare-definitions.ts';
import { aJobDraft } from '#test/support/job-drafts.ts';

test('two equal versions have no differences', () => {
  expect(compareDefinitions(aJobDraft(), structuredClone(aJobDraft()))).toEqual([]);
});

test('weights, settings and cut-offs are shown with their value before and after', () => {
  const before = aJobDraft();
  const after = aJobDraft({
    title: '领班',
    rubric: before.rubric.map((item, i) => (i < 2 ? { ...item, weight: i === 0 ? 20 : 30 } : item)),
    interview: { ...before.interview, video: true },
    thresholds: { ...before.thresholds, cutHi: 6 },
  });

  const changes = compareDefinitions(before, after);

  expect(changes.map(({ section, field, before: was, after: is }) => [section, field, was, is])).toEqual([
    ['title', undefined, before.title, '领班'],
    ['rubric', 'weight', 30, 20],
    ['rubric', 'weight', 20, 30],
    ['interview', 'video', false, true],
    ['thresholds', 'cutHi', 5.5, 6],
  ]);
});

test('added, removed and reordered questions are told apart', () => {
  const before = aJobDraft();
  const [first, second, third, ...rest] = before.questions;
  if (!first || !second || !third) throw new Error('the pack has lost its questions');
  const added = { ...first, id: 'own-1', text: { zh: '新题', en: 'New' } };

  const changes = compareDefinitions(before, { ...before, questions: [third, second, ...rest, added] });

  expect(changes.map(({ kind, name }) => [kind, name?.zh ?? null])).toEqual([
    ['added', '新题'],
    ['removed', first.text.zh],
    ['reordered', null],
  ]);
});

test('a changed question and a changed fact are named once', () => {
  const before = aJobDraft();
  const after = aJobDraft({
    questions: before.questions.map((q, i) => (i === 0 ? { ...q, difficulty: 'advanced' } : q)),
    mustHave: before.mustHave.map((f, i) => (i === 0 ? { ...f, strength: 'preferred' } : f)),
  });

  expect(compareDefinitions(before, after).map(({ section, kind }) => [section, kind])).toEqual([
    ['questions', 'changed'],
    ['mustHave', 'changed'],
  ]);
});
