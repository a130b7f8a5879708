import type { Candidate } from '../ports/repositories/candidates.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import type { ResumeProfile } from '../resume/profile.ts';
import type { ApplicationStatus } from './application.ts';
import { type Contact, sealContact } from './contact.ts';
import { screenProfile } from './screen-profile.ts';
import type { StoredResume } from './stored-resume.ts';

/** The contacts leave the profile for their sealed columns. */
export const withoutContact = (profile: ResumeProfile): ResumeProfile => ({
  ...profile,
  phone: null,
  email: null,
});

/** A candidate row for a profile, not stored yet. */
export async function newCandidate(
  context: TenantContext,
  profile: ResumeProfile,
  edits: Candidate['edits'],
): Promise<Candidate> {
  const { services } = context;
  const id = services.ids.next('cnd');
  const now = nowOf(services);
  const contact: Contact = { phone: profile.phone, email: profile.email };
  return {
    id,
    name: profile.name,
    ...(await sealContact(context, id, contact)),
    city: profile.city,
    profile: withoutContact(profile),
    edits,
    revision: 1,
    mergedInto: null,
    erasedAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** One step in an application's history. */
export const statusEvent = (
  { services, store, actor }: TenantContext,
  step: {
    readonly applicationId: string;
    readonly from: ApplicationStatus | null;
    readonly to: ApplicationStatus;
    readonly reasonCode?: string | null | undefined;
    readonly note?: string | null | undefined;
  },
): Change =>
  store.applications.addEvent({
    id: services.ids.next('evt'),
    applicationId: step.applicationId,
    fromStatus: step.from,
    toStatus: step.to,
    actorKind: actor.kind,
    actorId: actor.id,
    reasonCode: step.reasonCode ?? null,
    note: step.note ?? null,
    at: nowOf(services),
  });

/** What an application starts from. */
export interface NewApplication {
  readonly version: JobVersion;
  readonly candidate: Candidate;
  readonly resumeId: string | null;
  readonly read: Pick<StoredResume, 'profile' | 'pages'>;
}

/** A screened application of a new candidate for a job version, not stored yet. */
export function newApplication(
  context: TenantContext,
  { version, candidate, resumeId, read }: NewApplication,
): { readonly id: string; readonly changes: readonly Change[] } {
  const { services, store } = context;
  const now = nowOf(services);
  const id = services.ids.next('app');
  return {
    id,
    changes: [
      store.applications.add({
        id,
        jobId: version.jobId,
        jobVersionId: version.id,
        candidateId: candidate.id,
        resumeId,
        status: 'screened',
        screening: screenProfile(version.definition, read, now.slice(0, 7)),
        score10: null,
        suggestion: null,
        createdAt: now,
        updatedAt: now,
      }),
      statusEvent(context, { applicationId: id, from: null, to: 'applied' }),
      statusEvent(context, { applicationId: id, from: 'applied', to: 'screened' }),
    ],
  };
}
