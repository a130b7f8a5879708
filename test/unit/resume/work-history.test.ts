import { expect, test } from 'vitest';
import { parseLines } from './made-documents.ts';

const workOf = (...lines: string[]): (string | null)[][] =>
  parseLines('工作经历', ...lines).profile.work.map((item) => [item.company, item.title, item.from, item.to]);

const job = ['合肥味佳香快餐店', '领班', '2019-07', 'present'];

test.each([
  ['period, company, post', ['2019.07-至今  合肥味佳香快餐店  领班']],
  ['company, post, period', ['合肥味佳香快餐店  领班  2019.07-至今']],
  ['post before company', ['领班  合肥味佳香快餐店  2019.07-至今']],
  ['post above company and period', ['领班', '合肥味佳香快餐店  2019.07-至今']],
  ['company above period above post', ['合肥味佳香快餐店', '2019.07-至今', '领班']],
  ['company and post over the period', ['合肥味佳香快餐店 | 领班', '2019.07 – 至今 | 合肥']],
  ['one space between', ['2019.07-至今 合肥味佳香快餐店 领班']],
  ['nothing between company and post', ['2019.07-至今 合肥味佳香快餐店领班']],
  ['post in brackets', ['合肥味佳香快餐店（领班）', '2019年7月-至今']],
  ['labels', ['时间：2019年7月至今', '单位：合肥味佳香快餐店', '职务：领班']],
  ['labels with the company first', ['单位：合肥味佳香快餐店', '职务：领班', '起止时间：2019.07-至今']],
  ['a post after a dash', ['合肥味佳香快餐店 — 领班', '2019.7 ~ 至今']],
  ['a post before an at sign', ['领班 @ 合肥味佳香快餐店', '2019年7月 – 至今']],
  ['a spoken sentence', ['1、2019年7月至今，在合肥味佳香快餐店做领班，管午市。']],
  [
    'what job boards print around it',
    ['2019/7-至今  合肥味佳香快餐店（5年7个月）', '民营公司 | 50-150人 | 餐饮/酒店', '领班 | 前厅部'],
  ],
])('an entry is read: %s', (_, lines) => {
  expect(workOf(...lines)).toEqual([job]);
});

test('two posts under one company are two entries with its name', () => {
  const work = workOf(
    '石家庄邻里优鲜商贸有限公司',
    '2019.07-至今  店长',
    '管理社区店。',
    '2016.04-2019.06  值班经理',
    '排班。',
  );
  expect(work).toEqual([
    ['石家庄邻里优鲜商贸有限公司', '店长', '2019-07', 'present'],
    ['石家庄邻里优鲜商贸有限公司', '值班经理', '2016-04', '2019-06'],
  ]);
});

test('a line for the whole time in a company is no post of its own', () => {
  const work = workOf(
    '2016.04-至今  石家庄邻里优鲜商贸有限公司',
    '2019.07-至今  店长',
    '2016.04-2019.06  值班经理',
  );
  expect(work.map((item) => item[1])).toEqual(['店长', '值班经理']);
});

test('projects, campus posts and a summary of the latest job are no work', () => {
  const { profile } = parseLines(
    '最近工作（5年7个月）',
    '职位：仓储主管',
    '公司：佛山顺驰里物流有限公司',
    '',
    '工作经验',
    '2021/4-至今  佛山顺驰里物流有限公司  仓储主管',
    '',
    '项目经验',
    '2022.03-2023.01  门店盘点系统  项目负责人',
    '',
    '校园经历',
    '2013.09-2014.06  校学生会宣传部  部长',
  );
  expect(profile.work).toHaveLength(1);
  expect(profile.projects.map((item) => [item.name, item.role])).toEqual([['门店盘点系统', '项目负责人']]);
});

test('internships under a heading of their own are work', () => {
  const { profile } = parseLines('实习经历', '2020.07-2020.09  恩施农商银行  大堂助理', '引导客户。');
  expect(profile.work.map((item) => item.company)).toEqual(['恩施农商银行']);
});

test('duties are kept as written and years in them start no entry', () => {
  const { profile } = parseLines(
    '工作经历',
    '2021.04-至今  武汉拾光里科技有限公司  后端技术负责人',
    '- 带 4 人小组。',
    '- 2023 年起兼管两台服务器，恢复演练由 6 小时缩到 50 分钟。',
  );
  expect(profile.work).toHaveLength(1);
  expect(profile.work[0]?.text).toBe(
    '带 4 人小组。\n2023 年起兼管两台服务器，恢复演练由 6 小时缩到 50 分钟。',
  );
});

test('an unheard-of heading is understood by its words', () => {
  expect(
    parseLines('刘强', '', '干过的活', '21.04-现在  郑州驰原冷链配送有限公司  司机').profile.work,
  ).toHaveLength(1);
});

test('English entries are read in both orders', () => {
  const { profile } = parseLines(
    'WORK EXPERIENCE',
    'Store Supervisor, Brightway Stores Ltd (June 2019 - Present)',
    '- Trained 14 starters.',
    'Hollins & Sons Ltd | Sales Assistant | 09/2015 - 05/2019',
  );
  expect(profile.work.map((item) => [item.company, item.title])).toEqual([
    ['Brightway Stores Ltd', 'Store Supervisor'],
    ['Hollins & Sons Ltd', 'Sales Assistant'],
  ]);
  expect(profile.language).toBe('en');
});
