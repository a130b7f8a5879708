import type { Static } from '@sinclair/typebox';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import type { TypedProfileBody } from '#adapters/http/schemas/resume-profile.ts';

export type TypedProfile = Static<typeof TypedProfileBody>;
export type Degree = NonNullable<TypedProfile['education'][number]['degree']>;

/** A row of a list in the form; `key` keeps its place while rows come and go. */
interface Row {
  readonly key: string;
}

export interface EducationDraft extends Row {
  readonly school: string;
  readonly degree: Degree | '';
  readonly major: string;
  readonly from: string;
  readonly to: string;
  readonly mode: string;
}

export interface WorkDraft extends Row {
  readonly company: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export interface ProjectDraft extends Row {
  readonly name: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export interface SkillDraft extends Row {
  readonly name: string;
  readonly evidence: string;
}

export interface CertificateDraft extends Row {
  readonly name: string;
}

/** A profile as the form holds it: texts, so that half-typed values are possible. */
export interface ProfileDraft {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly city: string;
  readonly years: string;
  /** Null where the form does not ask for it. */
  readonly birthYear: string | null;
  readonly education: readonly EducationDraft[];
  readonly work: readonly WorkDraft[];
  readonly projects: readonly ProjectDraft[];
  readonly skills: readonly SkillDraft[];
  readonly certificates: readonly CertificateDraft[];
}

/** What is wrong in a field, by its path (`work.0.from`). */
export type DraftFault = 'date' | 'number' | 'email' | 'phone' | 'needed';
export type DraftFaults = Readonly<Record<string, DraftFault>>;

let lastKey = 0;
/** A key for a new row of the form. */
export const newKey = (): string => {
  lastKey += 1;
  return `row-${lastKey}`;
};

/** A form with nothing in it. */
export const emptyDraft = (): ProfileDraft => ({
  name: '',
  phone: '',
  email: '',
  city: '',
  years: '',
  birthYear: null,
  education: [],
  work: [],
  projects: [],
  skills: [],
  certificates: [],
});

type Candidate = ApplicationView['candidate'];

/** A stored date in the form: `present` stays the code, the field shows the reader's word. */
const dateText = (date: string | null, present: string): string =>
  date === 'present' ? present : (date ?? '');

/** Fills the form from a candidate. `present` is the reader's word for a job that still runs. */
export function draftOf(candidate: Candidate, minor: boolean, present: string): ProfileDraft {
  const { profile } = candidate;
  const period = (item: { readonly from: string | null; readonly to: string | null }) => ({
    key: newKey(),
    from: dateText(item.from, present),
    to: dateText(item.to, present),
  });
  return {
    name: candidate.name ?? '',
    phone: candidate.phone ?? '',
    email: candidate.email ?? '',
    city: candidate.city ?? '',
    years: profile?.years === null || profile === null ? '' : String(profile.years),
    birthYear: minor ? String(profile?.birthYear ?? '') : null,
    education: (profile?.education ?? []).map((item) => ({
      ...period(item),
      school: item.school,
      degree: item.degree ?? '',
      major: item.major ?? '',
      mode: item.mode ?? '',
    })),
    work: (profile?.work ?? []).map((item) => ({
      ...period(item),
      company: item.company,
      title: item.title ?? '',
      text: item.text,
    })),
    projects: (profile?.projects ?? []).map((item) => ({
      ...period(item),
      name: item.name,
      role: item.role ?? '',
      text: item.text,
    })),
    skills: (profile?.skills ?? []).map((skill) => ({
      key: newKey(),
      name: skill.name,
      evidence: skill.evidence ?? '',
    })),
    certificates: (profile?.certificates ?? []).map((name) => ({ key: newKey(), name })),
  };
}

/**
 * Reads a date as people type it: `2021-07`, `2021.7`, `2021年7月`, `2021/07`, `2021`, 至今, present. Null when empty,
 * undefined when it is no date.
 */
export function readDate(text: string): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (/^(至今|现在|目前|present|now|today)$/i.test(typed)) return 'present';
  const found = /^((?:19|20)\d{2})(?:\s*[-./年]\s*(\d{1,2})?\s*月?)?$/.exec(typed);
  if (!found?.[1]) return undefined;
  if (!found[2]) return /年?$/.test(typed) && !/[-./]$/.test(typed) ? found[1] : undefined;
  const month = Number(found[2]);
  return month >= 1 && month <= 12 ? `${found[1]}-${String(month).padStart(2, '0')}` : undefined;
}

/** What the form's texts mean, or what is wrong with them. */
export function readDraft(draft: ProfileDraft): {
  readonly profile: TypedProfile;
  readonly faults: DraftFaults;
} {
  const faults: Record<string, DraftFault> = {};
  const orNull = (text: string): string | null => text.trim() || null;
  const date = (path: string, text: string): string | null => {
    const read = readDate(text);
    if (read === undefined) faults[path] = 'date';
    return read ?? null;
  };
  const period = (path: string, row: { readonly from: string; readonly to: string }) => ({
    from: date(`${path}.from`, row.from),
    to: date(`${path}.to`, row.to),
  });
  const number = (path: string, text: string, [least, most]: readonly [number, number]): number | null => {
    if (text.trim() === '') return null;
    const value = Number(text);
    if (!(value >= least && value <= most)) faults[path] = 'number';
    return value;
  };
  const needed = (path: string, text: string): string => {
    if (text.trim() === '') faults[path] = 'needed';
    return text.trim();
  };
  if (draft.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(draft.email.trim())) faults.email = 'email';
  if (draft.phone.trim() !== '' && !/^\+?[\d\s()-]{5,30}$/.test(draft.phone.trim())) faults.phone = 'phone';
  const profile: TypedProfile = {
    name: orNull(draft.name),
    phone: orNull(draft.phone),
    email: orNull(draft.email),
    city: orNull(draft.city),
    years: number('years', draft.years, [0, 70]),
    ...(draft.birthYear === null ? {} : { birthYear: number('birthYear', draft.birthYear, [1900, 2100]) }),
    education: draft.education.map((row, i) => ({
      school: needed(`education.${i}.school`, row.school),
      degree: row.degree || null,
      major: orNull(row.major),
      ...period(`education.${i}`, row),
      ...(row.mode.trim() ? { mode: row.mode.trim() } : {}),
    })),
    work: draft.work.map((row, i) => ({
      company: needed(`work.${i}.company`, row.company),
      title: orNull(row.title),
      ...period(`work.${i}`, row),
      text: row.text,
    })),
    projects: draft.projects.map((row, i) => ({
      name: needed(`projects.${i}.name`, row.name),
      role: orNull(row.role),
      ...period(`projects.${i}`, row),
      text: row.text,
    })),
    skills: draft.skills.map((row, i) => ({
      name: needed(`skills.${i}.name`, row.name),
      ...(row.evidence.trim() ? { evidence: row.evidence.trim() } : {}),
    })),
    certificates: draft.certificates.map((row, i) => needed(`certificates.${i}.name`, row.name)),
  };
  return { profile, faults };
}
