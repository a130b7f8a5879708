import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type ResumeScores, scoreResumes } from '../../evaluate/resumes.ts';
import { parseLines } from './made-documents.ts';

let scores: ResumeScores;

beforeAll(async () => {
  scores = await scoreResumes(fileURLToPath(new URL('../../fixtures/resumes-applicants', import.meta.url)));
}, 60_000);

test('every file of an applicant is read', () => {
  expect(scores.files).toBe(24);
  expect(scores.misses.filter((miss) => /RESUME_|Error/.test(miss))).toEqual([]);
});

test.each([
  ['name', 1],
  ['phone', 1],
  ['email', 1],
  ['city', 0.95],
  ['education', 0.98],
  ['work', 0.98],
  ['hidden', 1],
])('%s reaches F1 %f on the files of applicants', (field, least) => {
  expect(scores.f1[field], scores.misses.join('\n')).toBeGreaterThanOrEqual(least);
});

const jobs = (...lines: string[]) =>
  parseLines('工作经历', ...lines).profile.work.map(({ company, title, from, to }) => [
    company,
    title,
    from,
    to,
  ]);

test.each([
  ['Mar-19 – Present', '2019-03', 'present'],
  ["Mar'19 - Aug'21", '2019-03', '2021-08'],
  ['民國105年9月至109年6月', '2016-09', '2020-06'],
])('a period written as %s is understood', (period, from, to) => {
  expect(jobs(`${period}  杭州云溪茶业有限公司  会计`)).toEqual([['杭州云溪茶业有限公司', '会计', from, to]]);
});

test('a period may stand in three lines with 至 between its dates', () => {
  expect(
    jobs(
      '2020年11月\t云溪茶业有限公司',
      '至\t店长',
      '现在\t管理8人',
      '2017年8月\t云溪茶庄',
      '至\t茶艺师',
      '2020年10月',
    ),
  ).toEqual([
    ['云溪茶业有限公司', '店长', '2020-11', 'present'],
    ['云溪茶庄', '茶艺师', '2017-08', '2020-10'],
  ]);
});

test('several jobs told in one sentence with commas are several jobs', () => {
  expect(
    jobs('我以前2012年3月到2016年5月在云溪小馆做洗碗工，后来2016年6月到2020年1月在机场食堂做切配，会做面点'),
  ).toEqual([
    ['云溪小馆', '洗碗工', '2012-03', '2016-05'],
    ['机场食堂', '切配', '2016-06', '2020-01'],
  ]);
});

test('the department is told from the employer before it and from the post behind it', () => {
  expect(jobs('2018.07-2021.09  云溪茶业有限公司采购部  采购员（杭州办事处）')).toEqual([
    ['云溪茶业有限公司', '采购员', '2018-07', '2021-09'],
  ]);
  expect(jobs('2018.07-2021.09  云溪茶业有限公司  采购部/采购助理')).toEqual([
    ['云溪茶业有限公司', '采购助理', '2018-07', '2021-09'],
  ]);
  expect(jobs('2018.07-2021.09  云溪茶业有限公司第二营业部  营业员')[0]?.[0]).toBe(
    '云溪茶业有限公司第二营业部',
  );
});

test('right below an employer a short word of its own is the post, whatever it is called', () => {
  expect(jobs('2018.07-2021.09  自由职业', '街舞陪练', '每周末带两个班，学员60人')[0]).toEqual([
    '自由职业',
    '街舞陪练',
    '2018-07',
    '2021-09',
  ]);
});

test('brackets behind a school belong to it when they say where, not when they say what or what it was called', () => {
  const schools = ['中国石油大学（华东）', '徐州工程学院（原彭城职业大学）', '天津商业大学（国际贸易）'].map(
    (school) => parseLines('教育经历', `2015.09-2019.06  ${school}  本科`).profile.education[0],
  );
  expect(schools.map((item) => [item?.school, item?.degree])).toEqual([
    ['中国石油大学（华东）', '本科'],
    ['徐州工程学院', '本科'],
    ['天津商业大学', '本科'],
  ]);
  expect(schools[2]?.major).toBe('国际贸易');
});

test('the highest schooling that a job board repeats above is no second school', () => {
  const { education } = parseLines(
    '教育经历',
    '学校：厦门大学',
    '学历：本科',
    '2011.09-2015.06  厦门大学  会计学  本科',
  ).profile;
  expect(education).toHaveLength(1);
});

test('a training is no schooling', () => {
  const { education } = parseLines(
    '教育背景',
    '2010.9-2014.6  天水师范学院  汉语言文学  本科',
    '培训进修：',
    '2019.7-2019.8  北京师范大学  骨干教师研修班',
  ).profile;
  expect(education.map((item) => item.school)).toEqual(['天水师范学院']);
});

test.each([
  ['電話：0912-345-678', '0912345678'],
  ['手提電話 Mobile: 9123 4567', '91234567'],
])('%s is a phone number of the islands', (line, phone) => {
  expect(parseLines('張嘉敏', line).profile).toMatchObject({ name: '張嘉敏', phone });
});

test('a label whose two characters stand far apart is one label', () => {
  expect(parseLines('姓        名：慕容雪梅').profile.name).toBe('慕容雪梅');
});
