import { type DateRange, findDates, findRanges } from './dates.ts';
import { assignTokens, cleanTitle, type EntryHead, headTokens, takeLabels } from './entry-head.ts';
import { labelledValues } from './labels.ts';
import { isTalk, labelOnly } from './line-talk.ts';
import type { Located } from './located.ts';
import type { WorkItem } from './profile.ts';
import { joinWrapped, type ResumeLine, withoutNumber } from './resume-line.ts';
import { joinStackedPeriods } from './stacked-periods.ts';
import { type NamedRow, namedRows } from './table-columns.ts';
import { readUndatedWork } from './undated-work.ts';
import { type Anchor, findAnchors, splitTold, unfoldCell } from './work-anchors.ts';
import { headStarts, isPlain } from './work-head-lines.ts';
import { classifyRest, companyScore, isBranch, titleScore } from './work-words.ts';

/** Reads one section of working life (or internships): a table with named columns, or entries marked by periods. */
export function readWork(section: readonly ResumeLine[]): Located<WorkItem>[] {
  const rows = namedRows(section);
  if (rows?.some((row) => row.cells.has('company'))) {
    const outside = section.filter((line) => line.table !== rows[0]?.line.table);
    return [...rows.flatMap(rowEntry), ...readEntries(outside)];
  }
  return readEntries(section);
}

const tight = (text: string): string => text.replace(/\n+/g, /[\u3400-\u9fff]/.test(text) ? '' : ' ').trim();

function rowEntry({ line, cells }: NamedRow): Located<WorkItem>[] {
  const period = [cells.get('period'), cells.get('from'), cells.get('to')]
    .filter(Boolean)
    .join(' - ')
    .replace(/\n/g, ' ');
  const range = findRanges(period)[0] ?? twoDates(period);
  const head: EntryHead = { company: null, title: null };
  const company = tight(cells.get('company') ?? '');
  const title = tight(cells.get('title') ?? '');
  if (title !== '') head.title = cleanTitle(title);
  assignTokens(headTokens([company]), head);
  // A row of the form below the list (`事故情况 | 无`) has neither period nor employer nor post.
  if (head.company === null && head.title === null && range === null) return [];
  head.company ??= company === '' ? null : company;
  if (head.company === null && range === null) return [];
  const text = (cells.get('text') ?? '').trim();
  return [
    {
      item: {
        company: head.company ?? '',
        title: head.title,
        from: range?.from ?? null,
        to: range?.to ?? null,
        text,
      },
      lines: [line.index],
    },
  ];
}

/** `2019.07 … 2021.03` in two cells without a dash between them. */
function twoDates(text: string): Pick<DateRange, 'from' | 'to'> | null {
  const [first, second] = findDates(text);
  if (!first) return null;
  const open = /至今|今|present|现在/i.test(text.slice(first.end));
  return { from: first.date, to: second?.date ?? (open ? 'present' : null) };
}

function readEntries(section: readonly ResumeLine[]): Located<WorkItem>[] {
  const lines = joinStackedPeriods(joinWrapped(section.flatMap(unfoldCell)).flatMap(splitTold));
  const anchors = findAnchors(lines);
  if (anchors.length === 0) return readUndatedWork(lines);
  const starts = headStarts(lines, anchors);
  const entries = anchors.map((anchor, i) =>
    readEntry(lines, anchor, starts[i] ?? anchor.at, starts[i + 1] ?? lines.length),
  );
  return inheritCompanies(entries).filter((entry) => entry.item.company !== '' || entry.item.title !== null);
}

function readEntry(
  lines: readonly ResumeLine[],
  anchor: Anchor,
  start: number,
  end: number,
): Located<WorkItem> {
  const head: EntryHead = { company: null, title: null };
  const headLines = lines.slice(start, anchor.at + 1);
  const used = new Set<number>();
  const tokens: string[] = [];
  headLines.forEach((line, i) => {
    used.add(start + i);
    if (!takeLabels(line, head)) tokens.push(...headTokens(line.cells.map(withoutNumber)));
  });
  // A word beside the post is only guessed to be the employer, so one that stands below as such comes first.
  const guessed =
    !tokens.some((token) => companyScore(token) >= 2) && namesCompanyBelow(lines, anchor.at + 1, end);
  assignTokens(guessed ? tokens.filter((token) => titleScore(token) >= 2) : tokens, head);
  takeEmployerAlone(tokens, lines[anchor.at + 1], anchor.at + 1 < end, head);
  takeLinesBelow(lines, anchor.at + 1, end, head, used);
  // A name that tells nothing by itself is the employer once the post is found below it.
  if (head.company === null && head.title !== null) assignTokens(tokens, head);
  const body = lines.slice(start, end).filter((_, i) => !used.has(start + i));
  const text = body.map((line) => line.text).join('\n');
  const { from, to } = anchor.range;
  return {
    item: { company: head.company ?? '', title: head.title, from, to, text },
    lines: lines.slice(start, end).map((line) => line.index),
  };
}

/** A name beside the period with the post right below is the employer, whatever it is called: `韵达快递迎泽二部`. */
function takeEmployerAlone(
  tokens: readonly string[],
  below: ResumeLine | undefined,
  own: boolean,
  head: EntryHead,
): void {
  const [token] = tokens;
  if (head.company !== null || head.title !== null || tokens.length !== 1 || token === undefined || !own)
    return;
  if (below === undefined || isTalk(below) || labelOnly(below)) return;
  const kind = classifyRest(token);
  if (kind !== 'other' && !(kind === 'department' && isBranch(token))) return;
  const labelled = labelledValues(below).filter((pair) => pair.kind === 'title');
  const words = labelled.length > 0 ? labelled.map((pair) => pair.value) : headTokens(below.cells);
  if (words.some((word) => companyScore(word) >= 2) || !words.some((word) => titleScore(word) >= 2)) return;
  head.company = token;
}

const namesCompanyBelow = (lines: readonly ResumeLine[], from: number, end: number): boolean =>
  lines
    .slice(from, Math.min(end, from + 2))
    .some(
      (line) =>
        !isTalk(line) && !labelOnly(line) && headTokens(line.cells).some((token) => companyScore(token) >= 3),
    );

/** Company, title and what job boards print around them may follow below the period. */
function takeLinesBelow(
  lines: readonly ResumeLine[],
  from: number,
  end: number,
  head: EntryHead,
  used: Set<number>,
): void {
  for (let at = from; at < end; at += 1) {
    const line = lines[at] as ResumeLine;
    const pairs = labelledValues(line);
    if (
      pairs.some((pair) => pair.kind === 'company' || pair.kind === 'title' || pair.kind === 'department')
    ) {
      const tokens =
        pairs.length === 1 && line.cells.length > 1
          ? headTokens(line.cells.filter((cell) => !/[:：]/.test(cell)))
          : [];
      takeLabels(line, head);
      assignTokens(tokens, head);
      used.add(at);
      continue;
    }
    if (at - from > 3 || isTalk(line) || labelOnly(line)) break;
    if (head.company !== null && head.title !== null) {
      if (headTokens(line.cells).length === 0) used.add(at);
      break;
    }
    const tokens = headTokens(line.cells.filter((cell) => !/^[^:：]{2,8}[:：]/.test(cell)));
    const telling = tokens.filter(
      (token) =>
        (head.company === null && companyScore(token) >= 2) ||
        (head.title === null && titleScore(token) >= 2),
    );
    const next = lines[at + 1];
    if (
      head.company === null &&
      head.title === null &&
      telling.length === 0 &&
      namesPostBelow(tokens, next)
    ) {
      head.company = tokens[0] ?? null;
      used.add(at);
      continue;
    }
    if (telling.length > 0) {
      assignTokens(tokens, head);
      used.add(at);
    } else if (head.company !== null && at === from && isPostAlone(line, tokens, next, at + 1 >= end)) {
      head.title = cleanTitle(line.text);
      used.add(at);
    } else if (tokens.length > 0 && line.cells.length === 1 && !/[|｜]/.test(line.text)) break;
    else used.add(at);
  }
}

/** A brand without a company's ending (`永和大王`) over a line with a post. */
const namesPostBelow = (tokens: readonly string[], below: ResumeLine | undefined): boolean =>
  tokens.length === 1 &&
  (tokens[0]?.length ?? 0) <= 20 &&
  below !== undefined &&
  !isTalk(below) &&
  headTokens(below.cells).some((token) => titleScore(token) >= 3);

/** Right below an employer, a short word of its own above what was done is the post, whatever it is called. */
const isPostAlone = (
  line: ResumeLine,
  tokens: readonly string[],
  below: ResumeLine | undefined,
  last: boolean,
): boolean =>
  tokens.length === 1 &&
  isPlain(line) &&
  line.text.length <= 12 &&
  classifyRest(tokens[0] ?? '') === 'other' &&
  (last || below === undefined || labelOnly(below) || !isPlain(below) || below.text.length > 12);

/** Two posts in one company: the later one may not repeat the company's name; a line for the whole time is no post. */
function inheritCompanies(entries: readonly Located<WorkItem>[]): Located<WorkItem>[] {
  const out: Located<WorkItem>[] = [];
  for (const entry of entries) {
    const before = out.at(-1);
    if (entry.item.company === '' && before && before.item.company !== '' && entry.item.title !== null) {
      const frame = before.item.title === null && within(entry.item, before.item);
      if (frame) out.pop();
      const company = before.item.company;
      out.push({
        ...entry,
        item: frame
          ? { ...entry.item, company, text: joinTexts(before.item, entry.item) }
          : { ...entry.item, company },
        lines: frame ? [...before.lines, ...entry.lines] : entry.lines,
      });
    } else out.push(entry);
  }
  return out;
}

const joinTexts = (first: WorkItem, second: WorkItem): string =>
  [first.text, second.text].filter((text) => text !== '').join('\n');

const within = (inner: WorkItem, outer: WorkItem): boolean =>
  (inner.from ?? '') >= (outer.from ?? '') &&
  (outer.to === 'present' || (inner.to !== 'present' && (inner.to ?? '') <= (outer.to ?? '')));
