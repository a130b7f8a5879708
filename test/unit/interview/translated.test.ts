import { expect, test } from 'vitest';
import { isTranslated } from '#core/interview/translated.ts';

const both = { id: 'q1', text: { zh: '请讲一次排队的经历。', en: 'Tell me about a queue.' } };
const one = { id: 'q2', text: { zh: '讲讲会员日。', en: '讲讲会员日。' } };

test('an interview is translated only when every planned question has words of its own in both languages', () => {
  expect(isTranslated([both, one], [{ questionId: 'q1' }])).toBe(true);
  expect(isTranslated([both, one], [{ questionId: 'q1' }, { questionId: 'q2' }])).toBe(false);
  expect(isTranslated([both], [{ questionId: 'gone' }])).toBe(false);
});
