import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { runCommand, spawnCommand } from '../support/command-line.ts';
import { root } from '../support/project-files.ts';

const answer =
  '去年双十一,一位顾客投诉少发了两件货,情绪很激动。我先道歉并核对了订单和出库单,发现是仓库漏拣。我当天协调同事补发,第二天又回访确认收到。最后顾客给了好评,我们把复核写进了流程,漏发从每周三单降到零。';
const line = {
  id: 'a1',
  lang: 'zh',
  question: { text: '请讲一次您处理客户投诉的经历。', type: 'behavioural' },
  dimension: 'SERV',
  answer,
};
const jsonLines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const scoreOf = (...values: unknown[]) => runCommand(['score'], { input: jsonLines(...values) });

test('every golden answer gets one line in the same order, whose quotes stand in the answer', async () => {
  const input = await readFile(join(root, 'test/fixtures/golden-dev/answers.jsonl'), 'utf8');
  const asked = input
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as { id: string; answer: string });

  const { code, lines } = await runCommand(['score'], { input });

  expect(code).toBe(0);
  expect(lines.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
  for (const [index, result] of lines.entries()) {
    const text = asked[index]?.answer ?? '';
    const evidence = result.evidence as { turnId: string; start: number; end: number; quote: string }[];
    for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
    for (const flag of result.flags as { start?: number; end?: number; quote?: string }[]) {
      if (flag.quote !== undefined) expect(text.slice(flag.start, flag.end)).toBe(flag.quote);
    }
  }
});

test('a scored line has exactly the fields of the contract', async () => {
  const { lines } = await scoreOf(line);

  expect(Object.keys(lines[0] ?? {})).toEqual([
    'id',
    'level',
    'score',
    'score10',
    'band',
    'state',
    'confidence',
    'evidence',
    'missing',
    'flags',
    'why',
    'scorer',
  ]);
  const { score, score10, why, scorer } = lines[0] as {
    score: number;
    score10: number;
    why: string;
    scorer: object;
  };
  expect(score10).toBe(Math.round(((score - 1) / 4) * 20) / 2);
  expect(why).toMatch(/./);
  expect(Object.keys(scorer)).toEqual(['kind', 'version']);
});

test('an empty answer is a state and no zero', async () => {
  const { code, lines } = await scoreOf({ ...line, answer: '' });

  expect(code).toBe(0);
  expect(lines[0]).toMatchObject({ level: null, score: null, score10: null, state: 'insufficient_evidence' });
});

describe('a line that cannot be judged is answered by an error and does not stop the others', () => {
  const bad: readonly (readonly [string, unknown, RegExp])[] = [
    ['no answer', { ...line, answer: undefined }, /answer/],
    ['an answer that is no text', { ...line, answer: 7 }, /answer/],
    ['no id', { ...line, id: undefined }, /id/],
    ['no question', { ...line, question: undefined }, /question/],
    ['a question without text', { ...line, question: { type: 'behavioural' } }, /question\.text/],
    ['a question of unknown type', { ...line, question: { text: '?', type: 'riddle' } }, /behavioural/],
    ['an unknown language', { ...line, lang: 'fr' }, /lang/],
    ['an unknown dimension', { ...line, dimension: 'NOPE' }, /SERV/],
    ['a dimension without definition', { ...line, dimension: { name: '市场认知' } }, /dimension\.definition/],
    [
      'four anchors',
      { ...line, dimension: { name: '甲', definition: '乙', anchors: ['1', '2', '3', '4'] } },
      /anchors/,
    ],
    [
      'a pattern that could take forever',
      {
        ...line,
        dimension: { name: '甲', definition: '乙', indicators: [{ text: '丙', patterns: ['(a+)+b'] }] },
      },
      /indicators\[0\]\.patterns/,
    ],
    ['a list instead of a line', [], /line/],
  ];

  test.each(bad)('%s', async (_what, value, told) => {
    const { code, lines } = await scoreOf(value, line);

    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.error).toMatch(told);
    expect(lines[0]?.line).toBe(1);
    expect(lines[1]).toMatchObject({ id: 'a1', state: 'scored' });
  });
});

test('lines that are not JSON, not UTF-8 or endless are told by their number, and blank lines are passed over', async () => {
  const parts = [
    '{not json\r\n',
    '\n',
    Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}\n')]),
    `{"id":"long","answer":"${'长'.repeat(3_000_000)}"}\n`,
    jsonLines(line),
  ];
  const input = Buffer.concat(parts.map((part) => Buffer.from(part)));

  const { code, lines } = await runCommand(['score'], { input });

  expect(code).toBe(1);
  expect(lines.map(({ line: number, id, error }) => [number, id, typeof error])).toEqual([
    [1, null, 'string'],
    [3, null, 'string'],
    [4, null, 'string'],
    [undefined, 'a1', 'undefined'],
  ]);
});

test('a dimension with only a name and a definition can be judged, and so can one with phrases as indicators', async () => {
  const own = { name: '投诉处理', definition: '妥善处理顾客的不满并防止再次发生' };
  const anchors = ['推脱', '照章应付', '及时解决', '跟进回访', '改进流程并有结果'];

  const { code, lines } = await scoreOf(
    { ...line, dimension: own },
    { ...line, id: 'a2', dimension: { ...own, anchors, indicators: ['核对了订单', '回访'] } },
  );

  expect(code).toBe(0);
  expect(lines[0]?.level).not.toBeNull();
  const evidence = lines[1]?.evidence as { quote: string; supports: string }[];
  expect(evidence.filter(({ supports }) => supports.startsWith('own-')).map(({ quote }) => quote)).toEqual([
    '核对了订单',
    '回访',
  ]);
});

test('a line without a language is judged in the language of its words', async () => {
  const { lines } = await scoreOf({
    id: 'e1',
    question: { text: 'Tell me about a time you solved a problem.', type: 'behavioural' },
    dimension: 'PROB',
    answer: '',
  });

  expect(lines[0]?.why).toMatch(/^[\x20-\x7e]+$/);
});

test('the first answer comes while the input is still open, and standard output holds nothing but JSON', async () => {
  const child = spawnCommand(['score']);
  const output = createInterface({ input: child.stdout });
  child.stdin.write(jsonLines(line));
  const [first] = (await once(output, 'line')) as [string];
  child.stdin.end(jsonLines({ ...line, id: 'a2' }, 'neither'));
  const rest: string[] = [];
  output.on('line', (text) => rest.push(text));
  const [code] = (await once(child, 'close')) as [number];

  expect([first, ...rest].map((text) => (JSON.parse(text) as { id: string | null }).id)).toEqual([
    'a1',
    'a2',
    null,
  ]);
  expect(code).toBe(1);
});

test('similarity answers between 0 and 1, and alike texts are closer than unlike ones', async () => {
  const { code, lines } = await runCommand(['similarity'], {
    input: jsonLines(
      { id: 1, a: '顾客投诉上错了菜', b: '客人抱怨菜品上错' },
      { id: 2, a: '顾客投诉上错了菜', b: '服务器磁盘空间不足' },
      { id: 3, a: '一样', b: '一样' },
      { id: 4, a: '缺一半' },
    ),
  });

  expect(code).toBe(1);
  const [alike, unlike, same, broken] = lines as { similarity: number; error?: string }[];
  expect(alike?.similarity).toBeGreaterThan(unlike?.similarity ?? 1);
  expect(same?.similarity).toBe(1);
  expect(unlike?.similarity).toBeGreaterThanOrEqual(0);
  expect(broken?.error).toMatch(/“b”/);
});
