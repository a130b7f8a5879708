import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { nameInFileName } from '#core/resume/person-names.ts';
import { type ResumeScores, scoreResumes } from '../../evaluate/resumes.ts';
import { parseLines } from './made-documents.ts';

let scores: ResumeScores;

beforeAll(async () => {
  scores = await scoreResumes(fileURLToPath(new URL('../../fixtures/resumes-other', import.meta.url)));
}, 60_000);

test('every file in another layout is read', () => {
  expect(scores.files).toBe(43);
  expect(scores.misses.filter((miss) => /RESUME_|Error/.test(miss))).toEqual([]);
});

test.each([
  ['name', 1],
  ['phone', 1],
  ['email', 1],
  ['city', 0.97],
  ['education', 0.98],
  ['major', 0.95],
  ['work', 0.98],
  ['skills', 0.93],
  ['certificates', 0.93],
  ['hidden', 1],
])('%s reaches F1 %f on the files in other layouts', (field, least) => {
  expect(scores.f1[field], scores.misses.join('\n')).toBeGreaterThanOrEqual(least);
});

const firstJob = (...lines: string[]) => {
  const { company, title, from, to } = parseLines('工作经历', ...lines).profile.work[0] ?? {};
  return [company, title, from, to];
};

test.each([
  ['19.3-21.6', '2019-03', '2021-06'],
  ['19.3-今', '2019-03', 'present'],
  ['二〇一九年三月——二〇二一年十一月', '2019-03', '2021-11'],
  ['2019.03一至今', '2019-03', 'present'],
  ['2019年3月 - 在职', '2019-03', 'present'],
  ['June 2019 to date', '2019-06', 'present'],
])('a period written as %s is understood', (period, from, to) => {
  expect(firstJob(`${period}  杭州云溪茶业有限公司  会计`)).toEqual([
    '杭州云溪茶业有限公司',
    '会计',
    from,
    to,
  ]);
});

test('a span of figures with a unit is no period', () => {
  const { work } = parseLines(
    '工作经历',
    '2020.05-至今  杭州云溪茶业有限公司  会计',
    '月薪 12.5-18.5 千元',
  ).profile;
  expect(work).toHaveLength(1);
});

test('the end of a period may stand below its start in a column of dates', () => {
  expect(firstJob('云溪茶业有限公司 / 店长\t2022年5月', '带8人\t至今')).toEqual([
    '云溪茶业有限公司',
    '店长',
    '2022-05',
    'present',
  ]);
});

test('a gap told in a sentence is no job', () => {
  const { work } = parseLines(
    '工作经历',
    '2016.03-2020.01  云溪茶业有限公司  店长',
    '因疫情停业，2020.02-2022.04回乡照顾父母',
  ).profile;
  expect(work.map((item) => item.company)).toEqual(['云溪茶业有限公司']);
});

test('the whole time at a company is no post of its own, and what stands under it is kept', () => {
  const { work } = parseLines(
    '工作经历',
    '云溪茶业有限公司（2013年7月 – 至今）',
    '茶饮连锁，员工800人',
    '店长  2021年1月 – 至今',
    '店员  2013年7月 – 2020年12月',
  ).profile;
  expect(work.map(({ title, from }) => [title, from])).toEqual([
    ['店长', '2021-01'],
    ['店员', '2013-07'],
  ]);
  expect(work[0]?.text).toContain('员工800人');
});

test('several jobs told in one line are several jobs; a post that is only told stays unknown', () => {
  const { work } = parseLines(
    '在丰润轧钢厂干过炉前工，2015.3-2019.8；后来在顺达运输队开货车，2019.9到现在',
  ).profile;
  expect(work.map(({ company, title, from, to }) => [company, title, from, to])).toEqual([
    ['丰润轧钢厂', '炉前工', '2015-03', '2019-08'],
    ['顺达运输队', null, '2019-09', 'present'],
  ]);
});

test('a way of studying in brackets is no part of the school', () => {
  const { education } = parseLines('教育经历', '2011.04-2014.06  厦门大学（自考）  会计学  本科').profile;
  expect(education).toMatchObject([{ school: '厦门大学', degree: '本科', mode: '自考' }]);
});

test('an English degree with dots is a degree, not an item of a list', () => {
  const { education } = parseLines(
    'EDUCATION',
    'Tongji University\tSep 2010 – Jul 2014',
    'B.Eng. in Mechanical Engineering',
  ).profile;
  expect(education).toMatchObject([{ degree: '本科', major: 'Mechanical Engineering', to: '2014-07' }]);
});

test('traditional characters are understood and kept as written', () => {
  const { profile } = parseLines(
    '姓名：鍾麗君',
    '現居：深圳市福田區',
    '學歷',
    '2008年9月 - 2011年6月  廣州大學  旅遊管理  大專',
    '工作經歷',
    '2018年5月 - 現在  灣畔酒店管理有限公司  客房部經理',
  );
  expect(profile).toMatchObject({ name: '鍾麗君', city: '深圳' });
  expect(profile.education[0]).toMatchObject({ school: '廣州大學', degree: '大专' });
  expect(profile.work[0]).toMatchObject({ title: '客房部經理', to: 'present' });
});

test('a name of no text is taken from the file, words that are no name are not', () => {
  expect(nameInFileName('欧阳振华-财务经理-简历.pdf')).toBe('欧阳振华');
  expect(nameInFileName('【会计_杭州】李四 5年.docx')).toBe('李四');
  for (const name of ['简历.pdf', '销售经理-江苏.docx', 'resume_2026.pdf', '应届生简历.pdf', '07-pdf.pdf'])
    expect(nameInFileName(name)).toBeNull();
});

test('a project inside a job is no job, whatever period it has', () => {
  const { work } = parseLines(
    '工作经历',
    '2019.04-至今  云溪数科有限公司  测试工程师',
    '项目：支付中台（2021.02-2021.12）',
    '2015.07-2019.03  科创园软件有限公司  测试员',
  ).profile;
  expect(work.map(({ company }) => company)).toEqual(['云溪数科有限公司', '科创园软件有限公司']);
});

test('schooling and work told in one list are taken apart', () => {
  const { profile } = parseLines(
    '学习和工作简历',
    '1998.09-2002.07  山西财经大学会计学专业学习，获管理学学士学位',
    '2002.08-2008.03  晋能机电有限公司财务部会计',
    '2008.04-2010.01  汾河中学  数学教师',
  );
  expect(profile.education).toMatchObject([{ school: '山西财经大学', degree: '本科', major: '会计学' }]);
  expect(profile.work.map(({ company }) => company)).toEqual(['晋能机电有限公司', '汾河中学']);
});

test('a name without a company’s ending above a bare period is the employer where the first entry has it so', () => {
  const { work } = parseLines(
    '工作经历',
    '云溪茶业有限公司',
    '2019.04-至今',
    '店长',
    '大槐树下',
    '2015.07-2019.03',
    '服务员',
  ).profile;
  expect(work.map(({ company, title }) => [company, title])).toEqual([
    ['云溪茶业有限公司', '店长'],
    ['大槐树下', '服务员'],
  ]);
});
