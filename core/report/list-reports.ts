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

/** Talks at most that stand before the list; more would be a queue of their own. */
const mostTalks = 50;

/** Candidates who asked to talk with a person: nothing is handed in, a person holds the talk and rates. */
async function talks(context: TenantContext, filter: ReportFilter): Promise<readonly ReportListItem[]> {
  const { store } = context;
  const wanted = await store.interviews.personWanted(mostTalks);
  const rows = await Promise.all(
    wanted.map(async ({ applicationId, jobVersionId }) => {
      const [application, version] = await Promise.all([
        store.applications.get(applicationId),
        store.jobs.version(jobVersionId),
      ]);
      if (!application || (filter.jobId && application.jobId !== filter.jobId)) return null;
      const candidate = await store.candidates.get(application.candidateId);
      const hidden = filter.search && !candidate?.name?.includes(filter.search);
      if (hidden || filter.suggestion) return null;
      return {
        applicationId,
        candidateName: candidate?.name ?? null,
        jobId: application.jobId,
        jobTitle: version?.definition.title ?? '',
        status: application.status,
        task: 'rate' as const,
        suggestion: null,
        score10: null,
        updatedAt: application.updatedAt,
      };
    }),
  );
  return rows.flatMap((row) => row ?? []);
}

/** Which reports a list shows. */
export interface ReportFilter {
  readonly view: ReportView;
  readonly jobId?: string | undefined;
  readonly suggestion?: Suggestion | undefined;
  readonly search?: string | undefined;
}

/** Reports by state, newest change first, after the talks that people asked for; scores that blind mode hides are left out. */
export async function listReports(
  context: TenantContext,
  filter: ReportFilter,
  page: PageRequest,
): Promise<Page<ReportListItem>> {
  const { view, ...rest } = filter;
  const found = await context.store.applications.list({ ...rest, statuses: statusesOf[view] }, page);
  const items = await Promise.all(found.items.map((row) => item(context, row)));
  const first = view === 'open' && !page.cursor ? await talks(context, filter) : [];
  return { items: [...first, ...items], nextCursor: found.nextCursor };
}
