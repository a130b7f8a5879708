import { nowOf, type TenantContext } from '#core/ports/services.ts';
import { mayReject, nextStatus } from '#core/report/decision-reasons.ts';
import { makeDocument } from '#core/report/make-document.ts';
import type { ReportSubject } from '#core/report/read-report.ts';
import type { ReportView } from './schemas/reports.ts';

/** A report in the form that pages read, with what this person may do. */
export function reportView({ services, actor }: TenantContext, subject: ReportSubject): ReportView {
  const { application, interview, version, runs, hidden } = subject;
  const waiting = interview.state === 'awaiting_human' || subject.report === null;
  const own = runs.filter((run) => run.kind === 'human' && run.raterId === actor.id).at(-1);
  return {
    document: makeDocument(subject, nowOf(services)),
    actions: {
      advanceTo: hidden || waiting ? null : nextStatus(version.definition.flow, application.status),
      reject: !hidden && !waiting && mayReject(application.status),
      reopen: application.status === 'rejected' && !hidden,
      rate: interview.state !== 'submitted',
      rescore: !hidden && interview.aiScoring && subject.report !== null,
      ownRunId: own?.id ?? null,
    },
  };
}
