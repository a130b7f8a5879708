import { expect, test } from 'vitest';
import { restoredForm } from '#plugins/web/interview/kept-form.ts';

const first = { granted: {}, lang: 'zh' };

test('a kept form comes back as it was, and anything else begins anew', () => {
  const kept = { granted: { interview: true }, lang: 'en' };
  expect(restoredForm(JSON.stringify(kept), first)).toEqual(kept);
  for (const other of [null, '', '{', 'null', '[]', '"x"', '{"lang":"en"}']) {
    expect(restoredForm(other, first)).toBe(first);
  }
});
