import type { ApplicationStatus } from '../application/application.ts';
import { endInterviews } from '../application/move-application.ts';
import { endApprovals } from '../approval/end-approvals.ts';
import { AppError } from '../errors/app-error.ts';
import { meLinkExtended } from '../interview/me-link.ts';
import { closeCards } from '../message/notify.ts';
import type { Application } from '../ports/repositories/candidates.ts';
import type { Decision, Report } from '../ports/repositories/reports.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { goesAgainst, isReasonOf, mayReject, nextStatus, type Outcome } from './decision-reasons.ts';
import { isHidden } from './read-report.ts';

/** What a person decides on an application. */
export interface DecisionInput {
  readonly outcome: Outcome;
  readonly reasonCode: string;
  readonly note: string | null;
  /** The report that the person had before them; null before an interview. */
  readonly reportId: string | null;
}

const refuse = (
  { lang }: TenantContext,
  field: string,
  words: { readonly zh: string; readonly en: string },
): never => {
  throw new AppError('VALIDATION', { details: { field, problem: words[lang] } });
};

/** The newest report of an application and whether blind mode still hides it from the person. */
async function reportOf(
  { store, actor }: TenantContext,
  applicationId: string,
): Promise<{ readonly report: Report | null; readonly hidden: boolean }> {
  const interviews = await store.interviews.ofApplication(applicationId);
  const interview = [...interviews].reverse().find((one) => one.submittedAt !== null);
  const report = interview ? await store.reports.latest(interview.id) : null;
  if (!interview) return { report: null, hidden: false };
  // Answers that nobody has judged yet: a person rates first, a machine is about to.
  if (!report) {
    if (interview.state === 'awaiting_human') throw new AppError('RATE_FIRST');
    if (interview.state === 'submitted')
      throw new AppError('STATE_CONFLICT', { details: { state: interview.state } });
    return { report: null, hidden: false };
  }
  const [version, runs] = await Promise.all([
    store.jobs.version(interview.jobVersionId),
    store.reports.runs(interview.id),
  ]);
  return { report, hidden: version !== null && isHidden(version, runs, actor.id) };
}

/**
 * R5: nobody is rejected before the person who rejects has opened the newest report or, where there is none, the
 * screening card with its quotes.
 */
async function assertRead(
  { store, actor }: TenantContext,
  applicationId: string,
  report: Report | null,
): Promise<void> {
  const views = await store.decisions.views(applicationId);
  const seen = views.find(
    (view) => view.personId === actor.id && view.kind === (report ? 'report' : 'screening'),
  );
  if (!seen || (report && seen.lastAt < report.createdAt)) throw new AppError('REPORT_NOT_VIEWED');
}

function assertReason(context: TenantContext, input: DecisionInput, suggestion: string | null): void {
  if (!isReasonOf(input.outcome, input.reasonCode)) {
    refuse(context, 'reasonCode', {
      zh: '请选择与该决定相符的理由',
      en: 'choose a reason that belongs to this decision',
    });
  }
  if ((input.note ?? '').trim() !== '') return;
  if (input.reasonCode === 'other')
    refuse(context, 'note', { zh: '选择「其他」时请写明理由', en: 'say what the other reason is' });
  if (goesAgainst(input.outcome, suggestion))
    refuse(context, 'note', {
      zh: '该决定与系统建议相反，请写明理由',
      en: 'this goes against the suggestion: say why',
    });
}

/** Where the decision moves the application; null: it stays. */
async function target(
  { store }: TenantContext,
  application: Application,
  outcome: Outcome,
): Promise<ApplicationStatus | null> {
  const conflict = () => new AppError('STATE_CONFLICT', { details: { state: application.status } });
  if (outcome === 'hold') {
    if (!mayReject(application.status)) throw conflict();
    return null;
  }
  if (outcome === 'reject') {
    if (!mayReject(application.status)) throw conflict();
    return 'rejected';
  }
  const version = await store.jobs.version(application.jobVersionId);
  const to = nextStatus(version?.definition.flow ?? [], application.status);
  if (!to) throw conflict();
  return to;
}

/**
 * Records a named person's decision and moves the application along its flow, in one audited step.
 * @throws AppError `REPORT_NOT_VIEWED`, `RATE_FIRST` (blind mode), `VALIDATION` (reason, note), `CONFLICT` when a newer
 *   report exists than the one decided on, `STATE_CONFLICT`, `NOT_FOUND`
 */
export async function decide(
  context: TenantContext,
  applicationId: string,
  input: DecisionInput,
): Promise<Decision> {
  const { services, store, actor } = context;
  const application = await store.applications.get(applicationId);
  if (!application) throw new AppError('NOT_FOUND');
  if (actor.kind !== 'person' || !actor.id) throw new AppError('FORBIDDEN');
  const { report, hidden } = await reportOf(context, applicationId);
  if (hidden) throw new AppError('RATE_FIRST');
  assertReason(context, input, report?.suggestion ?? null);
  const to = await target(context, application, input.outcome);
  if (input.outcome === 'reject') await assertRead(context, applicationId, report);
  if (report && input.reportId !== null && input.reportId !== report.id) throw new AppError('CONFLICT');
  const decision: Decision = {
    id: services.ids.next('dec'),
    applicationId,
    reportId: report?.id ?? null,
    outcome: input.outcome,
    reasonCode: input.reasonCode,
    note: input.note?.trim() || null,
    suggestion: report?.suggestion ?? null,
    decidedBy: actor.id,
    decidedAt: nowOf(services),
  };
  await store.commit([
    store.decisions.add(decision),
    ...(report ? [closeCards(context, report.interviewId, 'decided')] : []),
    ...(report ? await meLinkExtended(context, report.interviewId) : []),
    ...moved(context, application, to ?? application.status, decision),
    // Nobody goes on answering for a job that has turned them down.
    ...(input.outcome === 'reject' ? await endInterviews(context, applicationId, 'no_show') : []),
    ...(input.outcome === 'reject' ? await endApprovals(context, applicationId) : []),
    store.audit.add({
      actor,
      action: 'decision.made',
      subjectKind: 'application',
      subjectId: applicationId,
      data: {
        decision: decision.id,
        outcome: decision.outcome,
        reason: decision.reasonCode,
        suggestion: decision.suggestion,
        report: decision.reportId,
        override: goesAgainst(decision.outcome, decision.suggestion),
      },
      at: decision.decidedAt,
    }),
  ]);
  return decision;
}

/** The step of the application with its event; a step to the same status only guards that nothing changed meanwhile. */
function moved(
  { services, store, actor }: TenantContext,
  application: Application,
  to: ApplicationStatus,
  { decidedAt, reasonCode, note }: Decision,
): Change[] {
  const move = store.applications.move(application.id, application.status, to, decidedAt);
  if (to === application.status) return [move];
  return [
    move,
    store.applications.addEvent({
      id: services.ids.next('evt'),
      applicationId: application.id,
      fromStatus: application.status,
      toStatus: to,
      actorKind: actor.kind,
      actorId: actor.id,
      reasonCode,
      note,
      at: decidedAt,
    }),
  ];
}

/**
 * Takes a rejection back, with a reason: the application stands again where the report left it.
 * @throws AppError `STATE_CONFLICT` unless rejected, `VALIDATION` without a reason
 */
export async function reopenRejected(
  context: TenantContext,
  applicationId: string,
  note: string,
): Promise<void> {
  const { services, store, actor } = context;
  const application = await store.applications.get(applicationId);
  if (!application) throw new AppError('NOT_FOUND');
  if (application.status !== 'rejected')
    throw new AppError('STATE_CONFLICT', { details: { state: application.status } });
  if (note.trim() === '') refuse(context, 'note', { zh: '请写明撤回的理由', en: 'say why it is taken back' });
  const at = nowOf(services);
  const { report } = await reportOf(context, applicationId);
  const to = report ? 'scored' : 'screened';
  await store.commit([
    store.applications.move(applicationId, 'rejected', to, at),
    store.applications.addEvent({
      id: services.ids.next('evt'),
      applicationId,
      fromStatus: 'rejected',
      toStatus: to,
      actorKind: actor.kind,
      actorId: actor.id,
      reasonCode: 'taken_back',
      note: note.trim(),
      at,
    }),
    store.audit.add({
      actor,
      action: 'decision.taken_back',
      subjectKind: 'application',
      subjectId: applicationId,
      at,
    }),
  ]);
}
