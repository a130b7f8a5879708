import { describe, expect, test } from 'vitest';
import {
  answerWithCode,
  breakLine,
  type Edit,
  indent,
  insertSymbol,
  outdent,
  type Typed,
} from '#plugins/web/interview/code/code-typing.ts';

/** `|` marks the cursor, or both ends of a selection. */
function typed(marked: string): Typed {
  const start = marked.indexOf('|');
  const last = marked.lastIndexOf('|');
  const text = marked.split('|').join('');
  return { text, start, end: last === start ? start : last - 1 };
}

function typing(marked: string, make: (typed: Typed) => Edit): string {
  const before = typed(marked);
  const edit = make(before);
  const text = before.text.slice(0, edit.from) + edit.insert + before.text.slice(edit.to);
  const ends = [...new Set([edit.start, edit.end])].sort((a, b) => b - a);
  return ends.reduce((shown, at) => `${shown.slice(0, at)}|${shown.slice(at)}`, text);
}

describe('writing code', () => {
  test('a step goes in at the cursor, or to every selected line but the empty ones', () => {
    expect(typing('a|b', indent)).toBe('a  |b');
    expect(typing('|a\n\nb|', indent)).toBe('  |a\n\n  b|');
  });

  test('a step comes out of the line of the cursor or of every selected line, and never more than there is', () => {
    expect(typing('if x:\n  re|turn', outdent)).toBe('if x:\nre|turn');
    expect(typing('  |a\n b\nc|', outdent)).toBe('|a\nb\nc|');
    expect(typing('\t|a', outdent)).toBe('|a');
    expect(typing('| a', outdent)).toBe('|a');
  });

  test('a new line is as deep as the one before, and deeper after a bracket or a colon', () => {
    expect(typing('  a = 1|', breakLine)).toBe('  a = 1\n  |');
    expect(typing('def f(x):|', breakLine)).toBe('def f(x):\n  |');
    expect(typing('  if (x) {|', breakLine)).toBe('  if (x) {\n    |');
    expect(typing('a|bc|d', breakLine)).toBe('a\n|d');
  });

  test('a symbol stands in the place of the selection', () => {
    expect(typing('a|b|c', (at) => insertSymbol(at, '{'))).toBe('a{|c');
  });
});

describe('handing in', () => {
  test('words come first, code between fences, and without code the words are as they were typed', () => {
    expect(answerWithCode('用哈希表计数 ', 'x = {}\n')).toBe('用哈希表计数\n\n```\nx = {}\n```');
    expect(answerWithCode('', 'x = {}')).toBe('```\nx = {}\n```');
    expect(answerWithCode(' 只有话 ', ' \n')).toBe(' 只有话 ');
  });
});
