import type { CandidateFeedback } from '../../report/feedback.ts';
import type { ReportData, Suggestion } from '../../report/report.ts';
import type { ScoreRunData } from '../../report/score-run.ts';
import type { Change } from '../unit-of-work.ts';

export interface ScoreRun {
  readonly id: string;
  readonly interviewId: string;
  readonly kind: 'embedded' | 'llm' | 'human';
  readonly scorerVersion: string;
  readonly raterId: string | null;
  readonly data: ScoreRunData;
  readonly inputHash: string;
  readonly createdAt: string;
}

export interface Report {
  readonly id: string;
  readonly interviewId: string;
  readonly applicationId: string;
  readonly number: number;
  readonly suggestion: Suggestion | null;
  readonly score10: number | null;
  readonly data: ReportData;
  readonly createdAt: string;
}

export interface FlagDismissal {
  readonly id: string;
  readonly interviewId: string;
  readonly flagKey: string;
  readonly reason: string;
  readonly dismissedBy: string;
  readonly at: string;
}

export interface ReportRepository {
  addRun(run: ScoreRun): Change;
  runs(interviewId: string): Promise<readonly ScoreRun[]>;
  add(report: Report): Change;
  get(id: string): Promise<Report | null>;
  latest(interviewId: string): Promise<Report | null>;
  /** Newest report of each interview that was held on this job version. */
  ofJobVersion(jobVersionId: string): Promise<readonly Report[]>;
  dismiss(dismissal: FlagDismissal): Change;
  restore(interviewId: string, flagKey: string): Change;
  dismissals(interviewId: string): Promise<readonly FlagDismissal[]>;
}

export interface View {
  readonly applicationId: string;
  readonly personId: string;
  readonly kind: 'report' | 'screening';
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface Decision {
  readonly id: string;
  readonly applicationId: string;
  readonly reportId: string | null;
  readonly outcome: 'advance' | 'hold' | 'reject';
  readonly reasonCode: string;
  readonly note: string | null;
  readonly suggestion: string | null;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

export interface DecisionRepository {
  add(decision: Decision): Change;
  ofApplication(applicationId: string): Promise<readonly Decision[]>;
  /** Records that a person opened a report or screening card; the first moment is kept. */
  view(applicationId: string, personId: string, kind: View['kind'], at: string): Change;
  views(applicationId: string): Promise<readonly View[]>;
}

export interface Feedback {
  readonly id: string;
  readonly interviewId: string;
  readonly data: CandidateFeedback;
  readonly state: 'draft' | 'released';
  readonly editedBy: string | null;
  readonly releasedBy: string | null;
  readonly releasedAt: string | null;
  readonly openedAt: string | null;
  readonly updatedAt: string;
}

export interface Appeal {
  readonly id: string;
  readonly interviewId: string;
  readonly text: string;
  readonly state: 'open' | 'kept' | 'changed';
  readonly dueAt: string;
  readonly reviewerId: string | null;
  readonly answer: string | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
}

export interface FeedbackRepository {
  ofInterview(interviewId: string): Promise<Feedback | null>;
  add(feedback: Feedback): Change;
  /** Guarded: only a draft. */
  edit(id: string, data: CandidateFeedback, by: string | null, at: string): Change;
  /** Guarded: only a draft. */
  release(id: string, by: string, at: string): Change;
  /** Keeps the first moment it was opened. */
  opened(id: string, at: string): Change;
  addAppeal(appeal: Appeal): Change;
  appeals(filter: {
    readonly interviewId?: string;
    readonly state?: Appeal['state'];
  }): Promise<readonly Appeal[]>;
  appeal(id: string): Promise<Appeal | null>;
  /** Guarded: only an open appeal. */
  closeAppeal(id: string, state: 'kept' | 'changed', reviewerId: string, answer: string, at: string): Change;
}
