import { expect, test } from 'vitest';
import type { DimensionScore, ScoreRequest } from '#core/ports/answer-scorer.ts';
import { rememberScores } from '#core/scoring/remember-scores.ts';

const requestOf = (text: string): ScoreRequest => ({
  lang: 'zh',
  question: { text: '请讲一次经历。', type: 'behavioural', asks: [], keys: [] },
  dimension: { code: 'SERV', name: '服务', definition: '服务顾客', anchors: [], indicators: [] },
  turns: [{ turnId: 't1', text }],
});

/** A scorer that counts how often it is asked; it fails as long as it is told to. */
function countingScorer() {
  const asked: string[] = [];
  const scorer = {
    failing: false,
    asked,
    identity: { kind: 'embedded', version: 'v1' } as const,
    score: async (request: ScoreRequest) => {
      const text = request.turns[0]?.text ?? '';
      asked.push(text);
      if (scorer.failing) throw new Error('not now');
      return { why: { gate: text, level: null, reason: null } } as unknown as DimensionScore;
    },
  };
  return scorer;
}

test('the same request is judged once, another one by itself', async () => {
  const counting = countingScorer();
  const scorer = rememberScores(counting);

  const first = await scorer.score(requestOf('甲'));
  const again = await scorer.score(requestOf('甲'));
  const other = await scorer.score(requestOf('乙'));

  expect(counting.asked).toEqual(['甲', '乙']);
  expect(again).toBe(first);
  expect(other.why.gate).toBe('乙');
});

test('the same words to another question, or with another résumé, are judged anew', async () => {
  const counting = countingScorer();
  const scorer = rememberScores(counting);
  const request = requestOf('甲');
  await scorer.score(request);
  await scorer.score({ ...request, resume: '三年仓库经验' });
  await scorer.score({ ...request, question: { ...request.question, asks: ['结果'] } });

  expect(counting.asked).toHaveLength(3);
});

test('a failure is not remembered', async () => {
  const counting = countingScorer();
  const scorer = rememberScores(counting);
  counting.failing = true;
  await expect(scorer.score(requestOf('甲'))).rejects.toThrow('not now');
  counting.failing = false;

  expect((await scorer.score(requestOf('甲'))).why.gate).toBe('甲');
});

test('only the latest judgements are kept', async () => {
  const counting = countingScorer();
  const scorer = rememberScores(counting);
  await scorer.score(requestOf('甲'));
  for (let i = 0; i < 128; i += 1) await scorer.score(requestOf(`第${i}个`));
  await scorer.score(requestOf('第127个'));
  await scorer.score(requestOf('甲'));

  expect(counting.asked.filter((text) => text === '甲')).toHaveLength(2);
  expect(counting.asked.filter((text) => text === '第127个')).toHaveLength(1);
});
