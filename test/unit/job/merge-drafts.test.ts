import { expect, test } from 'vitest';
import { mergeDrafts, sameContent, takeSection } from '#core/job/merge-drafts.ts';
import { aJobDraft } from '#test/support/job-drafts.ts';

test('changes of two people to different parts are both kept, without a question', () => {
  const base = aJobDraft();
  const mine = { ...base, title: '早班服务员' };
  const theirs = { ...base, tasks: ['点单与上菜', '收银', '收市清洁'] };

  const { merged, conflicts } = mergeDrafts(base, mine, theirs);

  expect(conflicts).toEqual([]);
  expect(merged).toEqual({ ...base, title: '早班服务员', tasks: theirs.tasks });
});

test('a part that both changed differently is named and holds the reader’s own version', () => {
  const base = aJobDraft();
  const mine = { ...base, title: '早班服务员', location: '上海' };
  const theirs = { ...base, title: '晚班服务员' };

  const { merged, conflicts } = mergeDrafts(base, mine, theirs);

  expect(conflicts).toEqual(['title']);
  expect([merged.title, merged.location]).toEqual(['早班服务员', '上海']);
});

test('the same change on both sides is no conflict', () => {
  const base = aJobDraft();
  const changed = { ...base, interview: { ...base.interview, video: true } };

  expect(mergeDrafts(base, changed, structuredClone(changed)).conflicts).toEqual([]);
});

test('a part that only one side has is taken over, and one that was taken out goes', () => {
  const base = aJobDraft();
  const exceptions = [{ rule: 'gender', quote: '限男性', reason: '矿山井下作业' }];
  const withReason = { ...base, wordingExceptions: exceptions };

  expect(mergeDrafts(base, base, withReason).merged.wordingExceptions).toEqual(exceptions);
  expect(takeSection(withReason, base, 'wordingExceptions')).toEqual(base);
});

test('content is compared by value: the order of keys and absent values do not matter', () => {
  expect(sameContent({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1, d: undefined })).toBe(true);
  expect(sameContent([1, 2], [2, 1])).toBe(false);
  expect(sameContent([], {})).toBe(false);
});
