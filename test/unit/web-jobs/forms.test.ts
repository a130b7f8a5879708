import { expect, test } from 'vitest';
import type { ScreeningRule } from '#core/resume/screening-rule.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import type { Question, QuestionBank } from '#core/template/schemas/question.ts';
import { bankQuestions, matchesBank } from '#plugins/web/jobs/bank-questions.ts';
import { questionFaults, questionFrom, questionWords } from '#plugins/web/jobs/question-form.ts';
import { ruleFaults, ruleForm, ruleFrom, splitWords } from '#plugins/web/jobs/rule-form.ts';
import { stepFrom, stepOfPath } from '#plugins/web/jobs/wizard-steps.ts';

const question = (id: string, over: Partial<Question> = {}): Question => ({
  id,
  type: 'behavioural',
  dimensions: ['SERV'],
  difficulty: 'basic',
  bands: ['graduate'],
  text: { zh: `题目 ${id}`, en: `Question ${id}` },
  asks: [{ zh: '当时的情况', en: 'The situation' }],
  keys: [{ text: { zh: '道歉', en: 'apologise' }, synonyms: { zh: ['赔不是'], en: [] } }],
  probes: [{ missing: 'R', text: { zh: '结果怎样？', en: 'How did it end?' } }],
  ...over,
});

test('editing a question keeps what the form does not show, and translations of what was not touched', () => {
  const before = question('a');
  const words = questionWords(before, 'zh', 'SERV');

  const same = questionFrom(words, before, 'unused', 'zh');
  const changed = questionFrom({ ...words, text: '改过的题目', asks: '当时的情况\n结果' }, before, 'x', 'zh');

  expect(same).toEqual(before);
  expect(changed.text).toEqual({ zh: '改过的题目', en: before.text.en });
  expect(changed.asks).toEqual([before.asks[0], { zh: '结果', en: '结果' }]);
  expect(changed.keys).toEqual(before.keys);
  expect(changed.probes).toEqual(before.probes);
});

test('a new question needs a text, a dimension of the job and an experience', () => {
  const words = questionWords(null, 'zh', 'SERV');

  expect(questionFaults({ ...words, bands: [] }, ['TEAM'])).toEqual(['text', 'primary', 'bands']);
  expect(questionFaults({ ...words, text: '讲一次…' }, ['SERV'])).toEqual([]);
  expect(questionFaults({ ...words, text: '讲', asks: '1\n2\n3\n4\n5\n6' }, ['SERV'])).toEqual(['asks']);
});

test.each<ScreeningRule>([
  { id: 'r', kind: 'education', strength: 'hard', reason: '持证要求', atLeast: '本科' },
  { id: 'r', kind: 'experience', strength: 'soft', reason: '', atLeastYears: 3, in: ['销售', '导购'] },
  { id: 'r', kind: 'skill', strength: 'soft', reason: '', allOf: ['Java', 'SQL'] },
  { id: 'r', kind: 'city', strength: 'soft', reason: '', anyOf: ['上海'] },
])('a rule about $kind goes through its form and back', (rule) => {
  expect(ruleFrom(ruleForm(rule), 'r')).toEqual(rule);
  expect(ruleFaults(ruleForm(rule))).toEqual([]);
});

test('a required rule needs a reason, and a rule about certificates needs words', () => {
  const form = { ...ruleForm(null), kind: 'certificate', strength: 'hard', words: ' 、 ' } as const;

  expect(ruleFaults(form)).toEqual(['words', 'reason']);
  expect(splitWords('健康证，电工证、 健康证;驾照')).toEqual(['健康证', '电工证', '驾照']);
});

test('the bank offers what the job does not hold, with ids that are its own', () => {
  const pack = { questions: [question('a'), question('b')] } as unknown as IndustryPack;
  const bank = {
    dimension: 'SERV',
    questions: [
      question('a', { text: { zh: '另一道题', en: 'Another' } }),
      question('c', { dimensions: ['DATA'] }),
    ],
  } as unknown as QuestionBank;

  const found = bankQuestions(pack, [bank], ['SERV'], [question('b')]);

  expect(found.map(({ id }) => id)).toEqual(['a', 'serv-a']);
  const any = { dimension: '', type: '', difficulty: '', search: '' } as const;
  expect(found.filter((one) => matchesBank(one, { ...any, search: 'anoTHER' })).length).toBe(1);
  expect(found.filter((one) => matchesBank(one, { ...any, difficulty: 'advanced' })).length).toBe(0);
});

test('a finding leads to the step where it is mended, and a strange address to the first step', () => {
  expect(stepOfPath('rubric.2.jobRelatedness')).toBe('rubric');
  expect(stepOfPath('screeningRules.0.reason')).toBe('screening');
  expect(stepFrom('nothing')).toBe('basics');
});
