import { AppError } from '../errors/app-error.ts';
import type { Candidate, ProfileEdits } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { ResumeProfile } from '../resume/profile.ts';
import { withoutContact } from './admit-candidate.ts';
import { openContact, sealContact } from './contact.ts';
import { findDuplicates } from './find-duplicates.ts';
import { openStoredResume } from './open-stored-resume.ts';
import { rescreen } from './rescreen.ts';

/** Fields of a profile that people may edit; its language and warnings belong to the file. */
export const editableFields = [
  'name',
  'phone',
  'email',
  'birthYear',
  'city',
  'years',
  'education',
  'work',
  'projects',
  'skills',
  'certificates',
] as const;
type EditableField = (typeof editableFields)[number];

/** The facts as people typed them. */
export type TypedProfile = Omit<Pick<ResumeProfile, EditableField>, 'birthYear'> & {
  /** Left out: as it was. */
  readonly birthYear?: number | null | undefined;
};

/** JSON with keys in one order: two records with the same facts are the same text. */
const fingerprint = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? 'null';

const same = (a: unknown, b: unknown): boolean => fingerprint(a) === fingerprint(b);

/**
 * The candidate, unless gone.
 * @throws AppError `NOT_FOUND`, also for one whose data was erased; `STATE_CONFLICT` for one merged into another.
 */
export async function liveCandidate({ store }: TenantContext, id: string): Promise<Candidate> {
  const candidate = await store.candidates.get(id);
  if (!candidate || candidate.erasedAt) throw new AppError('NOT_FOUND');
  if (candidate.mergedInto) throw new AppError('STATE_CONFLICT', { details: { state: 'merged' } });
  return candidate;
}

/** What the candidate's own file says, as it was read; null for a candidate typed by hand. */
async function readFromFile(context: TenantContext, candidate: Candidate): Promise<ResumeProfile | null> {
  for (const resume of await context.store.resumes.ofCandidate(candidate.id)) {
    const read = await openStoredResume(context, resume);
    if (read) return read.profile;
  }
  return null;
}

function editsAfter(
  typed: Pick<ResumeProfile, EditableField>,
  before: ResumeProfile,
  read: ResumeProfile | null,
  known: ProfileEdits,
  by: { readonly by: string; readonly at: string },
): { readonly edits: ProfileEdits; readonly changed: readonly EditableField[] } {
  const changed = editableFields.filter((field) => !same(typed[field], before[field]));
  const edits: Record<string, ProfileEdits[string]> = { ...known };
  for (const field of changed) {
    if (read && same(typed[field], read[field])) delete edits[field];
    else edits[field] = by;
  }
  return { edits, changed };
}

/**
 * Saves a profile that a person corrected. What was read stays with the résumé; each changed field is marked with who
 * and when; open applications are screened again and duplicates looked for anew.
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` (merged); `CONFLICT` when somebody saved meanwhile.
 */
export async function editProfile(
  context: TenantContext,
  candidateId: string,
  revision: number,
  input: TypedProfile,
): Promise<Candidate> {
  const { services, store, actor } = context;
  const candidate = await liveCandidate(context, candidateId);
  const contact = await openContact(context, candidate);
  const held: ResumeProfile = { ...(candidate.profile ?? emptyProfile), ...contact };
  const typed = { ...input, birthYear: input.birthYear === undefined ? held.birthYear : input.birthYear };
  const read = await readFromFile(context, candidate);
  const now = nowOf(services);
  const { edits, changed } = editsAfter(typed, held, read, candidate.edits ?? {}, {
    by: actor.id ?? '',
    at: now,
  });
  if (changed.length === 0) return candidate;
  const profile: ResumeProfile = { ...held, ...typed };
  const set = {
    name: profile.name,
    city: profile.city,
    ...(await sealContact(context, candidateId, profile)),
    profile: withoutContact(profile),
    edits,
    updatedAt: now,
  };
  const saved: Candidate = { ...candidate, ...set, revision: revision + 1 };
  await store.commit([
    store.candidates.update(candidateId, revision, set),
    ...(await rescreen(context, candidateId, profile)),
    ...(await findDuplicates(context, saved, profile)),
    store.audit.add({
      actor,
      action: 'candidate.edited',
      subjectKind: 'candidate',
      subjectId: candidateId,
      at: now,
      data: { fields: changed },
    }),
  ]);
  return saved;
}

/** A profile of which nothing is known. */
export const emptyProfile: ResumeProfile = {
  name: null,
  phone: null,
  email: null,
  birthYear: null,
  city: null,
  years: null,
  education: [],
  work: [],
  projects: [],
  skills: [],
  certificates: [],
  language: 'zh',
  warnings: [],
};
