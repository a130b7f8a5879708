import { expect, test } from 'vitest';
import { enFrames } from '#core/scoring/lexicon/en-frames.ts';
import { zhFrames } from '#core/scoring/lexicon/zh-frames.ts';
import { createPatternSet, type SoughtPattern } from '#core/scoring/patterns/pattern-set.ts';
import { judgedText } from '#core/scoring/text/clean-answer.ts';
import { builtInDimensions } from '../../evaluate/rated-answers.ts';
import { goldenLines } from '../../evaluate/rated-lines.ts';

const texts = goldenLines()
  .filter((_, i) => i % 4 === 0)
  .map(({ answer, question }) => judgedText(answer, question.text));

/** What the set finds, in the form of what the expression itself finds. */
const foundBySet = (patterns: readonly SoughtPattern[], text: string): string[][] => {
  const set = createPatternSet(patterns);
  set.over(text);
  return patterns.map((_, pattern) => {
    const found: string[] = [];
    let from = 0;
    for (let end = set.next(pattern, from); end > from; end = set.next(pattern, from)) {
      found.push(`${set.begun()} ${text.slice(set.begun(), end)}`);
      from = end;
    }
    return found;
  });
};

const foundAlone = (patterns: readonly SoughtPattern[], text: string): string[][] =>
  patterns.map(({ source, ignoreCase }) =>
    [...text.matchAll(new RegExp(source, ignoreCase ? 'giu' : 'gu'))].map(
      (match) => `${match.index} ${match[0]}`,
    ),
  );

test('every frame of the lexicon is found exactly where the expression alone finds it', () => {
  const patterns = [...zhFrames, ...enFrames].map(({ pattern }) => ({ source: pattern }));
  for (const text of texts) expect(foundBySet(patterns, text)).toEqual(foundAlone(patterns, text));
});

test('every indicator of the built-in dimensions is found exactly where the expression alone finds it', () => {
  const patterns = [...builtInDimensions().values()].flatMap(({ indicators }) =>
    indicators.flatMap(({ patterns: { zh, en } }) =>
      [...zh, ...en].map((source) => ({ source, ignoreCase: true })),
    ),
  );
  for (const text of texts.slice(0, 12))
    expect(foundBySet(patterns, text)).toEqual(foundAlone(patterns, text));
});

test.each([
  ['(?:ab|a)?c{2}', 'abcc acc cc abc'],
  ['[^，。]{0,4}好', '做得很好，好'],
  ['(?<=[小老])李(?=，|$)', '小李，老李'],
  ['[a-c-]+\\d{1,2}', 'a-b12 c3 -4'],
  ['(a|b)*x', 'ababx yx aby'],
  ['\\u4f60+|\\u{597d}', '你你好'],
  ['\\p{L}{2}\\.', '好的. ab.'],
  ['.', '😀a'],
  ['^start|end$', 'start and the end'],
  ['(?<name>a)\\k<name>', 'aa aaa'],
])('"%s" is read as an expression reads it', (source, text) => {
  const patterns = [{ source }];
  expect(foundBySet(patterns, text)).toEqual(foundAlone(patterns, text));
});

test('a pattern may begin only where its first three characters stand', () => {
  const set = createPatternSet([{ source: '满分|给我(?:高|满)' }]);
  set.over('请给我一个机会，给我满分');
  expect(set.mayBegin(0, 0, 8)).toBe(false);
  expect(set.mayBegin(0, 1, 9)).toBe(true);
  expect(set.mayBegin(0, 9, 10)).toBe(false);
  expect(set.mayBegin(0, 9, 12)).toBe(true);
});

test('a pattern with very many beginnings is found by fewer characters', () => {
  const patterns = [{ source: '[a-m][a-m][a-m]\\d' }];
  const set = createPatternSet(patterns);
  set.over('abz abc1');
  expect(set.mayBegin(0, 0, 1)).toBe(true);
  expect(foundBySet(patterns, 'abz abc1 zab2')).toEqual(foundAlone(patterns, 'abz abc1 zab2'));
});
