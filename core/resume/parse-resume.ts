import type { DocumentText } from '../ports/document-reader.ts';
import { readCertificates } from './certificates.ts';
import { type Found, findBirthYear, findCity, findMail, findName, findPhone } from './contact-fields.ts';
import { divideLife } from './divide-life.ts';
import { readEducation } from './education.ts';
import { isInstructionLike } from './instruction-like-text.ts';
import { labelledValues } from './labels.ts';
import type { Located } from './located.ts';
import { nameInFileName } from './person-names.ts';
import type {
  EducationItem,
  ProjectItem,
  ResumeProfile,
  ResumeWarning,
  SkillItem,
  WorkItem,
} from './profile.ts';
import { readProjects } from './projects.ts';
import { mostCharacters, readableLines } from './readable-lines.ts';
import { type ResumeLine, toResumeLines } from './resume-line.ts';
import { degreeOf } from './school-names.ts';
import { type Section, splitSections } from './sections.ts';
import { readSkills, sentencesOf, splitMixed } from './skills.ts';
import { readWork } from './work-history.ts';
import { yearsOfExperience } from './years-of-experience.ts';

/** Where a field was read: page (1-based) and line (0-based index into `ParsedResume.pages[page - 1]`). */
export interface FieldSource {
  /** `name`, `phone`, `email`, `birthYear`, `city`, `education.0`, `work.1`, `projects.0`, `skills.2`, `certificates.0`. */
  readonly field: string;
  readonly page: number;
  readonly line: number;
  /** How many lines the field takes up from there; 1 for a single value. */
  readonly lines: number;
}

/** A profile with the place of each field, and the visible text by page and line for display beside it. */
export interface ParsedResume {
  readonly profile: ResumeProfile;
  readonly sources: readonly FieldSource[];
  readonly pages: readonly (readonly string[])[];
  /** The visible text as one string, one line of the document a line. */
  readonly text: string;
}

export interface ParseOptions {
  /** `YYYY-MM`: the month to count running jobs up to. Without it `years` is null when a job still runs. */
  readonly now?: string;
  /** As uploaded; asked for the name only when no line of the document says it. */
  readonly fileName?: string;
}

/**
 * The facts of a résumé as its visible text states them (contract: design.md §4.1), with the place of every field.
 * Never throws; unknown is null. Hidden and instruction-like text goes to the warnings and into no field.
 */
export function parseResume(document: DocumentText, options: ParseOptions = {}): ParsedResume {
  const readable = readableLines(document.lines);
  const all = toResumeLines(readable.lines);
  const told = all.filter((line) => isInstructionLike(line.text));
  const lines = all.filter((line) => !told.includes(line));
  const sections = splitSections(lines);
  const facts = readFacts(sections);
  const profile: ResumeProfile = {
    name: facts.name?.value ?? nameInFileName(options.fileName ?? ''),
    phone: facts.phone?.value ?? null,
    email: facts.email?.value ?? null,
    birthYear: facts.birthYear?.value ?? null,
    city: facts.city?.value ?? null,
    years: yearsOfExperience(items(facts.work), options.now),
    education: items(facts.education),
    work: items(facts.work),
    projects: items(facts.projects),
    skills: items(facts.skills),
    certificates: items(facts.certificates),
    language: languageOf(lines),
    warnings: warningsOf(document, told, readable.cut),
  };
  return { profile, ...locate(document, facts) };
}

interface Facts {
  readonly name: Found<string> | null;
  readonly phone: Found<string> | null;
  readonly email: Found<string> | null;
  readonly birthYear: Found<number> | null;
  readonly city: Found<string> | null;
  readonly education: readonly Located<EducationItem>[];
  readonly work: readonly Located<WorkItem>[];
  readonly projects: readonly Located<ProjectItem>[];
  readonly certificates: readonly Located<string>[];
  readonly skills: readonly Located<SkillItem>[];
}

function readFacts(sections: readonly Section[]): Facts {
  const schooled = linesOf(sections, 'education').flatMap(readEducation);
  const lives = workSections(sections).map((lines) =>
    schooled.length > 0 ? { study: [], work: lines } : divideLife(lines),
  );
  const work = lives.flatMap((life) => readWork(life.work));
  const projects = linesOf(sections, 'project').flatMap(readProjects);
  const mixed = splitMixed(sections);
  const certificates = readCertificates(sections, mixed.certificates);
  const named = new Set(mixed.certificates.map((item) => item.text));
  const experience = sentencesOf([...items(work), ...items(projects)]);
  return {
    name: findName(sections),
    phone: findPhone(sections),
    email: findMail(sections),
    birthYear: findBirthYear(sections),
    city: findCity(sections),
    education: withFormDegree(
      sections,
      withoutEchoes(
        educationOf(sections, [...schooled, ...lives.flatMap((life) => readEducation(life.study))]),
      ),
    ),
    work,
    projects,
    certificates,
    skills: readSkills(sections, mixed.skills, experience).filter((skill) => !named.has(skill.item.name)),
  };
}

const items = <T>(located: readonly Located<T>[]): T[] => located.map((entry) => entry.item);

const linesOf = (sections: readonly Section[], kind: Section['kind']): ResumeLine[][] =>
  sections.filter((section) => section.kind === kind).map((section) => [...section.lines]);

/** Without a heading for working life, its entries may stand in parts that no table knows. */
function workSections(sections: readonly Section[]): ResumeLine[][] {
  const named = linesOf(sections, 'work');
  if (named.length > 0) return named;
  return [
    ...linesOf(sections, 'unknown'),
    ...linesOf(sections, 'basic'),
    ...linesOf(sections, 'summary'),
  ].map((lines) => lines);
}

function educationOf(
  sections: readonly Section[],
  named: readonly Located<EducationItem>[],
): readonly Located<EducationItem>[] {
  if (named.length > 0) return named;
  const elsewhere = sections.filter((section) => /^(?:basic|unknown|summary)$/.test(section.kind));
  return elsewhere.flatMap((section) => readEducation(section.lines)).slice(0, 4);
}

/** Job boards repeat the highest schooling above all others, mostly without its dates: the entry with dates stays. */
function withoutEchoes(entries: readonly Located<EducationItem>[]): readonly Located<EducationItem>[] {
  const dated = (entry: Located<EducationItem>): boolean =>
    entry.item.from !== null || entry.item.to !== null;
  return entries.filter(
    (entry) =>
      dated(entry) ||
      !entries.some((other) => other !== entry && dated(other) && other.item.school === entry.item.school),
  );
}

/** `学历：大专` among the person's own facts is the degree of the latest school, when that names none itself. */
function withFormDegree(
  sections: readonly Section[],
  entries: readonly Located<EducationItem>[],
): readonly Located<EducationItem>[] {
  const said = linesOf(sections, 'basic')
    .flat()
    .flatMap(labelledValues)
    .find((pair) => pair.kind === 'degree');
  const degree = said ? degreeOf(said.value) : null;
  const latest = [...entries].sort((a, b) => (b.item.to ?? '').localeCompare(a.item.to ?? ''))[0];
  if (degree === null || latest?.item.degree !== null) return entries;
  if (entries.some((entry) => entry.item.degree === degree)) return entries;
  return entries.map((entry) => (entry === latest ? { ...entry, item: { ...entry.item, degree } } : entry));
}

function languageOf(lines: readonly ResumeLine[]): 'zh' | 'en' {
  const text = lines.map((line) => line.text).join('');
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  return han >= words ? 'zh' : 'en';
}

function warningsOf(document: DocumentText, told: readonly ResumeLine[], cut: boolean): ResumeWarning[] {
  const warnings: ResumeWarning[] = document.notes.map((note) => ({
    code: note.code === 'ocr_layer' ? 'field_uncertain' : note.code,
    ...(note.detail === undefined ? {} : { detail: note.detail }),
  }));
  if (cut && !warnings.some(({ code }) => code === 'truncated')) {
    warnings.push({ code: 'truncated', detail: `${mostCharacters}` });
  }
  for (const hidden of document.hidden) {
    warnings.push({ code: 'hidden_text', detail: hidden.text });
    if (isInstructionLike(hidden.text)) warnings.push({ code: 'instruction_like_text', detail: hidden.text });
  }
  for (const line of told) warnings.push({ code: 'instruction_like_text', detail: line.text });
  return warnings;
}

function locate(document: DocumentText, facts: Facts): Omit<ParsedResume, 'profile'> {
  const pages: string[][] = document.pages.map(() => []);
  const places = document.lines.map((line) => {
    const page = pages[line.page - 1] ?? [];
    page.push(line.text.replace(/\n/g, ' '));
    return { page: line.page, line: page.length - 1 };
  });
  const sources: FieldSource[] = [];
  const note = (field: string, lines: readonly number[]): void => {
    const known = lines.flatMap((line) => places[line] ?? []);
    const first = known[0];
    const last = known.findLast((place) => place.page === first?.page);
    if (first && last) sources.push({ field, ...first, lines: Math.max(1, last.line - first.line + 1) });
  };
  for (const field of ['name', 'phone', 'email', 'birthYear', 'city'] as const) {
    const found: Found<unknown> | null = facts[field];
    if (found) note(field, [found.line]);
  }
  for (const field of ['education', 'work', 'projects', 'skills', 'certificates'] as const) {
    facts[field].forEach((entry: Located<unknown>, i: number) => {
      note(`${field}.${i}`, entry.lines);
    });
  }
  return { sources, pages, text: document.lines.map((line) => line.text).join('\n') };
}
