import { expect, test } from 'vitest';
import { findRanges, toDate } from '#core/resume/dates.ts';

test.each([
  ['2019.07-2021.03', '2019-07', '2021-03'],
  ['2019/7–至今', '2019-07', 'present'],
  ['2019年7月至今', '2019-07', 'present'],
  ['2019年07月 — 2021年3月', '2019-07', '2021-03'],
  ['2020年3月 至今', '2020-03', 'present'],
  ['19.07-21.03', '2019-07', '2021-03'],
  ['21.04-现在', '2021-04', 'present'],
  ['98.09-02.06', '1998-09', '2002-06'],
  ['2019-07～至今', '2019-07', 'present'],
  ['2019.7 ~ 今', '2019-07', 'present'],
  ['2018/03 -- 至今', '2018-03', 'present'],
  ['201907-202103', '2019-07', '2021-03'],
  ['2019.07.01-2021.03.31', '2019-07', '2021-03'],
  ['2001年－2004年', '2001', '2004'],
  ['2016-2020', '2016', '2020'],
  ['2019年7月-9月', '2019-07', '2019-09'],
  ['自2019年7月起至今', '2019-07', 'present'],
  ['Mar 2021 – Present', '2021-03', 'present'],
  ['September 2015 to November 2016', '2015-09', '2016-11'],
  ['Sept. 2015 - now', '2015-09', 'present'],
  ['09/2015 - 05/2019', '2015-09', '2019-05'],
])('%s is a period', (text, from, to) => {
  expect(findRanges(text).map((range) => [range.from, range.to])).toEqual([[from, to]]);
});

test.each([
  '8-12K·13薪',
  '50-150人',
  '139-0000-5678',
  '由 4.2 s 降到 1.3 s',
  '0.9-1.2万/月',
  '2023 年起兼管两台服务器',
])('%s is no period', (text) => {
  expect(findRanges(text)).toEqual([]);
});

test('a period that would end before it starts is none', () => {
  expect(findRanges('2021.03-2019.07')).toEqual([]);
});

test('a bare year stays a bare year', () => {
  expect(toDate('2016年')).toBe('2016');
});
