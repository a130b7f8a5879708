import { monthNumber } from './dates.ts';
import type { EducationItem, WorkItem } from './profile.ts';

/** What is compared of a candidate. The keys are HMACs made outside with the tenant's key (design.md D23). */
export interface ComparedCandidate {
  readonly id: string;
  readonly phoneKey: string | null;
  readonly mailKey: string | null;
  readonly name: string | null;
  readonly education: readonly EducationItem[];
  readonly work: readonly WorkItem[];
}

/** A proposal to merge; nothing is ever merged without a person. */
export interface DuplicateProposal {
  readonly id: string;
  /** `exact`: same phone or mail. `likely`: same name and a shared school or company. */
  readonly certainty: 'exact' | 'likely';
  readonly because: readonly ('phone' | 'mail' | 'name' | 'school' | 'company' | 'dates')[];
}

/** Candidates who may be the same person, surest first. */
export function findDuplicates(
  candidate: ComparedCandidate,
  others: readonly ComparedCandidate[],
): DuplicateProposal[] {
  return others
    .filter((other) => other.id !== candidate.id)
    .flatMap((other) => compareCandidates(candidate, other) ?? [])
    .sort(
      (a, b) =>
        Number(b.certainty === 'exact') - Number(a.certainty === 'exact') ||
        b.because.length - a.because.length,
    );
}

/** Compares two candidates; null when nothing suggests one person. Equal names alone are no reason. */
export function compareCandidates(a: ComparedCandidate, b: ComparedCandidate): DuplicateProposal | null {
  const because: DuplicateProposal['because'][number][] = [];
  if (a.phoneKey !== null && a.phoneKey === b.phoneKey) because.push('phone');
  if (a.mailKey !== null && a.mailKey === b.mailKey) because.push('mail');
  const exact = because.length > 0;
  const sameName = a.name !== null && b.name !== null && fold(a.name) === fold(b.name);
  if (sameName) because.push('name');
  const schools = shared(a.education, b.education, (item) => item.school);
  const companies = shared(a.work, b.work, (item) => item.company);
  if (schools.length > 0) because.push('school');
  if (companies.length > 0) because.push('company');
  if ([...schools, ...companies].some(([first, second]) => overlap(first, second))) because.push('dates');
  if (exact) return { id: b.id, certainty: 'exact', because };
  return sameName && schools.length + companies.length > 0
    ? { id: b.id, certainty: 'likely', because }
    : null;
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.()（）]/g, '')
    .replace(/(?:股份|集团)?有限(?:责任)?公司$/, '');

interface Dated {
  readonly from: string | null;
  readonly to: string | null;
}

function shared<T extends Dated>(a: readonly T[], b: readonly T[], nameOf: (item: T) => string): [T, T][] {
  return a.flatMap((first) =>
    b
      .filter((second) => nameOf(first) !== '' && fold(nameOf(first)) === fold(nameOf(second)))
      .map((second): [T, T] => [first, second]),
  );
}

/** Whether two periods share a month; a bare year stands for all of it, an unknown end for nothing. */
function overlap(a: Dated, b: Dated): boolean {
  const [aFrom, bFrom] = [low(a.from), low(b.from)];
  const [aTo, bTo] = [high(a.to), high(b.to)];
  if (aFrom === null || bFrom === null || aTo === null || bTo === null) return false;
  return aFrom <= bTo && bFrom <= aTo;
}

const low = (date: string | null): number | null =>
  date === null ? null : (monthNumber(date) ?? (/^\d{4}$/.test(date) ? Number(date) * 12 : null));

const high = (date: string | null): number | null => {
  if (date === 'present') return Number.POSITIVE_INFINITY;
  return date === null ? null : (monthNumber(date) ?? (/^\d{4}$/.test(date) ? Number(date) * 12 + 11 : null));
};
