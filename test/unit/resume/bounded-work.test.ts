import { expect, test } from 'vitest';
import { mostCharacters, mostLines, mostPerLine, readableLines } from '#core/resume/readable-lines.ts';
import { matchHeading } from '#core/resume/section-headings.ts';
import { asDocument, parseLines } from './made-documents.ts';

const size = (lines: readonly { readonly runs: readonly { readonly text: string }[] }[]) =>
  lines.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + text.length, 0);

test('an ordinary résumé is read whole, without a word about its length', () => {
  const { lines, cut } = readableLines(
    asDocument('张伟', '工作经历', '2019.03 - 2023.06  味来餐饮  服务员').lines,
  );
  expect([lines.length, cut]).toEqual([3, false]);
  expect(parseLines('张伟', '电话：13900001111').profile.warnings).toEqual([]);
});

test.each([
  ['many lines', Array.from({ length: 9_000 }, () => '2016.09 - 2019.06  杭州旅游职业学校  中专')],
  ['many cells', Array.from({ length: 2_500 }, () => 'a\t'.repeat(80))],
  ['one long line', ['有限公司'.repeat(100_000)]],
  ['long lines of marks', Array.from({ length: 1_000 }, () => `a${'-'.repeat(390)}a`)],
])('whatever is uploaded, only a bounded part is parsed, and the profile says so (%s)', (_, text) => {
  const document = asDocument(...text);
  const { lines, cut } = readableLines(document.lines);
  expect(cut).toBe(true);
  expect(lines.length).toBeLessThanOrEqual(mostLines);
  expect(size(lines)).toBeLessThanOrEqual(mostCharacters);
  for (const line of lines) expect(size([line])).toBeLessThanOrEqual(mostPerLine);
  expect(parseLines(...text).profile.warnings.map(({ code }) => code)).toContain('truncated');
});

test('a line longer than any heading is never tried against the tables of headings', () => {
  expect(matchHeading('校园实践'.repeat(90))).toBeNull();
  expect(matchHeading(`${'校园社团'.repeat(3)}信`)).toBeNull();
  expect(matchHeading('校园活动经历')?.kind).toBe('campus');
  expect(matchHeading('在校学生干部工作经历')?.kind).toBe('campus');
  expect(matchHeading(`${'—'.repeat(150)}工作经历${'—'.repeat(150)}`)?.kind).toBe('work');
});
