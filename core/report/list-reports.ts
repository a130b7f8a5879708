import type { ApplicationStatus } from '../application/application.ts';
import type { ApplicationListItem } from '../ports/repositories/candidates.ts';
import type { TenantContext } from '../ports/services.ts';
import type { Page, PageRequest } from '../ports/unit-of-work.ts';
import { isHidden } from './read-report.ts';
import type { Suggestion } from './report.ts';

/** Which reports a person looks for. */
export const reportViews = ['open', 'decided', 'all'] as const;
export type ReportView = (typeof reportViews)[number];

const open: readonly ApplicationStatus[] = ['scored'];
const decided: readonly ApplicationStatus[] = [
  'second_round',
  'offer_approval',
  'offered',
  'hired',
  'rejected',
];

const statusesOf: Readonly<Record<ReportView, readonly ApplicationStatus[]>> = {
  open,
  decided,
  all: [...open, ...decided],
};

/** What the reader should do with a report. */
export type ReportTask = 'rate' | 'decide' | 'held' | 'done';

export interface ReportListItem {
  readonly applicationId: string;
  readonly candidateName: string | null;
  readonly jobId: string;
  readonly jobTitle: string;
  readonly status: ApplicationStatus;
  readonly task: ReportTask;
  readonly suggestion: Suggestion | null;
  readonly score10: number | null;
  readonly updatedAt: string;
}

async function item({ store, actor }: TenantContext, row: ApplicationListItem): Promise<ReportListItem> {
  const interviews = await store.interviews.ofApplication(row.id);
  const interview = [...interviews].reverse().find((one) => one.submittedAt !== null);
  const [version, runs, decisions] = await Promise.all([
    interview ? store.jobs.version(interview.jobVersionId) : null,
    interview ? store.reports.runs(interview.id) : [],
    store.decisions.ofApplication(row.id),
  ]);
  const hidden = version !== null && isHidden(version, runs, actor.id);
  const task: ReportTask =
    row.status !== 'scored'
      ? 'done'
      : hidden || interview?.state === 'awaiting_human'
        ? 'rate'
        : decisions.at(-1)?.outcome === 'hold'
          ? 'held'
          : 'decide';
  return {
    applicationId: row.id,
    candidateName: hidden ? null : row.candidateName,
    jobId: row.jobId,
    jobTitle: row.jobTitle,
    status: row.status,
    task,
    suggestion: hidden ? null : row.suggestion,
    score10: hidden ? null : row.score10,
    updatedAt: row.updatedAt,
  };
}

/** Reports by state, newest change first; scores that blind mode hides are left out. */
export async function listReports(
  context: TenantContext,
  filter: {
    readonly view: ReportView;
    readonly jobId?: string | undefined;
    readonly suggestion?: Suggestion | undefined;
    readonly search?: string | undefined;
  },
  page: PageRequest,
): Promise<Page<ReportListItem>> {
  const { view, ...rest } = filter;
  const found = await context.store.applications.list({ ...rest, statuses: statusesOf[view] }, page);
  const items = await Promise.all(found.items.map((row) => item(context, row)));
  return { items, nextCursor: found.nextCursor };
}
