import { expect, test } from 'vitest';
import {
  indicatorsOfSigns,
  linesOfSigns,
  signLimit,
  signsOf,
  signsOfLines,
} from '#core/rubric/dimension-signs.ts';

const found = (phrase: string, text: string): boolean => {
  const [indicator] = indicatorsOfSigns([{ polarity: 'positive', phrases: [phrase] }]);
  return new RegExp(indicator?.patterns.zh[0] ?? '', 'iu').test(text);
};

test('a phrase is found as it stands, whatever signs it holds', () => {
  expect(found('涨了 35%（同比）', '销售额涨了 35%（同比），很高兴')).toBe(true);
  expect(found('a.b', 'the a.b file')).toBe(true);
  expect(found('a.b', 'the axb file')).toBe(false);
});

test('a Latin word is found whole', () => {
  expect(found('plan', 'I made a plan first')).toBe(true);
  expect(found('plan', 'an explanation')).toBe(false);
});

test('lines become signs with their other ways of saying it, and come back the same', () => {
  const signs = signsOfLines('走访顾客 / 问过老客户\n\n  看销售数据  \n', 'positive');

  expect(signs).toEqual([
    { polarity: 'positive', phrases: ['走访顾客', '问过老客户'] },
    { polarity: 'positive', phrases: ['看销售数据'] },
  ]);
  expect(signsOf({ indicators: indicatorsOfSigns(signs) })).toEqual(signs);
  expect(linesOfSigns(signs, 'positive')).toBe('走访顾客 / 问过老客户\n看销售数据');
  expect(linesOfSigns(signs, 'negative')).toBe('');
});

test('what is over the limits stays out', () => {
  const lines = Array.from({ length: signLimit + 5 }, (_, i) => `说法${i}`).join('\n');

  expect(signsOfLines(lines, 'negative')).toHaveLength(signLimit);
  expect(signsOfLines('长'.repeat(200), 'negative')[0]?.phrases[0]).toHaveLength(60);
});

test('a sign without a phrase makes no indicator', () => {
  expect(indicatorsOfSigns([{ polarity: 'positive', phrases: [' '] }])).toEqual([]);
});
