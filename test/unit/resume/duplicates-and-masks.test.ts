import { expect, test } from 'vitest';
import { type ComparedCandidate, compareCandidates, findDuplicates } from '#core/resume/duplicates.ts';
import { redactResume } from '#core/resume/redact.ts';

const work = (company: string, from: string, to: string) => [{ company, title: null, from, to, text: '' }];
const person = (change: Partial<ComparedCandidate>): ComparedCandidate => ({
  id: 'a',
  phoneKey: null,
  mailKey: null,
  name: '王秀兰',
  education: [],
  work: work('合肥味佳香快餐店', '2019-07', 'present'),
  ...change,
});

test('the same phone or mail is the same person, whatever the name', () => {
  const one = person({ phoneKey: 'k1' });
  expect(compareCandidates(one, person({ id: 'b', phoneKey: 'k1', name: '王小兰', work: [] }))).toMatchObject(
    {
      certainty: 'exact',
      because: ['phone'],
    },
  );
});

test('the same name with a shared company is likely, and overlapping dates strengthen it', () => {
  const other = person({ id: 'b', work: work('合肥味佳香快餐店有限公司', '2020-01', '2021-01') });
  expect(compareCandidates(person({}), other)).toEqual({
    id: 'b',
    certainty: 'likely',
    because: ['name', 'company', 'dates'],
  });
});

test('the same name alone, or the same company alone, proposes nothing', () => {
  expect(compareCandidates(person({}), person({ id: 'b', work: [] }))).toBeNull();
  expect(compareCandidates(person({}), person({ id: 'b', name: '李四' }))).toBeNull();
});

test('exact proposals come before likely ones, and nobody duplicates himself', () => {
  const one = person({ mailKey: 'm' });
  const found = findDuplicates(one, [
    one,
    person({ id: 'b' }),
    person({ id: 'c', mailKey: 'm', name: null, work: [] }),
  ]);
  expect(found.map((proposal) => proposal.id)).toEqual(['c', 'b']);
});

const profile = {
  name: '王秀兰',
  phone: '13800001234',
  email: 'wxl@example.com',
  education: [{ school: '肥西南岗中学', degree: null, major: null, from: null, to: null }],
};

test('name, contact and protected facts are masked and every other character stays in place', () => {
  const text = [
    '姓名：王 秀 兰  性别：女  民族：汉族',
    '出生年月：1985年9月  籍贯：安徽肥西  婚姻状况：已婚',
    '政治面貌：中共党员  身高：165cm  电话 138 0000 1234 wxl@example.com',
    '2019-07至今 合肥味佳香快餐店 领班，女装导购三年',
    '2001-2004 肥西南岗中学',
  ].join('\n');
  const { text: masked, masks } = redactResume(text, profile);
  expect(masked).toHaveLength(text.length);
  for (const word of ['秀', '：女 ', '汉族', '1985', '肥西  ', '已婚', '党员', '165', '0000', 'wxl']) {
    expect(masked).not.toContain(word);
  }
  expect(masked).toContain('2019-07至今 合肥味佳香快餐店 领班，女装导购三年');
  expect(masked).toContain('肥西南岗中学');
  expect(new Set(masks.map((mask) => mask.kind))).toEqual(
    new Set(['name', 'sex', 'ethnicity', 'birth', 'origin', 'marriage', 'politics', 'body', 'phone', 'mail']),
  );
});

test('schools are masked on request', () => {
  expect(redactResume('2001-2004 肥西南岗中学', profile, { schools: true }).text).toBe('2001-2004 ██████');
});
