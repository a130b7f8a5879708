import { expect, test } from 'vitest';
import { NumberTable, SeenNumbers } from '#core/embedding/number-tables.ts';
import { growTrie } from '#core/embedding/unit-trie.ts';

test('a number is new once until all are forgotten', () => {
  const seen = new SeenNumbers();
  const numbers = Array.from({ length: 500 }, (_, i) => (i % 2 === 0 ? i + 1 : -i * 65_536 - 7));
  for (let round = 0; round < 2; round++) {
    seen.clear(numbers.length);
    expect(numbers.every((number) => seen.isNew(number))).toBe(true);
    expect(numbers.some((number) => seen.isNew(number))).toBe(false);
  }
});

test('a table gives the number of each of its keys and nothing for others', () => {
  const entries = Array.from({ length: 300 }, (_, i) => [(i + 1) * 65_537 * (i % 2 ? 1 : -1), i] as const);
  const table = new NumberTable(entries);
  expect(entries.map(([key]) => table.get(key, -1))).toEqual(entries.map(([, value]) => value));
  expect(table.get(12, -1)).toBe(-1);
});

const spellings = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${String.fromCharCode(0x4e00 + (i % 900))}${i.toString(7)}`);

test.each([300, 6000])('a trie of %i words holds these words and no others', (count) => {
  const words = spellings(count);
  const growing = growTrie();
  const enter = (word: string) => {
    let node = 0;
    for (let i = 0; i < word.length; i++) node = growing.enter(node, word.charCodeAt(i));
    return node;
  };
  const nodes = words.map(enter);
  const trie = growing.done();
  const walk = (word: string) => {
    let node = trie.first(word.charCodeAt(0));
    for (let i = 1; i < word.length && node !== 0; i++) node = trie.next(node, word.charCodeAt(i));
    return node;
  };
  expect(words.map(walk)).toEqual(nodes);
  expect(words.every((word) => trie.mayFollow(word.charCodeAt(0), word.charCodeAt(1)))).toBe(true);
  for (const word of ['x', '一x', '丁09', `${words[0]}9`]) expect(walk(word)).toBe(0);
});
