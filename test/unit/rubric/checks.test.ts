import { expect, test } from 'vitest';
import { checkRubric, isVagueAnchor, validationGaps } from '#core/rubric/checks.ts';
import { ownDimension } from '#core/rubric/own-dimension.ts';
import { aDimension, aDraft } from '#test/support/rubric-drafts.ts';

const shipped = ['A1', 'A2', 'A3', 'A4'].map((code) => aDimension({ code }));
const kinds = (draft: Parameters<typeof checkRubric>[0]) =>
  checkRubric(draft, shipped).map(({ kind }) => kind);

test('a complete rubric has no findings', () => {
  expect(checkRubric(aDraft([40, 30, 20, 10]), shipped)).toEqual([]);
});

test('two rows are too few to publish', () => {
  expect(kinds(aDraft([50, 50]))).toEqual(['rows_min']);
});

test('a row without a reason for the job blocks publishing, even when only blanks were typed', () => {
  const draft = aDraft([40, 30, 30], (row, index) =>
    index === 1 ? { ...row, jobRelatedness: { zh: ' ', en: '' } } : row,
  );
  expect(checkRubric(draft, shipped)).toEqual([
    { kind: 'job_relatedness_missing', severity: 'block', row: 1 },
  ]);
});

test('weights that do not sum to 100 block publishing', () => {
  expect(kinds(aDraft([40, 30, 20]))).toEqual(['weights_sum']);
});

test('a dimension that nobody defined blocks publishing', () => {
  const draft = aDraft([40, 30, 30], (row, index) => (index === 2 ? { ...row, dimension: 'ZZ' } : row));
  expect(kinds(draft)).toEqual(['dimension_unknown']);
});

test('a weight above half only warns', () => {
  expect(checkRubric(aDraft([60, 20, 20]), shipped)).toEqual([
    { kind: 'weight_dominant', severity: 'warn', row: 0 },
  ]);
});

test('an own dimension with five anchors still lacks indicators and examples', () => {
  const own = ownDimension(
    'XA',
    {
      name: '资源积累',
      definition: '手上有可以带来的客户或供应商',
      anchors: [
        '说不出任何一家合作过的客户',
        '说出客户名称,说不出怎么合作',
        '说出两家客户以及合作的内容',
        '说出三家客户并说明怎么维护',
        '用自己的客户为新店带来过订单并有数字',
      ],
      family: 'enterprising',
    },
    'zh',
  );
  expect(validationGaps(own)).toEqual(['indicators_few', 'examples_few']);
});

test('missing, repeated and judging anchors are each named', () => {
  const anchors = (texts: string[]) => aDimension({ anchors: texts.map((zh) => ({ zh, en: zh })) });
  expect(
    validationGaps(anchors(['', '能复述顾客要求', '能复述顾客要求', '非常积极', '主动询问顾客用途后推荐'])),
  ).toEqual(['anchors_missing', 'anchors_vague', 'anchors_repeated']);
});

test.each(['积极', '表现优秀', '非常好,态度积极', 'Excellent performance', 'very good and positive'])(
  '“%s” names nothing that can be observed',
  (text) => {
    expect(isVagueAnchor(text)).toBe(true);
  },
);

test.each(['能复述顾客的要求', '主动询问顾客用途后推荐', 'Repeats the order to the guest'])(
  '“%s” can be observed',
  (text) => {
    expect(isVagueAnchor(text)).toBe(false);
  },
);
