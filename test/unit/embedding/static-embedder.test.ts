import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';

const bytes = readFileSync(new URL('../../../templates/vectors/words.bin', import.meta.url));
const embedder = createStaticEmbedder(bytes);

test('the shipped vectors weigh at most eight million bytes', () => {
  expect(bytes.length).toBeLessThanOrEqual(8_000_000);
});

test('an embedded text is a unit vector of the announced length', async () => {
  const [vector] = await embedder.embed(['我们和客户确认了交货时间']);
  expect(vector?.length).toBe(embedder.dimensions);
  expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 4);
});

test('a text without any known word gives a zero vector', () => {
  expect(embedder.embedSync('！！！ 😀').every((value) => value === 0)).toBe(true);
});

test.each([
  ['客户投诉菜太咸', '顾客抱怨菜品偏咸', '库房里的灯坏了'],
  ['我先安抚客户情绪', '先让顾客冷静下来', '数据库增加了一个索引'],
  [
    'The customer complained about the delay',
    'A client was unhappy that it came late',
    'The oven is made of steel',
  ],
])('%s is closer to its paraphrase than to something else', (text, paraphrase, other) => {
  expect(embedder.similarity(text, paraphrase)).toBeGreaterThan(embedder.similarity(text, other) + 0.1);
});

test('similarity is 1 for equal texts, symmetric and between 0 and 1', () => {
  expect(embedder.similarity('当天就发货', '当天就发货。')).toBe(1);
  const ab = embedder.similarity('当天发货', '仓库盘点');
  expect(ab).toBe(embedder.similarity('仓库盘点', '当天发货'));
  expect(ab).toBeGreaterThanOrEqual(0);
  expect(ab).toBeLessThan(0.5);
});

test('bytes that are no vector file are refused by name', () => {
  expect(() => createStaticEmbedder(new Uint8Array(3))).toThrow('VECTORS_UNREADABLE');
  expect(() => createStaticEmbedder(bytes.subarray(0, bytes.length - 1))).toThrow('VECTORS_UNREADABLE');
});

test('a denied sentence is never nearly the same as the sentence', () => {
  expect(embedder.similarity('我同意这个方案', '我不同意这个方案')).toBeLessThanOrEqual(0.6);
  expect(embedder.similarity('我同意这个方案', '我同意这个新方案')).toBeGreaterThan(0.6);
});

test('words are cut by lowest cost, with stated complexities and Latin words whole', () => {
  const words = embedder.prepare('时间复杂度是O(n log n)，用Redis做缓存').tokens.map((token) => token.word);
  expect(words).toContain('复杂度');
  expect(words).toContain('o(nlogn)');
  expect(words).toContain('redis');
});

test('synonyms are close, unrelated words are not', () => {
  expect(embedder.wordCosine('客户', '顾客') ?? 0).toBeGreaterThan(0.5);
  expect(embedder.wordCosine('客户', '螺丝') ?? 1).toBeLessThan(0.35);
  expect(embedder.wordCosine('supplier', 'vendor') ?? 0).toBeGreaterThan(0.2);
  expect(embedder.wordCosine('客户', '没有这个词条')).toBeNull();
});

test.each([
  ['nothing', ''],
  ['one character', '好'],
  ['emoji', '😀😀🎉'],
  ['half a surrogate pair', '\ud83d 好的 \udc00'],
  ['control characters', '\u0000\u0007订单\u200b'],
  ['another script', 'Добрый день, كيف حالك'],
  ['a hundred thousand characters', '我们先核对订单再联系客户'.repeat(8400)],
])('%s is compared without a fault', (_, text) => {
  for (const other of ['先核对订单', text, '']) {
    const similarity = embedder.similarity(text, other);
    expect(similarity).toBeGreaterThanOrEqual(0);
    expect(similarity).toBeLessThanOrEqual(1);
  }
});
