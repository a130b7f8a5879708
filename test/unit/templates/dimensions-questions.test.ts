import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkQuestionBank } from '#core/template/check-question-bank.ts';
import { loadQuestionBank } from '#core/template/load-template.ts';
import type { QuestionBank } from '#core/template/schemas/question.ts';

const folder = new URL('../../../templates/questions/', import.meta.url);
const dimensions = readdirSync(new URL('../../../templates/dimensions/', import.meta.url));
const codes = dimensions.map((name) => name.replace('.json', '')).sort();

function bankOf(code: string): QuestionBank {
  const loaded = loadQuestionBank(readFileSync(new URL(`${code}.json`, folder), 'utf8'));
  if (!loaded.ok) throw new Error(`${code}: ${JSON.stringify(loaded.findings)}`);
  return loaded.value;
}

test('every dimension has its bank and no bank lacks its dimension', () => {
  expect(readdirSync(folder).sort()).toEqual([...dimensions].sort());
});

test.each(codes)('the bank of %s has no finding at all', (code) => {
  const bank = bankOf(code);
  expect(bank.dimension).toBe(code);
  expect(bank.$schema).toBe('../schema/question-bank.json');
  expect(checkQuestionBank(bank)).toEqual([]);
});

test.each(codes)('every question of %s has a parallel form for the other experience bands', (code) => {
  const { questions } = bankOf(code);
  for (const form of new Set(questions.map((question) => question.form))) {
    const parallel = questions.filter((question) => question.form === form);
    expect(parallel.map((question) => question.difficulty).sort(), form).toEqual(['advanced', 'basic']);
    expect(parallel.flatMap((question) => question.bands).sort(), form).toEqual([
      '1-3',
      '3-5',
      '5+',
      'graduate',
    ]);
  }
});

test.each(codes)('every question of %s has one to three follow-ups of different kinds', (code) => {
  for (const { id, probes } of bankOf(code).questions) {
    expect(probes.length, id).toBeGreaterThanOrEqual(1);
    expect(probes.length, id).toBeLessThanOrEqual(3);
    expect(new Set(probes.map((probe) => probe.missing)).size, id).toBe(probes.length);
  }
});

test('professional knowledge is asked by knowledge and code questions, some with dangerous statements', () => {
  const { questions } = bankOf('TECH');
  const count = (type: string) => questions.filter((question) => question.type === type).length;
  expect(count('knowledge')).toBeGreaterThanOrEqual(8);
  expect(count('code')).toBeGreaterThanOrEqual(4);
  expect(questions.filter((question) => question.dangerous !== undefined).length).toBeGreaterThanOrEqual(6);
});

test('no two banks share the words of a question', () => {
  const texts = codes.flatMap((code) =>
    bankOf(code).questions.flatMap((question) => [question.text.zh, question.text.en]),
  );
  expect(new Set(texts).size).toBe(texts.length);
});
