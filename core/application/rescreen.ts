import type { Application } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import type { ResumeProfile } from '../resume/profile.ts';
import { isOpen } from './application.ts';
import { openStoredResume } from './open-stored-resume.ts';
import { screenProfile } from './screen-profile.ts';
import { keepCorrections } from './screening-corrections.ts';
import type { StoredResume } from './stored-resume.ts';

/** The facts of a profile line by line, as a résumé would state them: what screening reads where no file says it. */
export function profileLines(profile: ResumeProfile): string[] {
  return [
    ...(profile.city ? [profile.city] : []),
    ...profile.education.map((item) =>
      [item.school, item.degree, item.major, item.mode].filter(Boolean).join(' '),
    ),
    ...[
      ...profile.work.map((item) => [[item.company, item.title].filter(Boolean).join(' '), item.text]),
      ...profile.projects.map((item) => [[item.name, item.role].filter(Boolean).join(' '), item.text]),
    ].flatMap(([head, text]) => [head ?? '', ...(text ?? '').split('\n')]),
    ...profile.skills.map((skill) => skill.name),
    ...profile.certificates,
  ].filter((line) => line.trim() !== '');
}

/** What screening reads: the file's visible text, and what people typed that the file does not say. */
export function screenedText(
  read: Pick<StoredResume, 'pages'> | null,
  profile: ResumeProfile,
): readonly (readonly string[])[] {
  const pages = read?.pages ?? [];
  const said = pages.flat().join('\n');
  const typed = profileLines(profile).filter((line) => !said.includes(line));
  return typed.length > 0 ? [...pages, typed] : pages;
}

/** Screens the open applications of a candidate again after the profile changed; people's corrections stay. */
export async function rescreen(
  context: TenantContext,
  candidateId: string,
  profile: ResumeProfile,
): Promise<Change[]> {
  const { store } = context;
  const applications = await store.applications.ofCandidate(candidateId);
  const changes = await Promise.all(
    applications.filter((one) => isOpen(one.status)).map((one) => screenAgain(context, one, profile)),
  );
  return changes.flat();
}

async function screenAgain(
  context: TenantContext,
  application: Application,
  profile: ResumeProfile,
): Promise<Change[]> {
  const { services, store } = context;
  const version = await store.jobs.version(application.jobVersionId);
  if (!version) return [];
  const resume = application.resumeId ? await store.resumes.get(application.resumeId) : null;
  const read = resume ? await openStoredResume(context, resume) : null;
  const now = nowOf(services);
  const pages = screenedText(read, profile);
  const fresh = screenProfile(version.definition, { profile, pages }, now.slice(0, 7));
  const screening = keepCorrections(version.definition, fresh, application.screening);
  return [store.applications.update(application.id, { screening }, now, application.updatedAt)];
}
