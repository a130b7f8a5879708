import type { ApplicationStatus, ScreeningOutcome } from '../../application/application.ts';
import type { Suggestion } from '../../report/report.ts';
import type { ResumeProfile } from '../../resume/profile.ts';
import type { Change, Page, PageRequest } from '../unit-of-work.ts';

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
  readonly revision: number;
  readonly mergedInto: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface MergeSuggestion {
  readonly id: string;
  readonly candidateId: string;
  readonly otherId: string;
  readonly reasons: readonly string[];
  readonly state: 'open' | 'merged' | 'dismissed';
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
  suggestMerge(suggestion: MergeSuggestion): Change;
  mergeSuggestions(state: MergeSuggestion['state']): Promise<readonly MergeSuggestion[]>;
  mergeSuggestion(id: string): Promise<MergeSuggestion | null>;
  /** Guarded: only an open suggestion. */
  decideMerge(id: string, state: 'merged' | 'dismissed', by: string, at: string): Change;
  /** Moves résumés and applications of `fromId` to `intoId`, except applications for a job that `intoId` has too. */
  moveBelongings(fromId: string, intoId: string): readonly Change[];
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
  /** Guarded: only a failed one, back to pending. */
  retry(id: string): Change;
  remove(id: string): Change;
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
  list(
    filter: {
      readonly jobId?: string | undefined;
      readonly statuses?: readonly ApplicationStatus[] | undefined;
      readonly screening?: string | undefined;
      readonly suggestion?: Suggestion | undefined;
      /** Part of a name, case-insensitive. */
      readonly search?: string | undefined;
      readonly sort?: 'updated' | 'score' | undefined;
    },
    page: PageRequest,
  ): Promise<Page<ApplicationListItem>>;
  counts(jobId?: string): Promise<Readonly<Record<string, number>>>;
  /** Guarded by `from`; `set` changes further columns in the same step. */
  move(
    id: string,
    from: ApplicationStatus,
    to: ApplicationStatus,
    at: string,
    set?: Partial<Pick<Application, 'screening' | 'score10' | 'suggestion' | 'jobVersionId' | 'resumeId'>>,
  ): Change;
  /** Guarded: the application must exist. */
  update(
    id: string,
    set: Partial<Pick<Application, 'screening' | 'score10' | 'suggestion' | 'resumeId' | 'jobVersionId'>>,
    at: string,
  ): Change;
  addEvent(event: ApplicationEvent): Change;
  events(applicationId: string): Promise<readonly ApplicationEvent[]>;
}
