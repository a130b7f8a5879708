import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';

const embedder = createStaticEmbedder(
  readFileSync(new URL('../../../templates/vectors/words.bin', import.meta.url)),
);
const common = 5;

test.each([
  ['您怎么处理客户投诉和退货？', '顾客抱怨商品有问题，我先道歉，再换货，顾客就不投诉了，顾客后来又来了。'],
  ['用Redis做缓存，时间复杂度O(n log n)', '我们用redis缓存，排序是 o(n log n)，qwxz 没用过'],
  ['How did you handle the complaint?', 'I called the customer, apologised and replaced the parts.'],
  ['设备安全检查', ''],
])('the closest words of "%s" are those of the full alignment, for words that say something', (a, b) => {
  const wanted = embedder.prepare(a);
  const text = embedder.prepare(b);
  const [{ closeness }] = embedder.align(wanted, text);
  const expected = closeness.map((close, i) => ((wanted.information[i] ?? 0) > common ? close : 0));
  expect([...embedder.closest(wanted, text, common)]).toEqual([...expected]);
});

test('a text is cut the same after many others were cut', () => {
  const text = '我们把仓库的退货流程重新理了一遍，当天就把积压的订单处理完了';
  const before = embedder.prepare(text).tokens;
  for (let i = 0; i < 3000; i++) embedder.prepare(`第${i}天${String.fromCharCode(0x4e00 + i)}仓库的退货流程`);
  const again = embedder.prepare(`${text} `).tokens;
  expect(again).toEqual(before);
});
