import { findRanges } from './dates.ts';
import { headTokens } from './entry-head.ts';
import { labelledValues } from './labels.ts';
import type { Located } from './located.ts';
import type { ProjectItem } from './profile.ts';
import { isItem, joinWrapped, type ResumeLine } from './resume-line.ts';
import { classifyRest, companyScore, titleScore } from './work-words.ts';

const role =
  /(?:负责人|组长|队长|成员|主力|参与者|核心开发|经理|工程师|开发|设计|测试|策划|运营|主导|lead|developer|member)$/i;

/** Reads one section about projects: entries marked by periods or by headings. */
export function readProjects(section: readonly ResumeLine[]): Located<ProjectItem>[] {
  const lines = joinWrapped(section);
  const anchors = lines.flatMap((line, at) =>
    findRanges(line.text).length > 0 && line.text.length < 120 ? [at] : [],
  );
  const above = Math.min(anchors[0] ?? 0, 2);
  const starts = anchors.map((at, i) => {
    let start = at;
    while (
      start > (i === 0 ? 0 : (anchors[i - 1] ?? 0) + 1) &&
      at - start < above &&
      isHead(lines[start - 1] as ResumeLine)
    )
      start -= 1;
    return start;
  });
  return anchors.flatMap((at, i) => entry(lines, at, starts[i] ?? at, starts[i + 1] ?? lines.length));
}

const isHead = (line: ResumeLine): boolean =>
  !isItem(line) && line.text.length <= 40 && !/[。；;]$/.test(line.text);

function entry(lines: readonly ResumeLine[], at: number, start: number, end: number): Located<ProjectItem>[] {
  const range = findRanges(lines[at]?.text ?? '')[0];
  if (!range) return [];
  const heads = lines.slice(start, at + 1);
  const labels = heads.concat(lines.slice(at + 1, at + 4)).flatMap(labelledValues);
  const tokens = heads
    .flatMap((line) => headTokens(line.cells.map((cell) => cell.split(/[:：](?=.{12})/)[0] ?? cell)))
    .filter((token) => classifyRest(token) !== 'noise');
  const named = labels.find((pair) => pair.kind === 'project')?.value;
  const own = labels.find((pair) => pair.kind === 'role' || pair.kind === 'title')?.value;
  const name = named ?? tokens.find((token) => !role.test(token) && companyScore(token) < 3) ?? tokens[0];
  if (name === undefined) return [];
  const found =
    own ?? tokens.find((token) => token !== name && (role.test(token) || titleScore(token) >= 2)) ?? null;
  const text = lines
    .slice(at + 1, end)
    .map((line) => line.text)
    .join('\n');
  const inline = /[:：]\s*(.{8,})$/.exec(lines[at]?.text ?? '')?.[1];
  return [
    {
      item: {
        name,
        role: found,
        from: range.from,
        to: range.to,
        text: [inline, text].filter(Boolean).join('\n'),
      },
      lines: lines.slice(start, end).map((line) => line.index),
    },
  ];
}
