import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDocument } from '#adapters/documents/read-document.ts';
import { AppError } from '#core/errors/app-error.ts';
import { parseResume } from '#core/resume/parse-resume.ts';
import type { ResumeProfile } from '#core/resume/profile.ts';

/** A line of `truth.jsonl`; see SOURCE.md beside it. */
interface Truth {
  readonly file: string;
  readonly layout: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly city: string | null;
  readonly education: readonly {
    school: string;
    degree: string | null;
    major: string | null;
    from: string | null;
    to: string | null;
  }[];
  readonly work: readonly { company: string; title: string | null; from: string | null; to: string | null }[];
  readonly skills: readonly string[];
  readonly certificates: readonly string[];
  readonly hidden: readonly string[];
}

interface Tally {
  hit: number;
  wrong: number;
  missed: number;
}

/** F1 per field over all files that can be read, and what went wrong where. */
export interface ResumeScores {
  readonly files: number;
  readonly f1: Readonly<Record<string, number>>;
  readonly misses: readonly string[];
}

const fold = (value: string | null | undefined): string =>
  (value ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** A bare year answers a truth that knows no month. */
const month = (value: string | null): string => (value && /^\d{4}$/.test(value) ? '' : (value ?? ''));

const entryKeys = (
  profile: Pick<ResumeProfile, 'education' | 'work'> | Truth,
  field: 'education' | 'work',
): string[] =>
  field === 'education'
    ? profile.education.map((item) =>
        [fold(item.school), fold(item.degree), month(item.from), month(item.to)].join('|'),
      )
    : profile.work.map((item) =>
        [fold(item.company), fold(item.title), month(item.from), month(item.to)].join('|'),
      );

function compare(truth: Truth, found: ResumeProfile): Record<string, [string[], string[]]> {
  const one = (value: string | null): string[] => (value === null ? [] : [fold(value)]);
  const hidden = found.warnings
    .filter((warning) => warning.code === 'hidden_text')
    .map((warning) => fold(warning.detail));
  return {
    name: [one(truth.name), one(found.name)],
    phone: [one(truth.phone), one(found.phone)],
    email: [one(truth.email), one(found.email)],
    city: [one(truth.city), one(found.city)],
    education: [entryKeys(truth, 'education'), entryKeys(found, 'education')],
    major: [
      truth.education.map((item) => `${fold(item.school)}|${fold(item.major)}`),
      found.education.map((item) => `${fold(item.school)}|${fold(item.major)}`),
    ],
    work: [entryKeys(truth, 'work'), entryKeys(found, 'work')],
    skills: [truth.skills.map(fold), found.skills.map((skill) => fold(skill.name))],
    certificates: [truth.certificates.map(fold), found.certificates.map(fold)],
    hidden: [truth.hidden.map(fold), hidden],
  };
}

function tally(truth: readonly string[], found: readonly string[]): Tally & { readonly odd: string[] } {
  const left = [...found];
  let hit = 0;
  const missing: string[] = [];
  for (const value of truth) {
    const at = left.indexOf(value);
    if (at === -1) missing.push(value);
    else {
      left.splice(at, 1);
      hit += 1;
    }
  }
  const odd = [...missing.map((value) => `-${value}`), ...left.map((value) => `+${value}`)];
  return { hit, wrong: left.length, missed: missing.length, odd };
}

/** Reads every file of a folder with a `truth.jsonl` and compares. Files that only OCR could read are left out. */
export async function scoreResumes(folder: string, password = '1234'): Promise<ResumeScores> {
  const source = await readFile(join(folder, 'truth.jsonl'), 'utf8');
  const truths = source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Truth);
  const sums = new Map<string, Tally>();
  const misses: string[] = [];
  let files = 0;
  for (const truth of truths) {
    const bytes = new Uint8Array(await readFile(join(folder, truth.file)));
    const document = await open(bytes, truth.file, password).catch((error: unknown) => {
      misses.push(`${truth.file}: ${error instanceof AppError ? error.code : String(error)}`);
      return null;
    });
    if (document?.notes.some((note) => note.code === 'needs_ocr')) {
      misses.push(`${truth.file}: needs OCR (left out)`);
      continue;
    }
    files += 1;
    const empty = { format: 'text', pages: [], lines: [], hidden: [], notes: [] } as const;
    const { profile } = parseResume(document ?? empty, { fileName: truth.file, now: '2026-11' });
    for (const [field, [wanted, found]] of Object.entries(compare(truth, profile))) {
      const own = tally(wanted, found);
      const sum = sums.get(field) ?? { hit: 0, wrong: 0, missed: 0 };
      sums.set(field, {
        hit: sum.hit + own.hit,
        wrong: sum.wrong + own.wrong,
        missed: sum.missed + own.missed,
      });
      if (own.odd.length > 0) misses.push(`${truth.file} ${field}: ${own.odd.join('  ')}`);
    }
  }
  return { files, f1: Object.fromEntries([...sums].map(([field, sum]) => [field, f1(sum)])), misses };
}

const open = async (bytes: Uint8Array, fileName: string, password: string) => {
  try {
    return await readDocument(bytes, { fileName });
  } catch (error) {
    if (error instanceof AppError && error.code === 'RESUME_PASSWORD')
      return readDocument(bytes, { fileName, password });
    throw error;
  }
};

const f1 = ({ hit, wrong, missed }: Tally): number =>
  hit + wrong + missed === 0 ? 1 : Math.round((2000 * hit) / (2 * hit + wrong + missed)) / 1000;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--data');
  const folder = at === -1 ? 'test/fixtures/resumes' : (process.argv[at + 1] ?? '');
  console.log(JSON.stringify(await scoreResumes(folder), null, 2));
}
