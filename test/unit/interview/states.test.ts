import { expect, test } from 'vitest';
import { canMoveInterview, interviewStates, isAnswering, isEnterable } from '#core/interview/interview.ts';

test('answers are taken only between start and hand-in', () => {
  expect(interviewStates.filter(isAnswering)).toEqual(['started', 'answering']);
});

test('nothing leads out of a withdrawn interview', () => {
  expect(interviewStates.filter((to) => canMoveInterview('withdrawn', to))).toEqual([]);
});

test('an interview that was handed in cannot be entered again', () => {
  const closed = ['submitted', 'scored', 'awaiting_human', 'released', 'withdrawn', 'expired'] as const;

  expect(closed.filter(isEnterable)).toEqual([]);
  expect(closed.filter((state) => canMoveInterview(state, 'answering'))).toEqual([]);
});

test('who takes the consent to AI scoring back after scoring waits for a person', () => {
  expect(canMoveInterview('scored', 'awaiting_human')).toBe(true);
});
