import { type DateRange, findDates, findRanges } from './dates.ts';
import { withoutDates } from './entry-head.ts';
import { type LabelKind, labelKind, labelledValues } from './labels.ts';
import type { Located } from './located.ts';
import { isPlace } from './places.ts';
import type { Degree, EducationItem, ResumeDate } from './profile.ts';
import { isItem, joinWrapped, type ResumeLine, withoutNumber } from './resume-line.ts';
import { degreeOf, degreeOfSchool, schoolOf } from './school-names.ts';
import { simplified } from './simplified.ts';
import { joinStackedPeriods } from './stacked-periods.ts';
import { namedRows } from './table-columns.ts';

const modeWord =
  /(?:非全日制|全日制统招|全日制|统招|自学考试|自考|函授|在职|成人高考|成人教育|成教|成考|夜大|业余|网络教育|远程教育|电大|国家开放大学|专升本|脱产|半脱产|同等学力|part-time|full-time|distance)/i;

interface Draft {
  school: string | null;
  degree: Degree | null;
  major: string | null;
  from: ResumeDate;
  to: ResumeDate;
  dated: boolean;
  mode: string | null;
  lines: number[];
}

const fresh = (): Draft => ({
  school: null,
  degree: null,
  major: null,
  from: null,
  to: null,
  dated: false,
  mode: null,
  lines: [],
});

/** Reads one section about schooling: a table with named columns, or lines in any order of school, dates and degree. */
export function readEducation(section: readonly ResumeLine[]): Located<EducationItem>[] {
  const rows = namedRows(section);
  const drafts: Draft[] = [];
  if (rows?.some((row) => row.cells.has('school'))) {
    for (const row of rows) {
      const draft = fresh();
      draft.lines.push(row.line.index);
      for (const [kind, value] of row.cells)
        takeLabelled(draft, kind, value.replace(/\n/g, /[\u3400-\u9fff]/.test(value) ? '' : ' '));
      drafts.push(draft);
    }
  } else drafts.push(...readLines(joinStackedPeriods(joinWrapped(section))));
  return drafts.flatMap(finish);
}

function finish(draft: Draft): Located<EducationItem>[] {
  if (draft.school === null) return [];
  const degree = draft.degree ?? degreeOfSchool(draft.school);
  const item: EducationItem = {
    school: draft.school,
    degree,
    major: draft.major,
    from: draft.from,
    to: draft.to,
  };
  return [{ item: draft.mode === null ? item : { ...item, mode: draft.mode }, lines: draft.lines }];
}

function readLines(lines: readonly ResumeLine[]): Draft[] {
  const drafts: Draft[] = [];
  let draft = fresh();
  const next = (): void => {
    if (draft.lines.length > 0) drafts.push(draft);
    draft = fresh();
  };
  for (const line of lines) {
    const school = schoolIn(line);
    const range = rangeIn(line);
    const talk = isTalk(line);
    if (talk && !school) {
      if (draft.lines.length > 0) takeLateFacts(draft, line);
      continue;
    }
    if (
      (school && draft.school !== null && school !== draft.school) ||
      (range && draft.dated && (school || draft.school !== null))
    )
      next();
    draft.lines.push(line.index);
    takeLine(draft, line, school, range);
  }
  next();
  return drafts;
}

function schoolIn(line: ResumeLine): string | null {
  for (const cell of line.cells) {
    const school = schoolOf(withoutDates(cell));
    if (school !== null) return school;
  }
  return null;
}

function rangeIn(line: ResumeLine): Pick<DateRange, 'from' | 'to'> | null {
  const range = findRanges(line.text)[0];
  if (range) return range;
  const graduated = /(?:毕业|结业|graduat)/i.test(line.text);
  const alone =
    withoutDates(line.text)
      .replace(/(?:19|20)\d{2}[年./-]?\s*\d{0,2}\s*月?/g, '')
      .trim() === '';
  const date = findDates(line.text)[0];
  const behindSchool =
    line.cells.length > 1 &&
    line.cells.some((cell) => /^(?:19|20)\d{2}(?:[年./-]\s*\d{1,2}月?|年)?$/.test(cell.trim()));
  return date && (graduated || alone || behindSchool) ? { from: null, to: date.date } : null;
}

const isTalk = (line: ResumeLine): boolean => {
  const text = line.text;
  if (
    /^(?:主修|主要|核心|专业|相关|所学)?课程|^(?:GPA|绩点|排名|专业排名|成绩|在校|荣誉|获奖|曾获|奖学金|论文|毕业设计|relevant coursework|courses?)/i.test(
      text,
    )
  )
    return true;
  return (
    text.length > 70 ||
    (isItem(line) && schoolIn(line) === null) ||
    (/。$/.test(text) && schoolIn(line) === null)
  );
};

/** A degree may stand in a list item below the school. */
function takeLateFacts(draft: Draft, line: ResumeLine): void {
  if (line.text.length > 40 || /课程|GPA|排名|奖/.test(line.text)) return;
  for (const { kind, value } of labelledValues(line)) takeLabelled(draft, kind, value);
}

function takeLine(
  draft: Draft,
  line: ResumeLine,
  school: string | null,
  range: Pick<DateRange, 'from' | 'to'> | null,
): void {
  if (school !== null) draft.school ??= school;
  if (range && !draft.dated) {
    draft.from = range.from;
    draft.to = range.to;
    draft.dated = true;
  }
  const pairs = labelledValues(line);
  for (const { kind, value } of pairs) takeLabelled(draft, kind, value);
  const labelled = new Set(pairs.map((pair) => pair.value));
  for (const token of line.cells.flatMap(educationTokens)) {
    if (!labelled.has(token) && labelKind(token) === null && !/^[^:：]{1,8}[:：]/.test(token))
      takeToken(draft, token, school);
  }
}

function takeLabelled(draft: Draft, kind: LabelKind, value: string): void {
  const range = findRanges(value)[0];
  if ((kind === 'period' || kind === 'ignored') && range && !draft.dated) {
    draft.from = range.from;
    draft.to = range.to;
    draft.dated = true;
  }
  if (kind === 'period' && !range && !draft.dated) {
    draft.to = findDates(value)[0]?.date ?? null;
    draft.dated = draft.to !== null;
  }
  if (kind === 'from') draft.from = findDates(value)[0]?.date ?? draft.from;
  if (kind === 'to')
    draft.to = findDates(value)[0]?.date ?? (/今|present/i.test(value) ? 'present' : draft.to);
  if (kind === 'school' && draft.school === null) draft.school = schoolOf(value) ?? (value.trim() || null);
  if (kind === 'degree') {
    draft.degree ??= degreeOf(value);
    draft.mode ??= modeOf(value);
  }
  if (kind === 'mode') draft.mode ??= modeOf(value) ?? null;
  if (kind === 'major' && draft.major === null) draft.major = cleanMajor(value);
}

const modeOf = (text: string): string | null => modeWord.exec(text)?.[0] ?? null;

/** Pieces of a line about schooling. Brackets around a degree or mode are pieces too. */
function educationTokens(cell: string): string[] {
  return withoutDates(withoutNumber(cell))
    .replace(/[（(]\s*(?:原|曾用名|曾名|前身)[^（）()]*[)）]/g, ' ')
    .replace(/[（(]([^（）()]*)[)）]/g, (all, inside: string) =>
      degreeOf(inside) !== null || modeWord.test(inside) ? ` | ${inside} | ` : all,
    )
    .split(
      /\s*[|｜丨│┃¦，,;；、•]\s*|\s+[-–—/·]\s+|\s*[·]\s*|\s{2,}|(?<=[\u3400-\u9fff）)])\s+(?=[\u3400-\u9fff（(])|\s*[—–]+\s*|\s+-\s*/,
    )
    .flatMap((token) => (token.includes('/') && degreeOf(token) !== null ? token.split('/') : [token]))
    .map((token) => token.trim())
    .filter((token) => token !== '');
}

function takeToken(draft: Draft, token: string, school: string | null): void {
  let rest = token.replace(/(?:毕业于|就读于)/g, '').trim();
  if (school !== null && rest.includes(school)) {
    rest = rest.replace(school, ' ').trim();
    if (/^[\u3400-\u9fff]{2,14}(?:学院|系)$/.test(rest)) return;
    rest = rest.replace(/^[\u3400-\u9fff]{2,12}(?:学院|系)\s*/, '');
  }
  const degree = degreeOf(rest);
  const mode = modeOf(rest);
  if (degree !== null) draft.degree ??= degree;
  if (mode !== null) draft.mode ??= mode;
  const major = cleanMajor(
    degree !== null && /[A-Za-z]{4}/.test(rest) && !/[\u3400-\u9fff]/.test(rest) ? latinMajor(rest) : rest,
  );
  const placed = draft.school !== null || draft.dated || degree !== null;
  if (major !== null && draft.major === null && placed) draft.major = major;
}

/** `Bachelor of Science in Computer Science` → `Computer Science`; `BA History` → `History`. */
function latinMajor(text: string): string {
  const behindIn = /\bin\s+([A-Z][\w &,'-]+?)(?:\s*\(|$)/.exec(text)?.[1];
  if (behindIn) return behindIn;
  return text
    .replace(/\((?:[^)]*)\)/g, '')
    .replace(
      /^(?:(?:Bachelor|Master|Doctor|Associate)(?:['’]s)?(?: degree)?(?: of (?:Science|Arts|Engineering|Philosophy|Business Administration|Commerce|Laws))?|(?:B|M)\.?(?:Sc|A|Eng|S|BA|Com)\.?(?:\s?\(?Hons\.?\)?)?|Ph\.?\s?D\.?|MBA|Diploma)\s*(?:in|of|,)?\s*/i,
      '',
    )
    .trim();
}

function cleanMajor(raw: string): string | null {
  const text = raw
    .replace(/^([\u3400-\u9fff、与及（）()]{2,}?)\s*[A-Z][A-Za-z &,'-]+$/, '$1')
    .replace(/[（(]\s*[A-Za-z. ]{2,12}\s*[)）]\s*$/, '')
    .replace(
      /[（(][^（）()]*(?:\d|自考|函授|在职|统招|全日制|本科|专科|方向|排名|GPA|重点|985|211)[^（）()]*[)）]/g,
      '',
    )
    .replace(/^(?:所学)?(?:专业)[:：]?\s*/, '')
    .replace(new RegExp(modeWord.source, 'gi'), '')
    .replace(
      /(?:大学|全日制|统招)?(?:本科|专科|大专|中专|高中|初中|研究生|博士|硕士|学士)(?:研究生)?(?:学历|学位|毕业|在读)?/g,
      '',
    )
    .replace(/^(?:工学|理学|文学|管理学|经济学|法学|教育学|医学|农学|历史学|哲学|艺术学)$/, '')
    .replace(/(?:专业)?(?:学习|就读)?$/, '')
    .replace(/[（(]\s*[)）]/g, '')
    .replace(/^\s*[（(]([^（）()]+)[)）]\s*$/, '$1')
    .replace(/^[\s,，:：·/|()（）-]+|[\s,，:：·/|。-]+$/g, '')
    .trim();
  if (/^(?:高级|副)?(?:学士|硕士|博士|文凭|毕业)$/.test(simplified(text))) return null;
  if (/^(?:BA|BSc|BEng|BBA|BCom|MA|MSc|MEng|MBA|MPA|PhD|LLB|LLM)$/i.test(text)) return null;
  if (isPlace(text) || schoolOf(text) !== null) return null;
  if (text.length < 2 || text.length > (/[\u3400-\u9fff]/.test(text) ? 24 : 60)) return null;
  if (
    /^(?:\d|GPA|排名|绩点|毕业|学历|学位|证书|学院|系$|专业|至今|在读|应届|重点|985|211|双一流|学制|普通|初|高|中|无)/i.test(
      text,
    )
  )
    return null;
  if (/(?:学院|大学|系|学校|中学|年级|[届级])$/.test(text) || /[。！？@]/.test(text) || /\d{4}/.test(text))
    return null;
  return text;
}
