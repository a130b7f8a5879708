import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';
import { inPlainWords } from '#core/scoring/analysers/plain-wording.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { cleanAnswer } from '#core/scoring/text/clean-answer.ts';
import { originalRange } from '#core/scoring/text/mapped-text.ts';
import { builtInDimensions, scoredDimension } from '#test/evaluate/rated-answers.ts';

const embedder = createStaticEmbedder(
  readFileSync(new URL('../../../templates/vectors/words.bin', import.meta.url)),
);
const scorer = createEmbeddedScorer({ loadEmbedder: async () => embedder });
const dimensions = builtInDimensions();

const judge = (
  code: string,
  type: 'behavioural' | 'situational' | 'knowledge',
  question: string,
  text: string,
) => {
  const dimension = dimensions.get(code);
  if (dimension === undefined) throw new RangeError(code);
  return scorer.score({
    lang: 'zh',
    question: { text: question, type, asks: [], keys: [] },
    dimension: scoredDimension(dimension, 'zh'),
    turns: [{ turnId: 't', text }],
  });
};

const balcony =
  '我家阳台去年漏水，我先把花盆都搬走，查了三天发现是地漏旁边裂了，就买了防水胶刷了两遍，又把坡度垫高了一公分。今年雨季一滴没漏，楼下邻居也照着弄了，省了八百多块钱。';

test.each([
  ['PROB', 'behavioural', '请讲一次生产上突然出问题，您找到原因并解决的经历。'],
  ['ADAPT', 'situational', '开会前半小时主讲人来不了，您会怎么做？'],
  ['TECH', 'knowledge', '请说说变频器报过流故障时，您会按什么顺序排查？'],
] as const)(
  'a well told story about home is no answer to a question about work (%s)',
  async (code, type, question) => {
    const { score } = await judge(code, type, question, balcony);
    expect(score ?? 1).toBeLessThanOrEqual(2);
  },
);

test('a story of a trade whose words are those of leisure is judged by what was done', async () => {
  const { score } = await judge(
    'SERV',
    'behavioural',
    '请讲一次客人不满意的经历。',
    '我在宠物店给狗洗澡，有位顾客说我把她家泰迪的毛剪短了，很生气。我先跟她道歉，问她平时留多长，给她看了剪之前拍的照片，然后答应两周以后免费修一次，又送了一瓶护毛的。两周后她来了，修完她很满意，后来一直办卡在我们店洗，还介绍了三个邻居。',
  );
  expect(score).toBeGreaterThan(2.5);
});

test('speech without marks is divided before the words that open something new, and every place still points to what was said', () => {
  const said =
    '那天下午设备报警停机产线上的人都围过来看我先让大家退到黄线外面后来我打电话给机修把情况说清楚最后四十分钟恢复了生产没有人受伤';
  const { mapped } = cleanAnswer([said], '');
  expect(mapped.text).toContain('，后来');
  expect(mapped.text).toContain('，最后');
  const at = mapped.text.indexOf('打电话');
  const place = originalRange(mapped, at, at + 3);
  expect(said.slice(place?.start, place?.end)).toBe('打电话');
});

test('office speech and everyday words are read as one', () => {
  expect(inPlainWords('我第一时间致电客户')).toBe(inPlainWords('我赶紧打电话顾客'));
  expect(inPlainWords('i utilised the list')).toBe('i used the list');
  expect(inPlainWords('the askedword')).toBe('the askedword');
});
