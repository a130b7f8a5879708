import { expect, test } from 'vitest';
import { bestQuote } from '#core/report/best-quote.ts';
import type { DimensionRow, QuestionRow } from '#core/report/report-document.ts';
import { whySource } from '#core/report/report-words.ts';
import { clauseAround, inWholeClauses } from '#core/report/whole-clauses.ts';

const text = '去年国庆那天店里排了四十多桌，客人当众发火。我先道歉，核对后厨发现单子漏打了两道菜。';

const at = (quote: string, dimension = 'SERV', supports = 'A', words = text) => ({
  dimension,
  supports,
  turnId: 't1',
  start: words.indexOf(quote),
  end: words.indexOf(quote) + quote.length,
  quote,
  moment: null,
});

test('single words of evidence are read in their clause, each clause once', () => {
  const read = inWholeClauses(text, [
    at('去年', 'SERV', 'S'),
    at('那天', 'SERV', 'S'),
    at('道歉'),
    at('核对'),
  ]);
  expect(read.map(({ quote }) => quote)).toEqual([
    '去年国庆那天店里排了四十多桌',
    '我先道歉',
    '核对后厨发现单子漏打了两道菜',
  ]);
  for (const { start, end, quote } of read) expect(text.slice(start, end)).toBe(quote);
});

test('evidence over two clauses reaches over both, and never loses a word of its own', () => {
  const [over] = inWholeClauses(text, [at('道歉，核对')]);
  expect(over?.quote).toBe('我先道歉，核对后厨发现单子漏打了两道菜');
  const [marked] = inWholeClauses(text, [at('菜。')]);
  expect(marked?.quote.endsWith('菜。')).toBe(true);
});

test('speech without any mark keeps the exact words, for its only clause is the whole answer', () => {
  const speech = '店里人很多客人等了很久'.repeat(9);
  const [read] = inWholeClauses(speech, [at('客人', 'SERV', 'A', speech)]);
  expect(read?.quote).toBe('客人');
});

test('a point to verify shows the clause around its words, or the words where they no longer stand', () => {
  expect(clauseAround('我从来没有被投诉过，大家都满意。', '从来没有被')).toBe('我从来没有被投诉过');
  expect(clauseAround('更正后的话', '从来没有被')).toBe('从来没有被');
});

test('the sentence with most evidence stands for a dimension, never what speaks against it', () => {
  const best = bestQuote(
    [at('道歉'), at('核对'), at('去年'), at('发火', 'SERV', 'negative')],
    [{ id: 't1', text }],
    'SERV',
  );
  expect(best).toEqual({ answerId: 't1', quote: '我先道歉，核对后厨发现单子漏打了两道菜。' });
  expect(bestQuote([at('发火', 'SERV', 'negative')], [{ id: 't1', text }], 'SERV')).toBeNull();
});

const row = (change: Partial<DimensionRow>) =>
  ({
    code: 'TEAM',
    why: { zh: '因此未到 3 级', en: '' },
    whyQuestionId: 'q2',
    parts: [],
    ...change,
  }) as DimensionRow;
const asks = (id: string, ...dimensions: string[]) => ({ id, dimensions }) as unknown as QuestionRow;

test('a reason that is one question’s names it, so that it never contradicts the mean level', () => {
  const questions = [asks('q1', 'TEAM'), asks('q2', 'TEAM', 'SERV')];
  expect(whySource({ questions }, row({}))).toEqual({ key: 'reports.why_question', number: 2 });
  expect(whySource({ questions }, row({ code: 'SERV' }))).toBeNull();
  const human = { kind: 'human' as const, score10: 5 };
  expect(whySource({ questions }, row({ code: 'SERV', parts: [human] }))?.key).toBe('reports.why_machine');
  expect(whySource({ questions }, row({ why: null }))).toBeNull();
});
