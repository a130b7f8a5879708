import type { ApplicationStatus, ScreeningOutcome } from '../../application/application.ts';
import type { InterviewState } from '../../interview/interview.ts';
import type { Suggestion } from '../../report/report.ts';
import type { ResumeProfile } from '../../resume/profile.ts';
import type { Change, Page, PageRequest } from '../unit-of-work.ts';

/** Fields of a profile that a person typed or corrected (`name`, `phone`, `work` …), with who and when. */
export type ProfileEdits = Readonly<Record<string, { readonly by: string; readonly at: string }>>;

export interface Candidate {
  readonly id: string;
  readonly name: string | null;
  readonly phoneSealed: string | null;
  readonly phoneKey: string | null;
  readonly emailSealed: string | null;
  readonly emailKey: string | null;
  readonly city: string | null;
  /** Phone and email inside are always null: they are sealed. */
  readonly profile: ResumeProfile | null;
  readonly edits: ProfileEdits | null;
  readonly revision: number;
  readonly mergedInto: string | null;
  /** Set once the person's data was erased. */
  readonly erasedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a merge moved from one candidate to the other, so that it can be undone exactly. */
export interface MovedBelongings {
  readonly from: string;
  readonly into: string;
  readonly resumeIds: readonly string[];
  readonly applicationIds: readonly string[];
  /** Contacts that only the merged candidate had and the kept one received. */
  readonly filled: readonly ('phone' | 'email')[];
}

export interface MergeSuggestion {
  readonly id: string;
  readonly candidateId: string;
  readonly otherId: string;
  readonly reasons: readonly string[];
  readonly state: 'open' | 'merged' | 'dismissed';
  readonly moved: MovedBelongings | null;
  readonly decidedBy: string | null;
  readonly createdAt: string;
  readonly decidedAt: string | null;
}

export interface CandidateRepository {
  get(id: string): Promise<Candidate | null>;
  add(candidate: Candidate): Change;
  /** Guarded by `revision`, which it raises by one. */
  update(
    id: string,
    revision: number,
    set: Partial<Omit<Candidate, 'id' | 'revision' | 'createdAt'>>,
  ): Change;
  /** Candidates whose phone or mail has one of these search hashes. */
  byContact(keys: {
    readonly phoneKeys: readonly string[];
    readonly emailKeys: readonly string[];
  }): Promise<readonly Candidate[]>;
  byName(name: string): Promise<readonly Candidate[]>;
  /** Candidates made before a moment to whom no application belongs; neither merged nor erased. Oldest first. */
  withoutApplication(before: string, limit: number): Promise<readonly Candidate[]>;
  /** Candidates that were merged into this one. */
  mergedInto(id: string): Promise<readonly Candidate[]>;
  suggestMerge(suggestion: MergeSuggestion): Change;
  mergeSuggestions(state: MergeSuggestion['state']): Promise<readonly MergeSuggestion[]>;
  mergeSuggestion(id: string): Promise<MergeSuggestion | null>;
  /** Suggestions that name the candidate on either side, newest first. */
  mergeSuggestionsOf(candidateId: string): Promise<readonly MergeSuggestion[]>;
  /** Guarded: only a suggestion in state `from`. */
  decideMerge(
    id: string,
    from: MergeSuggestion['state'],
    set: Pick<MergeSuggestion, 'state' | 'moved' | 'decidedBy' | 'decidedAt'>,
  ): Change;
  /** Gives one application to another candidate. Guarded: it must belong to `fromId`. */
  giveApplication(applicationId: string, fromId: string, intoId: string): Change;
  /** Gives one résumé to another candidate. Guarded: it must belong to `fromId`. */
  giveResume(resumeId: string, fromId: string, intoId: string): Change;
  /**
   * Deletes what is personal about a candidate and the interviews of their applications, row by row: name, contacts,
   * profile, résumé rows, answers, transcripts, recordings, score runs, reports, feedback, notes in the history.
   * Kept without the person: the applications with their statuses, consents, decisions, appeals' outcomes, the audit.
   */
  eraseRows(candidateId: string, at: string): readonly Change[];
}

export interface Resume {
  readonly id: string;
  readonly candidateId: string | null;
  readonly jobId: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly contentHash: string;
  readonly objectKey: string;
  readonly state: 'pending' | 'parsed' | 'failed';
  readonly errorCode: string | null;
  /** Sealed JSON of `StoredResume`. */
  readonly parsedSealed: string | null;
  readonly uploadedBy: string | null;
  readonly createdAt: string;
  readonly parsedAt: string | null;
}

export interface ResumeRepository {
  get(id: string): Promise<Resume | null>;
  add(resume: Resume): Change;
  byHash(contentHash: string): Promise<readonly Resume[]>;
  ofJob(jobId: string): Promise<readonly Resume[]>;
  ofCandidate(candidateId: string): Promise<readonly Resume[]>;
  /** Guarded: only from `pending`. */
  finish(
    id: string,
    result:
      | { readonly state: 'parsed'; readonly candidateId: string; readonly parsedSealed: string }
      | { readonly state: 'failed'; readonly errorCode: string },
    at: string,
  ): Change;
  /** Joins a file that could not be read to a candidate whose facts were typed. Guarded: only a failed one. */
  adopt(id: string, candidateId: string, at: string): Change;
  /** Guarded: only a failed one, back to pending. */
  retry(id: string): Change;
  /** Guarded: only one that no candidate was made from. */
  remove(id: string): Change;
  /** Uploads that have not become a candidate: still being read, or failed. Newest first; of one job or of all. */
  unfinished(jobId?: string): Promise<readonly Resume[]>;
}

export interface Application {
  readonly id: string;
  readonly jobId: string;
  readonly jobVersionId: string;
  readonly candidateId: string;
  readonly resumeId: string | null;
  readonly status: ApplicationStatus;
  readonly screening: ScreeningOutcome | null;
  readonly score10: number | null;
  readonly suggestion: Suggestion | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An application as lists show it. */
export interface ApplicationListItem extends Application {
  readonly candidateName: string | null;
  readonly city: string | null;
  readonly jobTitle: string;
  readonly years: number | null;
  /** State of the newest interview; null before an invitation. */
  readonly interviewState: InterviewState | null;
  /** Whether an open proposal says that somebody else here may be the same person. */
  readonly duplicate: boolean;
}

/** What a list of applications is narrowed to. */
export interface ApplicationFilter {
  readonly jobId?: string | undefined;
  readonly statuses?: readonly ApplicationStatus[] | undefined;
  readonly screening?: string | undefined;
  readonly suggestion?: Suggestion | undefined;
  /** Part of a name or city, case-insensitive. */
  readonly search?: string | undefined;
  /** Search hashes of a phone or mail; they are an alternative to `search`. */
  readonly contactKeys?: readonly string[] | undefined;
  readonly sort?: 'updated' | 'score' | undefined;
}

export interface ApplicationEvent {
  readonly id: string;
  readonly applicationId: string;
  readonly fromStatus: ApplicationStatus | null;
  readonly toStatus: ApplicationStatus;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly at: string;
}

export interface ApplicationRepository {
  get(id: string): Promise<Application | null>;
  ofCandidate(candidateId: string): Promise<readonly Application[]>;
  forJobAndCandidate(jobId: string, candidateId: string): Promise<Application | null>;
  add(application: Application): Change;
  list(filter: ApplicationFilter, page: PageRequest): Promise<Page<ApplicationListItem>>;
  /** Applications by status; with a filter only those that it lets through, its statuses aside. */
  counts(filter?: ApplicationFilter): Promise<Readonly<Record<string, number>>>;
  /** Applications by overall screening result (`match`, `unclear`, `mismatch`); `none` counts those without. */
  screeningCounts(filter?: ApplicationFilter): Promise<Readonly<Record<string, number>>>;
  /** Guarded by `from`; `set` changes further columns in the same step. */
  move(
    id: string,
    from: ApplicationStatus,
    to: ApplicationStatus,
    at: string,
    set?: Partial<Pick<Application, 'screening' | 'score10' | 'suggestion' | 'jobVersionId' | 'resumeId'>>,
  ): Change;
  /** Guarded: the application must exist and, when given, must not have changed since `updatedAt`. */
  update(
    id: string,
    set: Partial<Pick<Application, 'screening' | 'score10' | 'suggestion' | 'resumeId' | 'jobVersionId'>>,
    at: string,
    updatedAt?: string,
  ): Change;
  addEvent(event: ApplicationEvent): Change;
  events(applicationId: string): Promise<readonly ApplicationEvent[]>;
}
