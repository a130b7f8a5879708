import { agreesToTalentPool } from '../consent/talent-pool.ts';
import { AppError } from '../errors/app-error.ts';
import { isEnterable } from '../interview/interview.ts';
import type {
  Application,
  ApplicationEvent,
  Candidate,
  MergeSuggestion,
  Resume,
} from '../ports/repositories/candidates.ts';
import type { Interview } from '../ports/repositories/interviews.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import type { PublicLink } from '../ports/repositories/system-store.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { canMove } from './application.ts';
import { type Contact, openContact } from './contact.ts';
import { type DescribedRule, describeRules } from './describe-rule.ts';
import { openStoredResume } from './open-stored-resume.ts';
import type { StoredResume } from './stored-resume.ts';

/** An interview with the newest link that it got. */
export interface LinkedInterview {
  readonly interview: Interview;
  readonly link: PublicLink | null;
  /** Whether the candidate may be contacted about other jobs. */
  readonly talentPool: boolean;
}

/** Another candidate who may be the same person. */
export interface Duplicate {
  readonly suggestion: MergeSuggestion;
  readonly other: Candidate;
  readonly applications: readonly Application[];
}

/** Everything HR sees about one application. */
export interface ApplicationFile {
  readonly application: Application;
  readonly candidate: Candidate;
  readonly contact: Contact;
  readonly version: JobVersion;
  readonly jobState: 'draft' | 'published' | 'closed';
  readonly resume: Resume | null;
  readonly read: StoredResume | null;
  /** All résumé files of the candidate, oldest first. */
  readonly resumes: readonly Resume[];
  readonly rules: readonly DescribedRule[];
  readonly duplicates: readonly Duplicate[];
  readonly otherApplications: readonly Application[];
  /** Titles of the jobs that are named in here, by job id. */
  readonly jobTitles: ReadonlyMap<string, string>;
  /** Names of the staff who are named in here, by id. */
  readonly people: ReadonlyMap<string, string | null>;
  readonly interviews: readonly LinkedInterview[];
  readonly events: readonly ApplicationEvent[];
  /** Whether inviting is the next thing that may be done: a first, renewed or further invitation. */
  readonly mayInvite: boolean;
}

async function linkedInterviews(
  { services, store, tenantId }: TenantContext,
  applicationId: string,
): Promise<LinkedInterview[]> {
  const held = await store.interviews.ofApplication(applicationId);
  return Promise.all(
    held.map(async (interview) => {
      const links = await services.system.publicLinksOf(tenantId, interview.id);
      const own = links.filter((link) => link.kind === 'interview');
      return {
        interview,
        link: own[own.length - 1] ?? null,
        talentPool: await agreesToTalentPool(store, interview.id),
      };
    }),
  );
}

async function duplicatesOf({ store }: TenantContext, candidate: Candidate): Promise<Duplicate[]> {
  const suggestions = await store.candidates.mergeSuggestionsOf(candidate.id);
  const found = await Promise.all(
    suggestions.map(async (suggestion): Promise<Duplicate | null> => {
      const otherId = suggestion.candidateId === candidate.id ? suggestion.otherId : suggestion.candidateId;
      const other = await store.candidates.get(otherId);
      if (!other || other.erasedAt) return null;
      const stale = suggestion.state === 'open' && other.mergedInto !== null;
      if (stale) return null;
      return { suggestion, other, applications: await store.applications.ofCandidate(otherId) };
    }),
  );
  return found.filter((one) => one !== null);
}

/**
 * Gathers everything about one application.
 * @throws AppError `NOT_FOUND`, also for a candidate whose data was erased.
 */
export async function applicationFile(context: TenantContext, id: string): Promise<ApplicationFile> {
  const { services, store } = context;
  const application = await store.applications.get(id);
  const candidate = application && (await store.candidates.get(application.candidateId));
  const version = application && (await store.jobs.version(application.jobVersionId));
  if (!application || !candidate || candidate.erasedAt || !version) throw new AppError('NOT_FOUND');
  const resume = application.resumeId ? await store.resumes.get(application.resumeId) : null;
  const interviews = await linkedInterviews(context, id);
  const jobs = await store.jobs.list({});
  const job = jobs.find((one) => one.id === application.jobId);
  const open = interviews.some(({ interview }) => isEnterable(interview.state));
  return {
    application,
    candidate,
    contact: await openContact({ services, tenantId: context.tenantId }, candidate),
    version,
    jobState: job?.state ?? 'closed',
    resume,
    read: resume ? await openStoredResume(context, resume) : null,
    resumes: await store.resumes.ofCandidate(candidate.id),
    rules: describeRules(version.definition),
    duplicates: await duplicatesOf(context, candidate),
    otherApplications: (await store.applications.ofCandidate(candidate.id)).filter((one) => one.id !== id),
    jobTitles: new Map(jobs.map((one) => [one.id, one.title])),
    people: new Map((await store.people.list()).map((person) => [person.id, person.name])),
    interviews,
    events: await store.applications.events(id),
    mayInvite: open || (job?.state === 'published' && canMove(application.status, 'invited')),
  };
}

/**
 * Records that a person opened the screening card: rejecting before an interview needs it (design §5, R5, R10).
 * @throws AppError `NOT_FOUND`
 */
export async function openScreeningCard(context: TenantContext, applicationId: string): Promise<void> {
  const { services, store, actor } = context;
  if (!(await store.applications.get(applicationId))) throw new AppError('NOT_FOUND');
  const now = nowOf(services);
  await store.commit([
    store.decisions.view(applicationId, actor.id ?? '', 'screening', now),
    store.audit.add({
      actor,
      action: 'screening.opened',
      subjectKind: 'application',
      subjectId: applicationId,
      at: now,
    }),
  ]);
}
