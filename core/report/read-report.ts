import { AppError } from '../errors/app-error.ts';
import { isEnterable } from '../interview/interview.ts';
import type { Application, ApplicationEvent } from '../ports/repositories/candidates.ts';
import type { Answer, Interview, Recording } from '../ports/repositories/interviews.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import type { Decision, Feedback, FlagDismissal, Report, ScoreRun } from '../ports/repositories/reports.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';

/** Everything that stands around one report, as stored. */
export interface ReportSubject {
  readonly application: Application;
  readonly candidateName: string | null;
  readonly version: JobVersion;
  readonly interview: Interview;
  readonly answers: readonly Answer[];
  readonly recordings: readonly Recording[];
  readonly report: Report | null;
  readonly runs: readonly ScoreRun[];
  readonly dismissals: readonly FlagDismissal[];
  readonly decisions: readonly Decision[];
  readonly events: readonly ApplicationEvent[];
  readonly feedback: Feedback | null;
  readonly names: ReadonlyMap<string, string | null>;
  /** Blind mode: this reader has not rated yet, so every score stays out of sight. */
  readonly hidden: boolean;
}

/** The interview a report is about: the newest that was handed in, or one whose candidate asked to talk with a person. */
function reportable(interviews: readonly Interview[]): Interview | undefined {
  const newest = [...interviews].reverse();
  return (
    newest.find((one) => one.submittedAt !== null && one.state !== 'withdrawn') ??
    newest.find((one) => one.accommodations.humanInterviewer && isEnterable(one.state))
  );
}

/** Whether blind mode still hides the scores from a person: until they have rated themselves. */
export const isHidden = (version: JobVersion, runs: readonly ScoreRun[], personId: string | null): boolean =>
  version.definition.interview.humanRatesFirst &&
  runs.length > 0 &&
  !runs.some((run) => run.kind === 'human' && run.raterId === personId);

/**
 * Loads what a report is made of for the person who asks.
 * @throws AppError `NOT_FOUND`; `STATE_CONFLICT` while nothing has been handed in
 */
export async function loadReport(context: TenantContext, applicationId: string): Promise<ReportSubject> {
  const { store, actor } = context;
  const application = await store.applications.get(applicationId);
  if (!application) throw new AppError('NOT_FOUND');
  const interview = reportable(await store.interviews.ofApplication(applicationId));
  if (!interview) throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  const version = await store.jobs.version(interview.jobVersionId);
  if (!version) throw new AppError('NOT_FOUND');
  const [candidate, answers, recordings, report, runs, dismissals, decisions, events, feedback, people] =
    await Promise.all([
      store.candidates.get(application.candidateId),
      store.answers.ofInterview(interview.id),
      store.recordings.ofInterview(interview.id),
      store.reports.latest(interview.id),
      store.reports.runs(interview.id),
      store.reports.dismissals(interview.id),
      store.decisions.ofApplication(applicationId),
      store.applications.events(applicationId),
      store.feedback.ofInterview(interview.id),
      store.people.list(),
    ]);
  return {
    application,
    candidateName: candidate?.name ?? null,
    version,
    interview,
    answers,
    recordings,
    report,
    runs,
    dismissals,
    decisions,
    events,
    feedback,
    names: new Map(people.map((person) => [person.id, person.name])),
    hidden: isHidden(version, runs, actor.id),
  };
}

/**
 * Opens a report for a person and records who saw it (R10). A look in blind mode is recorded as such and does not
 * count as having read the report.
 * @throws AppError `NOT_FOUND`, `STATE_CONFLICT`
 */
export async function openReport(context: TenantContext, applicationId: string): Promise<ReportSubject> {
  const { services, store, actor } = context;
  const subject = await loadReport(context, applicationId);
  const now = nowOf(services);
  const { report, hidden } = subject;
  await store.commit([
    ...(actor.id && report && !hidden ? [store.decisions.view(applicationId, actor.id, 'report', now)] : []),
    store.audit.add({
      actor,
      action: hidden ? 'report.opened_blind' : 'report.viewed',
      subjectKind: 'application',
      subjectId: applicationId,
      data: { report: report?.id ?? null },
      at: now,
    }),
  ]);
  return subject;
}

/**
 * The same for those who want the scores themselves: exports, charts, decisions.
 * @throws AppError `RATE_FIRST` while blind mode hides them
 */
export async function loadShownReport(context: TenantContext, applicationId: string): Promise<ReportSubject> {
  const subject = await loadReport(context, applicationId);
  if (subject.hidden) throw new AppError('RATE_FIRST');
  return subject;
}
