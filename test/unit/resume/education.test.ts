import { expect, test } from 'vitest';
import { degreeOf, schoolOf } from '#core/resume/school-names.ts';
import { parseLines } from './made-documents.ts';

const educationOf = (...lines: string[]) => parseLines('教育经历', ...lines).profile.education;

test.each([
  ['2011.09-2015.06  华中师范大学  计算机科学与技术  本科'],
  ['华中师范大学  计算机科学与技术  本科  2011.09-2015.06'],
  ['2011.09-2015.06 | 华中师范大学 | 本科 | 计算机科学与技术'],
  ['华中师范大学 计算机学院 计算机科学与技术 学士 2011年9月-2015年6月'],
  ['华中师范大学 · 计算机科学与技术 · 本科（2011.9—2015.6）'],
])('one line is read: %s', (line) => {
  expect(educationOf(line)).toEqual([
    { school: '华中师范大学', degree: '本科', major: '计算机科学与技术', from: '2011-09', to: '2015-06' },
  ]);
});

test('school, degree and dates may stand on lines of their own', () => {
  const found = educationOf(
    '湖南师范大学',
    '汉语言文学，本科',
    '2022.09 – 2026.06',
    '湘潭云湖中学',
    '高中',
    '2019.09 – 2022.06',
  );
  expect(found.map((item) => [item.school, item.degree, item.major, item.from])).toEqual([
    ['湖南师范大学', '本科', '汉语言文学', '2022-09'],
    ['湘潭云湖中学', '高中', null, '2019-09'],
  ]);
});

test('the way of studying goes to a field of its own', () => {
  expect(educationOf('2012.03-2014.12  江西财经大学  会计学  本科（自考）')[0]).toMatchObject({
    degree: '本科',
    mode: '自考',
    major: '会计学',
  });
  expect(educationOf('2019.09-2022.06  中国海洋大学  工商管理  硕士（在职）')[0]?.mode).toBe('在职');
});

test('facts of a form far from any heading are read', () => {
  const { profile } = parseLines(
    '姓名：赵铁柱',
    '学历：高中    毕业院校：周口市商水县第二高级中学    毕业时间：1997年7月',
  );
  expect(profile.education).toEqual([
    { school: '周口市商水县第二高级中学', degree: '高中', major: null, from: null, to: '1997-07' },
  ]);
});

test('a leaving year in a sentence is the end, and the start stays unknown', () => {
  expect(
    parseLines('刘强', '', '上学：2004年6月毕业于中牟白桥初级中学，初中学历。').profile.education,
  ).toEqual([{ school: '中牟白桥初级中学', degree: '初中', major: null, from: null, to: '2004-06' }]);
});

test('no degree is guessed from a university alone', () => {
  expect(educationOf('2011.09-2015.06  华中师范大学  计算机科学与技术')[0]?.degree).toBeNull();
});

test.each([
  ['工学学士', '本科'],
  ['硕士研究生', '硕士'],
  ['大学专科', '大专'],
  ['高职', '大专'],
  ['专升本', '本科'],
  ['职高', '中专'],
  ['Bachelor of Science', '本科'],
  ['MSc', '硕士'],
  ['PhD', '博士'],
  ['群众', null],
])('%s is the degree %s', (text, degree) => {
  expect(degreeOf(text)).toBe(degree);
});

test.each([
  ['武汉大学计算机学院', '武汉大学'],
  ['浙江大学城市学院', '浙江大学城市学院'],
  ['中国人民大学附属中学', '中国人民大学附属中学'],
  ['扬州市江都区第三中学', '扬州市江都区第三中学'],
  ['泉州幼儿师范高等专科学校', '泉州幼儿师范高等专科学校'],
  ['University of California, Berkeley', 'University of California, Berkeley'],
  ['本科', null],
])('the school of %s is %s', (text, school) => {
  expect(schoolOf(text)).toBe(school);
});
