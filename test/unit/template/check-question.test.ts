import { expect, test } from 'vitest';
import { checkQuestion } from '#core/template/check-question.ts';
import { checkQuestionBank } from '#core/template/check-question-bank.ts';
import type { Question, QuestionBank } from '#core/template/schemas/question.ts';
import { aQuestion } from './a-pack.ts';

const codes = (change: Partial<Question>) =>
  checkQuestion(aQuestion(change), '/questions/0').map(({ code, path }) => `${code} ${path}`);

function aBank(change: (questions: Question[]) => Question[] = (questions) => questions): QuestionBank {
  const questions = Array.from({ length: 10 }, (_, i) =>
    aQuestion({
      id: `question-${i}`,
      type: i < 6 ? 'behavioural' : 'situational',
      bands: i % 2 === 0 ? ['graduate', '1-3'] : ['3-5', '5+'],
      form: `form-${Math.floor(i / 2)}`,
      text: { zh: `请讲第 ${i + 1} 次接待的经历。`, en: `Tell us about visit number ${i + 1}.` },
    }),
  );
  return { dimension: 'SERV', version: 1, questions: change(questions) };
}

const bankCodes = (bank: QuestionBank) => checkQuestionBank(bank).map(({ code, path }) => `${code} ${path}`);

test('a plain question has no finding', () => {
  expect(codes({})).toEqual([]);
});

test('a text too long to be heard and three questions in one breath are warnings', () => {
  const zh = `${'请您仔细回想过去工作中的一件事，'.repeat(5)}什么事？谁？结果？`;
  expect(codes({ text: { zh, en: 'What, who, how?' } })).toEqual([
    'question-long /questions/0/text/zh',
    'many-questions /questions/0/text/zh',
  ]);
});

test('a behavioural question that asks what one would do is a warning', () => {
  expect(codes({ type: 'behavioural' })).toEqual(['behavioural-hypothetical /questions/0/text/zh']);
});

test('a question without sub-asks and with one key is hard to rate', () => {
  expect(codes({ asks: [], keys: [{ text: { zh: '道歉', en: 'apologise' } }] })).toEqual([
    'no-asks /questions/0/asks',
    'few-keys /questions/0/keys',
  ]);
});

test('a knowledge question needs a reference and synonyms for points and dangers', () => {
  const point = { text: { zh: '断电', en: 'switch off' } };
  const known = { ...point, synonyms: { zh: ['拉闸'], en: ['isolate'] } };
  expect(codes({ type: 'knowledge', keys: [known, known, known, point], dangerous: [point] })).toEqual([
    'no-reference /questions/0/reference',
    'no-synonyms /questions/0/keys/3/synonyms',
    'no-synonyms /questions/0/dangerous/0/synonyms',
  ]);
});

test('a follow-up that praises is not neutral', () => {
  const probes = [{ missing: 'A' as const, text: { zh: '很好，还做了什么？', en: 'What else?' } }];
  expect(codes({ probes })).toEqual(['probe-not-neutral /questions/0/probes/0/text']);
});

test('a full bank has no finding', () => {
  expect(bankCodes(aBank())).toEqual([]);
});

test('a bank that lacks situational questions for experienced people says so', () => {
  expect(bankCodes(aBank((questions) => questions.filter((_, i) => i !== 7 && i !== 9)))).toEqual([
    'few-questions /questions',
    'band-not-covered /questions',
  ]);
});

test('parallel forms of different type, or for the same band, are an error', () => {
  const changed = aBank((questions) =>
    questions.map((question, i) => (i === 1 ? { ...question, bands: ['1-3'] } : question)),
  );
  expect(bankCodes(changed)).toEqual(['form-not-parallel /questions/1/form']);
  const mixed = aBank((questions) =>
    questions.map((question, i) => (i === 9 ? { ...question, form: 'form-0', bands: ['3-5'] } : question)),
  );
  expect(bankCodes(mixed)).toEqual(['form-not-parallel /questions/9/form']);
});

test('a question of another dimension, a repeated id and a repeated text are errors', () => {
  const bank = aBank((questions) =>
    questions.map((question, i) =>
      i === 2
        ? { ...question, id: 'question-0', dimensions: ['TEAM'] }
        : i === 4
          ? { ...question, text: aBank().questions[0]?.text ?? question.text }
          : question,
    ),
  );
  expect(bankCodes(bank)).toEqual([
    'repeated /questions/2/id',
    'repeated /questions/4/text/zh',
    'other-dimension /questions/2/dimensions/0',
    'form-not-parallel /questions/3/form',
  ]);
});
