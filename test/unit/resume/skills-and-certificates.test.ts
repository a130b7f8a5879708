import { expect, test } from 'vitest';
import { parseLines } from './made-documents.ts';

const skillsOf = (...lines: string[]): string[] =>
  parseLines('专业技能', ...lines).profile.skills.map((skill) => skill.name);
const certificatesOf = (...lines: string[]): readonly string[] =>
  parseLines('证书', ...lines).profile.certificates;

test('lists are cut at their separators and levels fall away', () => {
  expect(skillsOf('三坐标测量 / SPC / 8D报告；Excel（熟练）、TCP/IP')).toEqual([
    '三坐标测量',
    'SPC',
    '8D报告',
    'Excel',
    'TCP/IP',
  ]);
  expect(skillsOf('UG：精通 | 108个月', 'AutoCAD：熟练')).toEqual(['UG', 'AutoCAD']);
});

test('sentences give the things that are mastered, not the clauses around them', () => {
  expect(
    skillsOf(
      '熟练掌握 Java、Spring Boot，能独立完成模块拆分；',
      '会用 Docker、Linux 部署，能写 Vue.js 页面。',
    ),
  ).toEqual(['Java', 'Spring Boot', 'Docker', 'Linux', 'Vue.js']);
});

test('a skill carries the sentence of experience that shows it', () => {
  const { profile } = parseLines(
    '工作经历',
    '2020.05-至今  西安启元软件有限公司  测试工程师',
    '用 JMeter 压测 6 个接口。',
    '',
    '技能',
    'JMeter、Postman',
  );
  expect(profile.skills).toEqual([
    { name: 'JMeter', evidence: '用 JMeter 压测 6 个接口。' },
    { name: 'Postman' },
  ]);
});

test('dates and remarks of certificates fall away, awards are none', () => {
  expect(
    certificatesOf('2019/6  叉车司机证', '低压电工作业证（复审至2028.06）', '健康证（有效期到2027年5月）'),
  ).toEqual(['叉车司机证', '低压电工作业证', '健康证']);
  expect(certificatesOf('普通话二级甲等、校一等奖学金')).toEqual(['普通话二级甲等']);
});

test('a section of both is parted', () => {
  const { profile } = parseLines('技能证书', '计算机二级、CET-4；熟练使用用友 T3、Excel');
  expect(profile.certificates).toEqual(['计算机二级', 'CET-4']);
  expect(profile.skills.map((skill) => skill.name)).toEqual(['用友 T3', 'Excel']);
});
