import { expect, test } from 'vitest';
import { impossibleRates, unequalFigures } from '#core/scoring/flags/implausible-figures.ts';
import { resumeConflicts } from '#core/scoring/flags/resume-conflicts.ts';

const resume = '2019年3月到2021年6月 恒泰物流有限公司 仓库主管;英语四级;大专,物流管理;5年仓储经验;叉车证';

const conflicts = (answer: string): readonly string[] =>
  resumeConflicts(answer, resume).map(({ range }) => answer.slice(range.start, range.end));

test('years of experience, degree, grade and years at an employer are compared where both state them', () => {
  expect(conflicts('我做仓储做了十二年,一直在一线。')).toHaveLength(1);
  expect(conflicts('我是本科毕业的。')).toHaveLength(1);
  expect(conflicts('我过了英语六级,可以看英文单据。')).toEqual(['英语六级']);
  expect(conflicts('2015年到2021年我在恒泰物流有限公司带仓库。')).toEqual(['2015年到2021']);
});

test('what agrees or what the résumé leaves out is no conflict', () => {
  expect(conflicts('我做了五年仓储,大专学历,过了英语四级。')).toEqual([]);
  expect(conflicts('我还有电工证,在顺达科技公司实习过,2018年到2019年。')).toEqual([]);
  expect(conflicts('2019年到2021年我在恒泰物流有限公司带仓库。')).toEqual([]);
});

test('shares above the whole and figures that start differently each time are worth a question', () => {
  const found = (text: string, of: typeof impossibleRates) =>
    of(text).map(({ start, end }) => text.slice(start, end));
  expect(found('合格率达到了130%,产量提升了130%', impossibleRates)).toHaveLength(1);
  expect(found('销量增长了5000%', impossibleRates)).toHaveLength(1);
  expect(found('准时率从68%到91%,增长了两倍', impossibleRates)).toEqual([]);
  expect(found('返工率从18%降到4%,后来说返工率从25%降到4%', unequalFigures)).toEqual(['返工率从25%']);
  expect(found('返工率从18%降到4%,返工率从18%一路降下来', unequalFigures)).toEqual([]);
});
