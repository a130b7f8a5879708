import { expect, test } from 'vitest';
import { screenResume } from '#core/resume/screening.ts';
import type { ScreeningRule } from '#core/resume/screening-rule.ts';
import { parseLines } from './made-documents.ts';

const base = { id: 'r1', strength: 'hard', reason: '岗位需要' } as const;
const resume = parseLines(
  '罗桂芳',
  '现居城市：石家庄',
  '',
  '工作经历',
  '2019.07-2024.06  石家庄邻里优鲜商贸有限公司  门店销售',
  '维护会员，用 Excel 做周报。',
  '2012.07-2016.03  石家庄万福门超市  理货员',
  '',
  '教育经历',
  '2009.09-2012.06  石家庄职业技术学院  连锁经营管理  大专',
  '',
  '技能',
  'Excel、Photoshop',
  '',
  '证书',
  '健康证（有效期到2027年5月）、A2驾驶证',
);
const screen = (rule: Record<string, unknown>, now = '2026-11') =>
  screenResume([{ ...base, ...rule } as ScreeningRule], resume, now).findings[0];

test('a degree at or above the rule matches with its quote, a lower one does not', () => {
  expect(screen({ kind: 'education', atLeast: '大专' })).toMatchObject({ result: 'match' });
  expect(screen({ kind: 'education', atLeast: '本科' })).toMatchObject({
    result: 'mismatch',
    quote: '2009.09-2012.06  石家庄职业技术学院  连锁经营管理  大专',
  });
});

test('a degree that is not stated is unclear', () => {
  const silent = parseLines('王明', '', '教育经历', '2009.09-2012.06  石家庄职业技术学院');
  const rule: ScreeningRule = { ...base, kind: 'education', atLeast: '本科' };
  expect(screenResume([rule], silent, '2026-11').findings[0]?.result).toBe('unclear');
});

test('years count only the work that the rule names, by near synonyms too', () => {
  expect(screen({ kind: 'experience', atLeastYears: 5, in: ['销售'] })?.result).toBe('match');
  expect(screen({ kind: 'experience', atLeastYears: 6, in: ['销售'] })?.result).toBe('mismatch');
  expect(screen({ kind: 'experience', atLeastYears: 8, in: [] })?.result).toBe('match');
});

test('work of a kind that the résumé never mentions is unclear, not missing', () => {
  expect(screen({ kind: 'experience', atLeastYears: 1, in: ['焊工'] })).toMatchObject({
    result: 'unclear',
    quote: null,
  });
});

test('a certificate is found under its other names and by a licence that includes it', () => {
  expect(screen({ kind: 'certificate', anyOf: ['从业人员健康证'] })?.result).toBe('match');
  expect(screen({ kind: 'certificate', anyOf: ['C1驾驶证'] })).toMatchObject({ result: 'match' });
  expect(screen({ kind: 'certificate', anyOf: ['A1驾驶证'] })?.result).toBe('unclear');
});

test('a certificate that has run out is unclear', () => {
  expect(screen({ kind: 'certificate', anyOf: ['健康证'] }, '2027-06')?.result).toBe('unclear');
});

test('a skill counts fully with a sentence of experience and half in a list', () => {
  expect(screen({ kind: 'skill', allOf: ['Excel'] })).toMatchObject({ result: 'match', coverage: 1 });
  expect(screen({ kind: 'skill', allOf: ['Photoshop'] })).toMatchObject({ result: 'unclear', coverage: 0.5 });
  expect(screen({ kind: 'skill', allOf: ['Excel', 'SAP'] })).toMatchObject({
    result: 'unclear',
    missing: ['SAP'],
  });
});

test('the city matches by home or wish; another home is a mismatch, none is unclear', () => {
  expect(screen({ kind: 'city', anyOf: ['石家庄市'] })?.result).toBe('match');
  expect(screen({ kind: 'city', anyOf: ['北京'] })).toMatchObject({
    result: 'mismatch',
    quote: '现居城市：石家庄',
  });
  const wishing = parseLines('王明', '现居城市：石家庄', '期望城市：北京');
  const rule: ScreeningRule = { ...base, kind: 'city', anyOf: ['北京'] };
  expect(screenResume([rule], wishing, '2026-11').findings[0]?.result).toBe('match');
  expect(screenResume([rule], parseLines('王明'), '2026-11').findings[0]?.result).toBe('unclear');
});

test('only hard rules decide the whole, and a mismatch outweighs what is unclear', () => {
  const soft: ScreeningRule = { ...base, id: 'soft', strength: 'soft', kind: 'education', atLeast: '博士' };
  const open: ScreeningRule = { ...base, id: 'open', kind: 'certificate', anyOf: ['CPA'] };
  const failed: ScreeningRule = { ...base, id: 'failed', kind: 'education', atLeast: '本科' };
  expect(screenResume([soft], resume, '2026-11').result).toBe('match');
  expect(screenResume([soft, open], resume, '2026-11').result).toBe('unclear');
  expect(screenResume([soft, open, failed], resume, '2026-11').result).toBe('mismatch');
});
