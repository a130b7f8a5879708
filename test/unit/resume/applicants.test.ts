import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type ResumeScores, scoreResumes } from '../../evaluate/resumes.ts';
import { parseLines } from './made-documents.ts';

const scores = new Map<string, ResumeScores>();

beforeAll(async () => {
  for (const folder of ['resumes-applicants', 'resumes-applicants-2', 'resumes-applicants-3'])
    scores.set(
      folder,
      await scoreResumes(fileURLToPath(new URL(`../../fixtures/${folder}`, import.meta.url))),
    );
}, 60_000);

test('every file of an applicant is read', () => {
  expect([...scores.values()].map((batch) => batch.files)).toEqual([24, 10, 8]);
  for (const { misses } of scores.values())
    expect(misses.filter((miss) => /RESUME_|Error/.test(miss))).toEqual([]);
});

test.each([
  ['name', 1],
  ['phone', 1],
  ['email', 1],
  ['city', 0.92],
  ['education', 0.88],
  ['work', 0.94],
  ['hidden', 1],
])('%s reaches F1 %f on the files of applicants', (field, least) => {
  for (const { f1, misses } of scores.values())
    expect(f1[field], misses.join('\n')).toBeGreaterThanOrEqual(least);
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

test('a name beside the period with the post right below is the employer, branch or brand', () => {
  expect(
    jobs(
      '韵达快递迎泽二部\t2018/09 – 2021/04',
      '派件员',
      '• 日均派件180票',
      '云溪外卖\t2016/03 – 2018/08',
      '骑手 → 站长',
    ),
  ).toEqual([
    ['韵达快递迎泽二部', '派件员', '2018-09', '2021-04'],
    ['云溪外卖', '站长', '2016-03', '2018-08'],
  ]);
});

test('a machine that lifts is no promotion', () => {
  expect(jobs('2018.07-2021.09  云溪建筑有限公司  塔吊升降机司机')[0]?.[1]).toBe('塔吊升降机司机');
});

test('a remark alone in brackets is neither employer nor post', () => {
  expect(jobs('2007.12-2012.12  武警某部  班长  （二级士官退伍）')).toEqual([
    ['武警某部', '班长', '2007-12', '2012-12'],
  ]);
});

test('above bare periods every entry has as many lines as the first', () => {
  expect(
    jobs(
      'Sales Manager',
      'Brightsea Houseware Co., Ltd. · Full-time',
      'Jan 2020 - Present · 6 yrs 10 mos',
      'Grew the market to USD 2.1M.',
      'Buyer',
      'Longtide and Sons · Full-time',
      'Aug 2016 - Dec 2019 · 3 yrs 5 mos',
    ),
  ).toEqual([
    ['Brightsea Houseware Co., Ltd.', 'Sales Manager', '2020-01', 'present'],
    ['Longtide and Sons', 'Buyer', '2016-08', '2019-12'],
  ]);
});

test('an independent college is the school, a faculty is not', () => {
  const schools = [
    '贵州医科大学神奇民族医药学院',
    '重庆师范大学涉外商贸学院',
    '新疆医科大学护理学院',
    '武汉大学第二临床学院',
  ];
  expect(
    schools.map(
      (school) => parseLines('教育经历', `2015.09-2019.06  ${school}  本科`).profile.education[0]?.school,
    ),
  ).toEqual(['贵州医科大学神奇民族医药学院', '重庆师范大学涉外商贸学院', '新疆医科大学', '武汉大学']);
});

test.each(['2019.03-2020.04，后来', '至\t', '民國105年', '2020年11月\t至\t', '韵达快递部 '])(
  'hundreds of endless lines of %j end soon',
  (seed) => {
    const line = seed.repeat(Math.ceil(1_200 / seed.length));
    const started = performance.now();
    parseLines('工作经历', ...Array.from({ length: 100 }, () => line), '教育经历', line);
    expect(performance.now() - started).toBeLessThan(5_000);
  },
  20_000,
);

test('above a bare period with a post below, the first short line is the employer', () => {
  expect(
    jobs(
      '橙意互动科技',
      '2022.03-2024.09',
      'UI设计师  设计部',
      '1.负责官网界面',
      '聚宝盆商行',
      '2020.07-2022.02',
      '美工  运营部',
    ),
  ).toEqual([
    ['橙意互动科技', 'UI设计师', '2022-03', '2024-09'],
    ['聚宝盆商行', '美工', '2020-07', '2022-02'],
  ]);
});

test('a period in brackets with a remark is a head, and a post may be labelled below a branch', () => {
  expect(jobs('吉林省图书馆少儿部（2021年9月至2023年6月，兼职）', '职位：故事会讲解员')).toEqual([
    ['吉林省图书馆少儿部', '故事会讲解员', '2021-09', '2023-06'],
  ]);
});

test('the degree of a form belongs to the latest school when that names none', () => {
  const { education } = parseLines(
    '姓名：石凤英',
    '学历：大专',
    '教育经历',
    '2004.09-2007.06  赣县高级中学',
    '2007.09-2010.06  江西环境工程职业学院  园林技术',
  ).profile;
  expect(education.map((item) => item.degree)).toEqual(['高中', '大专']);
});
