import { expect, test } from 'vitest';
import { lintWording } from '#core/template/wording-lint.ts';
import { blocksPublishing, builderFindings } from '#plugins/web/rubric-builder/builder-findings.ts';
import { anchorOnlyJudges, ownDimensionFaults } from '#plugins/web/rubric-builder/own-dimension-form.ts';
import { matchesPalette } from '#plugins/web/rubric-builder/palette-filter.ts';
import { aDimension, aDraft } from '#test/support/rubric-drafts.ts';

const shipped = ['A1', 'A2', 'A3'].map((code) => aDimension({ code }));
const words = {
  name: '市场认知',
  definition: '了解本地顾客买什么',
  anchors: ['说不出', '说出一家', '说出三家', '能比较', '能预测'] as const,
  family: 'analysing' as const,
};

test('the palette finds by name, definition or code in either language', () => {
  const dimension = aDimension();
  expect(matchesPalette(dimension, 'all', '沟通')).toBe(true);
  expect(matchesPalette(dimension, 'all', 'com checks')).toBe(true);
  expect(matchesPalette(dimension, 'interacting', '')).toBe(true);
  expect(matchesPalette(dimension, 'leading', '')).toBe(false);
  expect(matchesPalette(dimension, 'all', '带队')).toBe(false);
});

test('discriminatory wording in a reason blocks publishing and names its row', () => {
  const draft = aDraft([40, 30, 30], (row, index) =>
    index === 1 ? { ...row, jobRelatedness: { zh: '限男，要搬货', en: '限男，要搬货' } } : row,
  );
  const findings = builderFindings(draft, shipped, lintWording);
  expect(findings).toMatchObject([
    { kind: 'wording', severity: 'block', row: 1, finding: { quote: '限男' } },
  ]);
  expect(blocksPublishing(findings)).toBe(true);
});

test('what blocks is said before what warns', () => {
  const draft = aDraft([60, 20, 20], (row, index) =>
    index === 2 ? { ...row, jobRelatedness: { zh: '', en: '' } } : row,
  );
  expect(builderFindings(draft, shipped, () => []).map(({ severity }) => severity)).toEqual([
    'block',
    'warn',
  ]);
});

test('an own dimension needs a new name, a definition and five different anchors', () => {
  expect(ownDimensionFaults(words, ['沟通表达'])).toEqual([]);
  expect(ownDimensionFaults({ ...words, name: ' 沟通表达 ' }, ['沟通表达'])).toEqual([
    { field: 'name', fault: 'taken' },
  ]);
  const empty = { ...words, name: ' ', definition: '', anchors: ['', '做', '做', ' ', '好'] as const };
  expect(ownDimensionFaults(empty, [])).toEqual([
    { field: 'name', fault: 'missing' },
    { field: 'definition', fault: 'missing' },
    { field: 'anchor', level: 1, fault: 'missing' },
    { field: 'anchor', level: 3, fault: 'repeated' },
    { field: 'anchor', level: 4, fault: 'missing' },
  ]);
});

test('an empty anchor is not told that it only judges', () => {
  expect(anchorOnlyJudges(' ')).toBe(false);
  expect(anchorOnlyJudges('非常优秀')).toBe(true);
});
