import { expect, test } from 'vitest';
import { draftOf, emptyDraft, newKey, readDate, readDraft } from '#plugins/web/candidates/profile-draft.ts';

test.each([
  ['2021-07', '2021-07'],
  ['2021.7', '2021-07'],
  ['2021/07', '2021-07'],
  ['2021年7月', '2021-07'],
  ['2021年', '2021'],
  [' 2021 ', '2021'],
  ['至今', 'present'],
  ['Present', 'present'],
  ['', null],
  ['2021-13', undefined],
  ['2021-', undefined],
  ['21.7', undefined],
  ['很久以前', undefined],
])('the date %j is read as %j', (typed, read) => {
  expect(readDate(typed)).toBe(read);
});

const candidate = {
  id: 'cnd_1',
  name: '林晓彤',
  phone: '13800001111',
  email: null,
  city: '杭州',
  profile: {
    name: '林晓彤',
    phone: null,
    email: null,
    birthYear: 1998,
    city: '杭州',
    years: 4.3,
    education: [
      { school: '杭州旅游职业学校', degree: '中专' as const, major: null, from: '2016-09', to: '2019-06' },
    ],
    work: [{ company: '某餐厅', title: '服务员', from: '2019-07', to: 'present', text: '点单\n传菜' }],
    projects: [],
    skills: [{ name: '收银', evidence: '负责收银两年' }, { name: '点单' }],
    certificates: ['健康证'],
    language: 'zh' as const,
    warnings: [],
  },
  edits: [],
  revision: 1,
  minor: null,
  createdAt: '2026-03-02T01:00:00.000Z',
};

test('a form that nobody touched sends back exactly what was stored, without the year of birth', () => {
  const { profile, faults } = readDraft(draftOf(candidate, false, '至今'));
  const { birthYear: _, language: _l, warnings: _w, ...stored } = candidate.profile;

  expect(faults).toEqual({});
  expect(profile).toEqual({ ...stored, phone: '13800001111' });
});

test('the year of birth is asked for only where the rule on minors needs it', () => {
  expect(draftOf(candidate, false, '至今').birthYear).toBeNull();
  expect(readDraft(draftOf(candidate, true, '至今')).profile.birthYear).toBe(1998);
});

test('every text that makes no sense is named by its path', () => {
  const draft = {
    ...emptyDraft(),
    phone: 'abc',
    email: 'nobody',
    years: '-1',
    work: [{ key: newKey(), company: ' ', title: '', from: '去年', to: '至今', text: '' }],
    certificates: [{ key: newKey(), name: '' }],
  };

  expect(readDraft(draft).faults).toEqual({
    phone: 'phone',
    email: 'email',
    years: 'number',
    'work.0.company': 'needed',
    'work.0.from': 'date',
    'certificates.0.name': 'needed',
  });
});
