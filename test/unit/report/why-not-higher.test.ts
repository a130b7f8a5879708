import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { scoredDimension } from '#core/interview/scoring-input.ts';
import type { AnswerScorer, DimensionScore } from '#core/ports/answer-scorer.ts';
import { inWords } from '#core/scoring/reasons/reason-words.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { createScorer } from '#plugins/host/scorer.ts';
import { readTemplateLibrary } from '#plugins/host/template-files.ts';
import { loadEmbedder } from '#plugins/host/word-vectors.ts';
import { root } from '../../support/project-files.ts';

/** What an answer adds when it is told what was missing: several ways of saying it for each thing a report can name. */
const supplies: readonly { readonly named: RegExp; readonly sentences: readonly string[] }[] = [
  {
    named: /本人做了哪几步/,
    sentences: [
      '我先联系了现场的同事，核对了记录，排查出原因，然后制定了方案，分工处理，并逐项检查了结果。',
      '我当天就赶到现场核实情况，向当事人道歉，重新安排了人手，盯着处理完，再逐个回访。',
    ],
  },
  {
    named: /时间、数量/,
    sentences: [
      '那是去年5月12日，涉及3位客户和2个班组，前后花了4天，一共处理了26单，用的是一张登记表。',
      '前后两周，共18台设备，5个人参与，每天早上8点和主管对一次清单。',
    ],
  },
  {
    named: /阻力/,
    sentences: [
      '当时同事反对，时间也很紧，我比较了两个方案，因为先止损影响最小，所以选了第一个，之后又抽查了三次确认有效。',
      '难点是供应商不配合、预算也只有一半，我权衡以后先保交付，因为停一天损失更大，试行三天后再复核数据才定下来。',
    ],
  },
  {
    named: /结果如何/,
    sentences: [
      '最后问题解决了，客户很满意，还专门写了表扬信。',
      '结果按时完成，没有再出错，主管当众表扬了我们。',
    ],
  },
  {
    named: /前后对比/,
    sentences: [
      '最后差错从每月12次降到2次，满意度从80%提高到96%。',
      '处理时间从3小时缩短到40分钟，投诉由15起减少到3起。',
    ],
  },
  {
    named: /固定下来/,
    sentences: [
      '后来我把做法写进了操作手册，公司推广到其他6个门店，半年里一直沿用，没有再出现。',
      '这套办法定成了班组的标准流程，另外4个组也照着做，到现在一年了都有效。',
    ],
  },
];

interface GoldenAnswer {
  readonly id: string;
  readonly lang: string;
  readonly dimension: string;
  readonly question: { readonly text: string; readonly type: string; readonly keys?: string[] };
  readonly answer: string;
  readonly attack: string | null;
}

let scorer: AnswerScorer;
let dimensions: readonly Dimension[];
let answers: readonly GoldenAnswer[];
beforeAll(async () => {
  scorer = createScorer(loadEmbedder);
  dimensions = (await readTemplateLibrary()).dimensions;
  const text = await readFile(join(root, 'test/fixtures/golden-dev/answers.jsonl'), 'utf8');
  answers = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldenAnswer)
    .filter(
      ({ lang, attack, question }) =>
        lang === 'zh' && attack === null && ['behavioural', 'situational'].includes(question.type),
    );
});

function judge(answer: GoldenAnswer, text: string): Promise<DimensionScore> {
  const dimension = dimensions.find(({ code }) => code === answer.dimension);
  if (!dimension) throw new Error(`no dimension ${answer.dimension}`);
  return scorer.score({
    lang: 'zh',
    question: {
      text: answer.question.text,
      type: answer.question.type === 'situational' ? 'situational' : 'behavioural',
      asks: [],
      keys: answer.question.keys ?? [],
    },
    dimension: scoredDimension(dimension, 'zh'),
    turns: [{ turnId: 't', text }],
  });
}

const wordsOf = ({ why }: DimensionScore): string => (why.reason === null ? '' : inWords(why.reason, 'zh'));

/** Exactly what the sentence names, no more. */
const suppliedFor = (score: DimensionScore, choice: number): string =>
  supplies
    .filter(({ named }) => named.test(wordsOf(score)))
    .map(({ sentences }) => sentences[choice % sentences.length])
    .join('');

/** Adds what each report names, at most twice, until the level rises. */
async function improved(answer: GoldenAnswer, before: DimensionScore, choice: number) {
  let text = answer.answer;
  let score = before;
  for (const round of [choice, choice + 1]) {
    if ((score.level ?? 0) > (before.level ?? 0)) break;
    text += suppliedFor(score, round);
    score = await judge(answer, text);
  }
  return score;
}

/** Whether the report says that telling what it names would lift the answer. */
const isPromise = ({ why }: DimensionScore): boolean =>
  why.reason?.code === 'not_reached_add' || why.reason?.code === 'close';

test('whoever supplies what the report names as missing reaches a higher level', async () => {
  let named = 0;
  for (const answer of answers) {
    for (const choice of [0, 1]) {
      const before = await judge(answer, answer.answer);
      if (!isPromise(before) || (before.level ?? 0) < 3) continue;
      expect(suppliedFor(before, choice), answer.id).not.toBe('');
      named += 1;

      const after = await improved(answer, before, choice);

      expect(after.level, `${answer.id}: ${wordsOf(before)}`).toBeGreaterThan(before.level ?? 0);
    }
  }

  expect(named).toBeGreaterThan(100);
});

test('where a sentence or two would seldom be enough, no list is asked for: claims and passivity are not mended so', async () => {
  let promised = 0;
  let warned = 0;
  let raised = 0;
  for (const answer of answers) {
    const before = await judge(answer, answer.answer);
    if (before.level !== 2) continue;
    if (isPromise(before)) {
      promised += 1;
      expect((await improved(answer, before, 0)).level, answer.id).toBeGreaterThan(2);
    } else {
      warned += 1;
      const more = `${answer.answer}${supplies[0]?.sentences[0]}${supplies[1]?.sentences[0]}`;
      if (((await judge(answer, more)).level ?? 0) > 2) raised += 1;
    }
  }

  expect(promised + warned).toBeGreaterThan(25);
  expect(raised / warned).toBeLessThan(0.5);
});

test('what was seen is never called unseen', async () => {
  for (const answer of answers) {
    const { analysers, why, ...score } = await judge(answer, answer.answer);
    const words = wordsOf({ ...score, analysers, why });
    if (/未见可量化/.test(words)) expect(analysers.change, answer.id).toBe(0);
    if (/未见固化/.test(words)) expect(analysers.reach, answer.id).toBe(0);
    if (/推责、放弃或违反/.test(words))
      expect(
        (analysers.counter ?? 0) + (analysers.contraIndicators ?? 0) + (analysers.dishonest ?? 0),
        answer.id,
      ).toBeGreaterThan(0);
  }
});
