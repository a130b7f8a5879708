import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DimensionScore, InterviewRequest } from '#core/ports/answer-scorer.ts';
import { combineDimension, joinAcross } from '#core/scoring/combine/combine-dimensions.ts';
import { expressionScore, scoreExpression } from '#core/scoring/expression/score-expression.ts';
import { inflations, noises, type Perturbation, persons, rewordings } from '#test/evaluate/perturbations.ts';
import { goldenLines } from '#test/evaluate/rated-lines.ts';

type Told = Pick<ReturnType<typeof goldenLines>[number], 'id' | 'lang' | 'answer'> & {
  readonly question: { readonly text: string; readonly type: string };
};

const told = goldenLines().filter(
  ({ attack, question }) => attack === null && ['behavioural', 'situational'].includes(question.type),
);

const interviewOf = (
  lines: readonly Told[],
  change: (text: string) => string = (text) => text,
): InterviewRequest => ({
  lang: lines[0]?.lang ?? 'zh',
  answers: lines.map((line) => ({
    question: {
      text: line.question.text,
      type: line.question.type === 'situational' ? 'situational' : 'behavioural',
      asks: [],
      keys: [],
    },
    turns: [{ turnId: line.id, text: change(line.answer) }],
  })),
});

/** Every five golden answers in a row as one interview. */
const interviews = (['zh', 'en'] as const).flatMap((lang) => {
  const lines = told.filter((line) => line.lang === lang);
  return Array.from({ length: Math.floor(lines.length / 5) }, (_, i) => lines.slice(i * 5, i * 5 + 5));
});

const scoreOf = (lines: readonly Told[], change?: (text: string) => string): DimensionScore => {
  const found = scoreExpression(interviewOf(lines, change), 'test');
  if (found === null) throw new Error('nothing judged');
  return found;
};

const movesBy = ({ apply }: Perturbation): number[] =>
  interviews.map((lines) => {
    const lang = lines[0]?.lang ?? 'zh';
    const changed = scoreExpression(
      interviewOf(lines, (text) => apply(text, lang, 7)),
      'test',
    );
    return (changed?.score ?? 1) - (scoreOf(lines).score ?? 0);
  });

test('words from several answers carry the judgement, each at its place in the answer it comes from', () => {
  for (const lines of interviews) {
    const { evidence } = scoreOf(lines);
    expect(new Set(evidence.map(({ turnId }) => turnId)).size).toBeGreaterThan(2);
    for (const { turnId, start, end, quote } of evidence)
      expect(lines.find(({ id }) => id === turnId)?.answer.slice(start, end)).toBe(quote);
  }
});

test.each(inflations)('$name does not lift how answers are put', (change) => {
  expect(Math.max(...movesBy(change))).toBeLessThanOrEqual(change.name === 'polished wording' ? 0.25 : 0.1);
});

const sameMeaning = [...rewordings, ...noises, ...persons].filter(
  ({ name }) => name !== 'order of sentences',
);

test.each(sameMeaning)('$name leaves how answers are put nearly where it was', (change) => {
  const moves = movesBy(change).map(Math.abs);
  expect(Math.max(...moves)).toBeLessThanOrEqual(0.75);
  expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBeLessThanOrEqual(0.25);
});

test('the order of the answers and how long each is change nothing', () => {
  for (const lines of interviews)
    expect(scoreOf([...lines].reverse()).score).toBeCloseTo(scoreOf(lines).score ?? 0, 6);
});

test('an account told backwards or without its outcome is put less well', () => {
  const parts = [
    '去年旺季有位顾客投诉送货晚了三天。',
    '我先联系仓库核对记录，再打电话道歉，安排第二天上午补送，并跟着司机到门口。',
    '最后问题解决了，客户很满意，投诉从每月15起降到3起。',
  ];
  const line = (answer: string): Told => ({
    id: 'x',
    lang: 'zh',
    answer,
    question: { text: '请讲一次您处理投诉的经历。', type: 'behavioural' },
  });
  const whole = scoreOf([line(parts.join('')), line(parts.join(''))]).score ?? 0;
  const without = parts.slice(0, 2).join('');
  const mixed = [parts[1], parts[2], parts[0]].join('');
  expect(scoreOf([line(without), line(without)]).score ?? 0).toBeLessThan(whole);
  const order = (text: string) => scoreOf([line(text), line(text)]).analysers.form_order ?? 0;
  expect(order(mixed)).toBeLessThan(order(parts.join('')));
});

test('one answer shows no habit, and unclear speech, code and knowledge are left out', () => {
  const [first] = interviews[0] ?? [];
  if (first === undefined) throw new Error('no golden answers');
  expect(scoreExpression(interviewOf([first]), 'test')).toBeNull();
  const unclear = interviewOf([first, first]);
  const request = {
    ...unclear,
    answers: unclear.answers.map((one) => ({
      ...one,
      turns: one.turns.map((turn) => ({ ...turn, asrConfidence: 0.5 })),
    })),
  };
  expect(scoreExpression(request, 'test')).toBeNull();
  expect(scoreExpression({ lang: 'zh', answers: [] }, 'test')).toBeNull();
});

test('a better side never lowers the score, and a better judgement across never lowers the dimension', () => {
  const side = fc.double({ min: 0, max: 1, noNaN: true });
  const sides = fc.record({ parts: side, opening: side, order: side, economy: side, picture: side });
  fc.assert(
    fc.property(
      sides,
      side,
      fc.constantFrom('parts', 'opening', 'order', 'economy', 'picture'),
      (one, more, name) => {
        const better = { ...one, [name]: Math.max(one[name as keyof typeof one], more) };
        expect(expressionScore(better)).toBeGreaterThanOrEqual(expressionScore(one));
      },
    ),
  );
  const result = {
    score: 3,
    state: 'scored',
    confidence: 0.8,
    scorer: { kind: 'embedded' },
  } as DimensionScore;
  const single = combineDimension({ code: 'COM', weight: 20, results: [result, result] });
  let last = 0;
  for (let score = 1; score <= 5; score += 0.1) {
    const joined = joinAcross(single, { score, sem: 1 });
    expect(joined.score ?? 0).toBeGreaterThan(last);
    expect(Math.abs((joined.score ?? 0) - 3)).toBeLessThan(0.3);
    expect(joined.sem).toBeLessThan(single.sem);
    last = joined.score ?? 0;
  }
});

test('without an answer of its own the dimension rests on all answers, and says that this is little', () => {
  const empty = combineDimension({ code: 'COM', weight: 20, results: [] });
  expect(joinAcross(empty, { score: 4, sem: 1 })).toMatchObject({
    state: 'low_confidence',
    score: 4,
    sem: 1,
  });
});
