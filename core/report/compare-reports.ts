import type { ApplicationStatus } from '../application/application.ts';
import { AppError } from '../errors/app-error.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import type { Report } from '../ports/repositories/reports.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { tieGroups } from '../scoring/combine/suggestion.ts';
import { isHidden } from './read-report.ts';

/** Fewer candidates than this get no rank numbers (assessment §2.11). */
export const ranksFrom = 5;

/** One candidate in the comparison. */
export interface ComparedCandidate {
  readonly applicationId: string;
  readonly candidateName: string | null;
  readonly status: ApplicationStatus;
  readonly suggestion: Report['data']['suggestion'];
  readonly score10: number | null;
  readonly band10: readonly [number, number] | null;
  readonly coverage: number;
  /** Form of the questions by experience; forms are never mixed silently. */
  readonly experience: string;
  /** 0-based group: members of one group are tied. Null without a composite. */
  readonly group: number | null;
  /** 1-based place shared by a group; null below five candidates or without a composite. */
  readonly rank: number | null;
  readonly dimensions: Report['data']['dimensions'];
}

/** Candidates of one job version side by side. */
export interface Comparison {
  readonly version: JobVersion;
  readonly candidates: readonly ComparedCandidate[];
  /** Reports left out because blind mode still hides them from this person. */
  readonly hidden: number;
}

interface Row {
  readonly report: Report;
  readonly candidate: Omit<ComparedCandidate, 'group' | 'rank'>;
}

async function rowOf({ store }: TenantContext, report: Report): Promise<Row | null> {
  const [application, interview] = await Promise.all([
    store.applications.get(report.applicationId),
    store.interviews.get(report.interviewId),
  ]);
  if (!application || !interview || interview.state === 'withdrawn' || application.status === 'withdrawn')
    return null;
  const candidate = await store.candidates.get(application.candidateId);
  const { data } = report;
  return {
    report,
    candidate: {
      applicationId: application.id,
      candidateName: candidate?.name ?? null,
      status: application.status,
      suggestion: data.suggestion,
      score10: data.score10,
      band10: data.band10,
      coverage: data.coverage,
      experience: interview.plan.band,
      dimensions: data.dimensions,
    },
  };
}

/** Places rows into tied groups from the top; without a composite they come last, ungrouped. */
function grouped(rows: readonly Row[]): ComparedCandidate[] {
  const ranked = rows.flatMap(({ candidate, report }) =>
    candidate.score10 === null
      ? []
      : [{ id: candidate.applicationId, score10: candidate.score10, sem10: report.data.sem10 ?? 0 }],
  );
  const groups = tieGroups(ranked);
  const place = new Map<string, { group: number; rank: number }>();
  let before = 0;
  for (const [group, ids] of groups.entries()) {
    for (const id of ids) place.set(id, { group, rank: before + 1 });
    before += ids.length;
  }
  const showRanks = ranked.length >= ranksFrom;
  return rows
    .map(({ candidate }) => {
      const at = place.get(candidate.applicationId);
      return { ...candidate, group: at?.group ?? null, rank: showRanks ? (at?.rank ?? null) : null };
    })
    .sort(
      (a, b) =>
        (a.group ?? Number.MAX_SAFE_INTEGER) - (b.group ?? Number.MAX_SAFE_INTEGER) ||
        (b.score10 ?? -1) - (a.score10 ?? -1) ||
        (a.applicationId < b.applicationId ? -1 : 1),
    );
}

/**
 * Compares the candidates whose interviews were held on one job version (assessment §2.11). In blind mode only those
 * appear whom the person has rated.
 * @throws AppError `NOT_FOUND`
 */
export async function compareReports(context: TenantContext, jobVersionId: string): Promise<Comparison> {
  const { services, store, actor } = context;
  const version = await store.jobs.version(jobVersionId);
  if (!version) throw new AppError('NOT_FOUND');
  const reports = await store.reports.ofJobVersion(jobVersionId);
  const rows: Row[] = [];
  let hidden = 0;
  for (const report of reports) {
    if (isHidden(version, await store.reports.runs(report.interviewId), actor.id)) hidden += 1;
    else {
      const row = await rowOf(context, report);
      if (row) rows.push(row);
    }
  }
  await store.commit([
    store.audit.add({
      actor,
      action: 'reports.compared',
      subjectKind: 'job_version',
      subjectId: jobVersionId,
      data: { shown: rows.length, hidden },
      at: nowOf(services),
    }),
  ]);
  return { version, candidates: grouped(rows), hidden };
}
