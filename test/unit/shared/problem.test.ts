import { expect, test } from 'vitest';
import { problemOf } from '#adapters/http/problem.ts';
import { applicationStatuses } from '#core/application/application.ts';
import { AppError } from '#core/errors/app-error.ts';
import { stateWords } from '#core/errors/state-words.ts';
import { interviewStates } from '#core/interview/interview.ts';

const refused = (state: string) => new AppError('STATE_CONFLICT', { details: { state } });

test.each([...applicationStatuses, ...interviewStates])(
  'the state %s that stands in the way is named in the reader’s language',
  (state) => {
    const zh = problemOf(refused(state), 'zh-CN', 'req_1');
    const en = problemOf(refused(state), 'en-US', 'req_1');

    expect(zh.remedy).toBe(`请刷新查看当前状态：${stateWords[state]?.zh}`);
    expect(zh.remedy).not.toMatch(/[a-z]/);
    expect(en.remedy).toBe(`Reload to see the current state: ${stateWords[state]?.en}`);
  },
);

test('a state without words is left out instead of shown as a code', () => {
  expect(problemOf(refused('marketplace'), 'zh-CN', 'req_1').remedy).toBe('请刷新查看当前状态');
});

test('a problem told in both languages is read in one', () => {
  const error = new AppError('BAD_REQUEST', {
    details: { field: 'body', problem: { zh: '不是有效的 JSON', en: 'is not valid JSON' } },
  });

  expect(problemOf(error, 'zh-CN', 'req_1').remedy).toBe('请检查「body」：不是有效的 JSON');
  expect(problemOf(error, 'en-US', 'req_1').remedy).toBe('Check “body”: is not valid JSON');
});
