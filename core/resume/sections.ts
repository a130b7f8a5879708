import { findRanges } from './dates.ts';
import { labelKind } from './labels.ts';
import { asAnyName } from './person-names.ts';
import type { ResumeLine } from './resume-line.ts';
import { schoolOf } from './school-names.ts';
import { guessHeading, matchHeading, type SectionKind } from './section-headings.ts';
import { looksLikeOrganisation, titleScore } from './work-words.ts';

/** A part of the résumé under one heading; the part before any heading is `basic` with an empty title. */
export interface Section {
  readonly kind: SectionKind;
  readonly title: string;
  readonly lines: readonly ResumeLine[];
}

interface Open {
  kind: SectionKind;
  title: string;
  lines: ResumeLine[];
  /** Opened by text behind a colon: closes at the next gap or label. */
  inline: boolean;
}

/** Kinds whose name may stand as a label of one line (`技能：…`) in any surroundings. */
const inlineKinds = new Set<SectionKind>([
  'skills',
  'certificates',
  'skills_and_certificates',
  'summary',
  'intent',
  'awards',
  'languages',
  'training',
  'other',
  'contacts',
]);

/** Cuts the lines at their section headings. */
export function splitSections(lines: readonly ResumeLine[]): Section[] {
  const style = headingStyle(lines);
  const sections: Open[] = [{ kind: 'basic', title: '', lines: [], inline: false }];
  const open = (kind: SectionKind, title: string, inline = false): void => {
    sections.push({ kind, title, lines: [], inline });
  };
  const keep = (line: ResumeLine): void => {
    sections.at(-1)?.lines.push(line);
  };
  for (const line of lines) {
    const current = sections.at(-1) as Open;
    const found = headingOf(line, current, style);
    if (found) {
      open(found.kind, found.title, found.rest !== null && found.inline);
      if (found.rest) keep(found.rest);
      continue;
    }
    if (current.kind !== 'basic' && isNamePlate(line, lines)) {
      open('basic', '');
      keep(line);
      continue;
    }
    if (current.inline && current.lines.length > 0 && endsInline(line)) {
      const outer = sections.findLast((section) => !section.inline) as Open;
      open(outer.kind, outer.title);
    }
    keep(line);
  }
  return sections.filter((section) => section.lines.length > 0);
}

/** The name in the largest letters of the page begins the person's own part, wherever its column stands. */
const isNamePlate = (line: ResumeLine, lines: readonly ResumeLine[]): boolean =>
  line.fontSize > 0 &&
  line.cells.length <= 2 &&
  asAnyName(line.cells[0] ?? '') !== null &&
  lines.every((other) => other === line || other.fontSize < line.fontSize - 0.5);

const endsInline = (line: ResumeLine): boolean =>
  line.gapBefore ||
  line.table !== null ||
  /^[^:：\s]{1,8}[:：]/.test(line.text) ||
  findRanges(line.text).length > 0;

interface Found {
  readonly kind: SectionKind;
  readonly title: string;
  readonly rest: ResumeLine | null;
  readonly inline: boolean;
}

const withCells = (line: ResumeLine, cells: readonly string[], from: number): ResumeLine => ({
  ...line,
  cells,
  columns: line.columns.slice(from),
  text: cells.join('  '),
});

function headingOf(line: ResumeLine, current: Open, style: HeadingStyle): Found | null {
  if (line.table !== null) return tableHeading(line, current);
  const whole = matchHeading(line.text);
  if (whole?.rest === '') return { kind: whole.kind, title: line.text, rest: null, inline: false };
  const first = line.cells[0] ?? '';
  const lead = line.cells.length > 1 ? matchHeading(first) : null;
  if (lead?.rest === '' && !(lead.kind === 'education' && labelKind(first) !== null)) {
    const others = line.cells.slice(1);
    const rest = others.some((cell) => matchHeading(cell)?.rest === '') ? null : withCells(line, others, 1);
    return { kind: lead.kind, title: first, rest, inline: rest !== null && line.cells.length === 2 };
  }
  if (whole) return inlineSection(line, whole.kind, whole.rest, current);
  return styledHeading(line, style);
}

function inlineSection(line: ResumeLine, kind: SectionKind, rest: string, current: Open): Found | null {
  const label = line.text.slice(0, line.text.length - rest.length);
  const inEntries = /^(?:work|project|education|campus)$/.test(current.kind) && !current.inline;
  if (kind === 'education') {
    const plainLabel = labelKind(label.replace(/[:：\s]+$/, ''));
    if (plainLabel !== null && !findRanges(rest).length && !/毕业于/.test(rest)) return null;
  } else if (kind === 'work') {
    if (!findRanges(rest).length && !looksLikeOrganisation(rest)) return null;
  } else if (!inlineKinds.has(kind)) return null;
  if (inEntries && kind === 'education' && schoolOf(rest) !== null) return inlinePart(line, kind, label);
  if (inEntries && (line.bullet || (!line.gapBefore && kind !== 'certificates' && kind !== 'skills')))
    return null;
  if (inEntries && kind === 'skills' && !/技能|特长|skills|会的|擅长/i.test(label)) return null;
  return inlinePart(line, kind, label);
}

function inlinePart(line: ResumeLine, kind: SectionKind, label: string): Found {
  const [first = '', ...others] = line.cells;
  const value = first.slice(first.search(/[:：】\]]/) + 1).trim();
  return { kind, title: label, rest: withCells(line, [value, ...others].filter(Boolean), 0), inline: true };
}

/** In a form the first cell may name the section of its row or of the rows below. */
function tableHeading(line: ResumeLine, current: Open): Found | null {
  const first = line.cells[0] ?? '';
  const match = matchHeading(first.replace(/\s+/g, ''));
  if (match?.rest !== '') return null;
  if (current.kind === 'skills' && /^(?:skills|languages)$/.test(match.kind)) return null;
  const others = line.cells.slice(1);
  const rest = others.length === 0 ? null : withCells(line, others, 1);
  const entries = match.kind === 'education' || match.kind === 'work' || match.kind === 'project';
  if (entries && rest) {
    const headed = others.filter((cell) => labelKind(cell) !== null).length >= 2;
    const dated = findRanges(rest.text).length > 0;
    if (!headed && !dated && !(others.length === 1 && (others[0] ?? '').length > 20)) return null;
    if (labelKind(first) === 'degree' || labelKind(first) === 'school') return null;
  }
  if (match.kind === 'basic' && rest) return null;
  if (
    !entries &&
    match.kind !== 'contacts' &&
    others.length > 1 &&
    others.some((cell) => labelKind(cell) !== null)
  )
    return null;
  // A row that holds the other person's number is the whole of that part; the form goes on below.
  const inline = match.kind === 'contacts' && rest !== null && /\d{7}/.test(rest.text.replace(/[\s-]/g, ''));
  return { kind: match.kind, title: first, rest, inline };
}

interface HeadingStyle {
  readonly levels: ReadonlySet<number>;
  readonly looks: ReadonlySet<string>;
  readonly frames: ReadonlySet<string>;
  readonly bodySize: number;
}

const lookOf = (line: ResumeLine): string => `${Math.round(line.fontSize * 2)}|${line.bold}`;
const frameOf = (line: ResumeLine): string =>
  /^[【[<《「#=*~■◆●▶★☆一二三四五六七八九十]/.exec(line.text)?.[0] ?? '';

/** How the headings that are known look, so that others can be told by their looks. */
function headingStyle(lines: readonly ResumeLine[]): HeadingStyle {
  const known = lines.filter((line) => line.table === null && matchHeading(line.text)?.rest === '');
  const sizes = lines.filter((line) => line.fontSize > 0).map((line) => line.fontSize);
  sizes.sort((a, b) => a - b);
  const bodySize = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const looks = new Set(
    known
      .filter((line) => line.fontSize > bodySize || line.bold)
      .map(lookOf)
      .filter((look) => {
        const others = lines.filter((line) => !known.includes(line) && lookOf(line) === look).length;
        return others <= known.filter((line) => lookOf(line) === look).length;
      }),
  );
  return {
    levels: new Set(known.map((line) => line.heading).filter((level) => level > 0)),
    looks,
    frames: new Set(
      known.map(frameOf).filter((frame) => frame !== '' && !/[一二三四五六七八九十]/.test(frame)),
    ),
    bodySize,
  };
}

/** A short line that looks like the known headings is one too, whatever it says. */
function styledHeading(line: ResumeLine, style: HeadingStyle): Found | null {
  const text = line.text.trim();
  if (line.cells.length > 1 || line.bullet || /\d{4}|[@|｜。，、；,;]|[:：]./.test(text)) return null;
  const letters = text.replace(/[^\u3400-\u9fffA-Za-z]/g, '');
  const short = /[\u3400-\u9fff]/.test(letters) ? letters.length <= 10 : text.split(/\s+/).length <= 3;
  if (!short || letters.length < 2 || looksLikeOrganisation(text) || titleScore(text) >= 2) return null;
  const framed = style.frames.has(frameOf(line));
  const marked = line.heading > 0 && style.levels.has(line.heading);
  const styled = line.fontSize > 0 && style.looks.has(lookOf(line)) && line.fontSize > style.bodySize + 0.4;
  const kind = guessHeading(text);
  if (framed || marked || styled) return { kind, title: text, rest: null, inline: false };
  const alone = line.gapBefore && line.fontSize === 0 && kind !== 'unknown' && letters.length <= 8;
  return alone ? { kind, title: text, rest: null, inline: false } : null;
}
