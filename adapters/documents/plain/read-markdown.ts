import type { DocumentNote, DocumentText, HiddenText } from '#core/ports/document-reader.ts';
import { type DraftLine, finishLines, flowLine } from '../layout/draft-line.ts';
import { splitSpacedText } from '../layout/spaced-text.ts';
import { tableToLines } from '../layout/table-lines.ts';

/** Reads Markdown (CommonMark with GitHub's tables and task lists) as its reader sees it rendered. */
export function readMarkdown(source: string, notes: readonly DocumentNote[] = []): DocumentText {
  const hidden: HiddenText[] = [];
  const visible = withoutComments(source, hidden).replace(
    /<(\w+)[^<>]{0,400}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt)?\b)[^<>]{0,400}>([\s\S]{0,2000}?)<\/\1>/gi,
    (_, _tag: string, text: string) => hide(hidden, text),
  );
  const drafts: DraftLine[] = [];
  let table: string[][] = [];
  let tables = 0;
  const closeTable = (): void => {
    if (table.length === 0) return;
    tables += 1;
    const rows = table.map((cells) =>
      cells.map((text, column) => ({ column, lines: [flowLine(splitSpacedText(inline(text)))] })),
    );
    drafts.push(...tableToLines(rows, tables));
    table = [];
  };
  for (const raw of visible.split(/\r?\n/)) {
    const cells = tableCells(raw);
    if (cells) {
      if (!cells.every((cell) => /^:?-{2,}:?$/.test(cell))) table.push(cells);
      continue;
    }
    closeTable();
    drafts.push(toLine(raw));
  }
  closeTable();
  return {
    format: 'markdown',
    pages: [{ number: 1, width: 0, height: 0 }],
    lines: finishLines(drafts),
    hidden,
    notes,
  };
}

/** Searched from mark to mark, so that comments that never close cost no more than their length. */
function withoutComments(source: string, hidden: HiddenText[]): string {
  let out = '';
  let from = 0;
  for (let at = source.indexOf('<!--'); at !== -1; at = source.indexOf('<!--', from)) {
    const end = source.indexOf('-->', at + 4);
    if (end === -1) break;
    hide(hidden, source.slice(at + 4, end));
    out += source.slice(from, at);
    from = end + 3;
  }
  return out + source.slice(from);
}

function hide(hidden: HiddenText[], raw: string): string {
  const text = raw.replace(/\s+/g, ' ').trim();
  if (text !== '') hidden.push({ page: 1, text, reason: 'not_displayed' });
  return '';
}

function tableCells(line: string): string[] | null {
  const trimmed = line.trim();
  if (!/^\|.*\|$/.test(trimmed)) return null;
  return trimmed
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function toLine(raw: string): DraftLine {
  const line = raw.replace(/^\s{0,3}(?:>\s?)+/, '');
  if (/^\s*(?:[-*_]\s*){3,}$/.test(line) || /^\s*```/.test(line) || /^\s*=+\s*$/.test(line))
    return flowLine([]);
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading) return flowLine(runs(heading[2] ?? ''), { heading: heading[1]?.length ?? 0, gapBefore: true });
  const item = /^\s*(?:[-*+]|\d{1,2}[.)])\s+(.*)$/.exec(line);
  if (item) return flowLine(runs((item[1] ?? '').replace(/^\[[ xX]\]\s*/, '')), { bullet: true });
  return flowLine(runs(line));
}

const runs = (text: string): ReturnType<typeof splitSpacedText> =>
  splitSpacedText(inline(text), /^\s*(?:\*\*|__).*(?:\*\*|__)\s*$/.test(text));

/** Takes the marks off and keeps what they mark. Every pattern looks a bounded way ahead: lines may be made to be slow. */
function inline(text: string): string {
  return text
    .replace(/!?\[([^\][]{0,300})\]\([^()]{0,1000}\)/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)?[^<>\s]{1,200}[@./][^<>\s]{1,200})>/g, '$1')
    .replace(/<br\s*\/?>/gi, '\t')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(\*\*|__|~~)(.{1,1000}?)\1/g, '$2')
    .replace(/(?<![\w*])[*_](?!\s)([^*_]+?)(?<!\s)[*_](?![\w*])/g, '$1')
    .replace(/`\s+`/g, '`、`')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}
