import { expect, test } from 'vitest';
import { checkPack } from '#core/template/check-pack.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import { aPack, aQuestion, flowerLibrary } from './a-pack.ts';

function findings(change: Partial<IndustryPack>) {
  return checkPack(aPack(change), flowerLibrary).map(
    ({ severity, path, code }) => `${severity} ${code} ${path}`,
  );
}

const valid = aPack();
const [job] = valid.jobs;
const [fact] = valid.mustHave;
const [field] = valid.fields;

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the builder lost a part');
  return value;
}

test('a good pack has no findings', () => {
  expect(findings({})).toEqual([]);
});

test('weights must add up to 100', () => {
  const rubric = valid.rubric.map((item, i) => (i === 0 ? { ...item, weight: 60 } : item));
  expect(findings({ rubric })).toEqual(['error weights-not-100 /rubric']);
});

test('a rubric dimension must exist and be asked for', () => {
  const rubric = valid.rubric.map((item, i) => (i === 2 ? { ...item, dimension: 'LUCK' } : item));
  expect(findings({ rubric })).toEqual(
    expect.arrayContaining([
      'error unknown-dimension /rubric/2/dimension',
      'error dimension-not-asked /rubric/2/dimension',
      'warning dimension-outside-rubric /questions/2/dimensions/0',
    ]),
  );
});

test('a dimension stands only once in the rubric', () => {
  const rubric = valid.rubric.map((item, i) => (i === 2 ? { ...item, dimension: 'TEAM' } : item));
  expect(findings({ rubric })).toContain('error repeated /rubric/2/dimension');
});

test('ids are unique in questions, jobs, facts, fields and options', () => {
  const options = [
    { id: 'early', label: { zh: '早班', en: 'early' } },
    { id: 'early', label: { zh: '晚班', en: 'late' } },
  ];
  expect(
    findings({
      questions: [...valid.questions, aQuestion()],
      jobs: [required(job), required(job)],
      mustHave: [required(fact), required(fact)],
      fields: [
        { ...required(field), kind: 'choice', options },
        { ...required(field), id: 'store-count' },
      ],
    }),
  ).toEqual([
    'error repeated /jobs/1/id',
    'error repeated /questions/8/id',
    'error repeated /mustHave/1/id',
    'error repeated /fields/1/id',
    'error repeated /fields/0/options/1/id',
  ]);
});

test('a job may take questions of the bank by code and id', () => {
  const questions = ['wilted-bouquet', 'valentine-rush', 'QUAL/spot-a-fault'];
  expect(findings({ jobs: [{ ...required(job), questions }] })).toEqual([]);
});

test('a job may not name a question that is nowhere', () => {
  const questions = ['wilted-bouquet', 'valentine-rush', 'cold-room-check', 'QUAL/nowhere'];
  expect(findings({ jobs: [{ ...required(job), questions }] })).toEqual([
    'error unknown-question /jobs/0/questions/3',
  ]);
});

test('a job that leaves a dimension out is warned, below 70 % of the weight it is an error', () => {
  const leaving = (questions: string[]) => findings({ jobs: [{ ...required(job), questions }] });
  expect(leaving(['wilted-bouquet', 'valentine-rush', 'late-delivery'])).toEqual([
    'warning job-leaves-dimension-out /jobs/0/questions',
  ]);
  expect(leaving(['wilted-bouquet', 'late-delivery', 'wrong-card'])).toEqual([
    'error job-leaves-dimension-out /jobs/0/questions',
  ]);
});

test('a knowledge question needs the points of a right answer', () => {
  const questions = valid.questions.map((question, i) =>
    i === 7
      ? aQuestion({ id: 'regular-customer', type: 'knowledge', keys: question.keys.slice(0, 2) })
      : question,
  );
  expect(findings({ questions })).toEqual(['error too-few-keys /questions/7/keys']);
});

test('parallel forms ask for the same dimensions', () => {
  const questions = [
    aQuestion({ form: 'complaint' }),
    ...valid.questions.slice(1, 7),
    aQuestion({ id: 'regular-customer', dimensions: ['TEAM'], form: 'complaint' }),
  ];
  expect(findings({ questions })).toEqual(['error form-differs /questions/7/form']);
});

test('years or schooling as a hard rule are doubted', () => {
  expect(findings({ mustHave: [{ ...required(fact), kind: 'education' }] })).toEqual([
    'warning weak-hard-rule /mustHave/0/strength',
  ]);
});

test('a choice needs options and only a choice has them', () => {
  const options = [
    { id: 'a', label: { zh: '早班', en: 'early' } },
    { id: 'b', label: { zh: '晚班', en: 'late' } },
  ];
  expect(findings({ fields: [{ ...required(field), kind: 'choice' }] })).toEqual([
    'error options-missing /fields/0/options',
  ]);
  expect(findings({ fields: [{ ...required(field), options }] })).toEqual([
    'error options-unused /fields/0/options',
  ]);
});

test('a flow has an interview and keeps the order of stages', () => {
  expect(findings({ flow: ['screening', 'offer'] })).toEqual(['error flow-without-interview /flow']);
  expect(findings({ flow: ['interview', 'screening', 'offer'] })).toEqual(['error flow-order /flow']);
});

test('a report keeps its suggestion, limits and decision, and marks only dimensions of the rubric', () => {
  expect(
    findings({
      reportLayout: { sections: ['dimensions', 'answers', 'decision'], emphasis: ['LUCK'], chart: 'bar' },
    }),
  ).toEqual([
    'error section-missing /reportLayout/sections',
    'error section-missing /reportLayout/sections',
    'error emphasis-outside-rubric /reportLayout/emphasis/0',
  ]);
});

test('a text that is missing in one language is found', () => {
  expect(
    findings({ summary: { zh: 'Usual posts of every flower shop in town', en: 'Usual posts' } }),
  ).toEqual(['error not-chinese /summary/zh']);
  expect(findings({ name: { zh: '鲜花店', en: '鲜花店' } })).toEqual(['error not-english /name/en']);
  expect(findings({ name: { zh: ' 鲜花店', en: '  ' } })).toEqual([
    'error text-padded /name/zh',
    'error text-blank /name/en',
  ]);
});

test('discriminatory wording anywhere in a pack is an error that names the law, a doubtful one a warning', () => {
  const tasks = [
    { zh: '限女性，接待顾客', en: 'Serve customers' },
    { zh: '抗压能力强', en: 'Wrap bouquets' },
    { zh: '每天换水', en: 'Change water' },
  ];
  const found = checkPack(aPack({ jobs: [{ ...required(job), tasks }] }), flowerLibrary);
  expect(found.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual([
    'error wording-sex /jobs/0/tasks/0/zh',
    'warning wording-overtime /jobs/0/tasks/1/zh',
  ]);
  expect(found[0]?.message.zh).toContain('就业促进法');
});
