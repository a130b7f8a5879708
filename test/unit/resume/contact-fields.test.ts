import { expect, test } from 'vitest';
import { parseLines } from './made-documents.ts';

test.each([
  ['138 0000 1234', '13800001234'],
  ['138-0000-1234', '13800001234'],
  ['138.0000.1234', '13800001234'],
  ['+86 13800001234', '13800001234'],
  ['(+86)13800001234', '13800001234'],
  ['１３８００００１２３４', '13800001234'],
  ['+44 7700 900123', '+447700900123'],
])('the phone number %s is read', (written, phone) => {
  expect(parseLines('王明', `电话：${written}`).profile.phone).toBe(phone);
});

test('a masked number is unknown', () => {
  expect(parseLines('贺子涵', '手机号：139****2750').profile.phone).toBeNull();
});

test('referees, relatives and a mail made of a number are not the phone', () => {
  expect(
    parseLines('郝建国', '证明人：陈经理 13900008801', '紧急联系人：郝建民  13900002119').profile.phone,
  ).toBeNull();
  expect(parseLines('郝建国', '邮箱：13900002907@example.com').profile.phone).toBeNull();
});

test.each([
  ['姓名：王秀兰    性别：女', '王秀兰'],
  ['姓　名：王　秀　兰', '王秀兰'],
  ['我叫刘强，男，家在郑州', '刘强'],
  ['欧阳若溪', '欧阳若溪'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
  ['古丽娜尔•艾山江', '古丽娜尔·艾山江'],
  ['高文龙 · 个人简历', '高文龙'],
  ['王诗涵的简历', '王诗涵'],
  ['张伟民_Java开发_6年', '张伟民'],
  ['GRACE WU', 'Grace Wu'],
])('the name is found in "%s"', (line, name) => {
  expect(parseLines(line, '', '工作经历', '2019.07-至今  某某有限公司  会计').profile.name).toBe(name);
});

test('a headline is not taken for a name', () => {
  expect(parseLines('个人简历', '求职意向：会计', '电话：13800001234').profile.name).toBeNull();
});

test.each([
  ['现居住地：安徽省合肥市包河区', '合肥'],
  ['现居佛山-南海区', '佛山'],
  ['地址：江苏省昆山市玉山镇', '昆山'],
  ['所在地：乌鲁木齐', '乌鲁木齐'],
  ['坐标 上海·徐汇', '上海'],
  ['家住吉林省长春市朝阳区', '长春'],
])('the city of "%s" is %s', (line, city) => {
  expect(parseLines('王明', line).profile.city).toBe(city);
});

test('home province, household register and wishes are not where someone lives', () => {
  const { profile } = parseLines(
    '唐一帆',
    '籍贯：陕西渭南',
    '户口：湖南衡阳',
    '期望城市：西安',
    '希望在成都工作',
  );
  expect(profile.city).toBeNull();
});

test('the year of birth is read, an age is not turned into one', () => {
  expect(parseLines('王明', '出生年月：1985年9月').profile.birthYear).toBe(1985);
  expect(parseLines('男 | 1993年4月 | 现居武汉').profile.birthYear).toBe(1993);
  expect(parseLines('王明', '年龄：32岁').profile.birthYear).toBeNull();
});
