import type { Application } from '../ports/repositories/candidates.ts';
import type { TenantContext } from '../ports/services.ts';
import { isHidden } from './read-report.ts';

/**
 * The application without score and suggestion where its job lets people rate first and this reader has not rated yet,
 * so that no list shows what the report keeps back (assessment §2.10).
 */
export async function withoutHiddenScore<Row extends Application>(
  { store, actor }: TenantContext,
  row: Row,
): Promise<Row> {
  if (row.score10 === null && row.suggestion === null) return row;
  const interviews = await store.interviews.ofApplication(row.id);
  const interview = [...interviews].reverse().find((one) => one.submittedAt !== null);
  const version = interview ? await store.jobs.version(interview.jobVersionId) : null;
  if (!interview || !version?.definition.interview.humanRatesFirst) return row;
  const runs = await store.reports.runs(interview.id);
  return isHidden(version, runs, actor.id) ? { ...row, score10: null, suggestion: null } : row;
}
