import type { Interview } from '../ports/repositories/interviews.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import type { ScoreRun } from '../ports/repositories/reports.ts';
import type { TenantContext } from '../ports/services.ts';
import type { HumanRating } from '../report/score-run.ts';

/** A person's first rating of one answer in one dimension. */
export interface FirstRating {
  readonly raterId: string;
  /** 1–5. */
  readonly score: number;
  /** Given before the person saw any other score: only such ratings measure anything (assessment §2.10). */
  readonly blind: boolean;
}

/** One question × dimension of one interview that at least one person rated. */
export interface RatedAnswer {
  readonly interviewId: string;
  readonly applicationId: string;
  readonly questionId: string;
  readonly dimension: string;
  /** Question type; calibration is fitted by it. */
  readonly family: string;
  /** The machine's score before calibration, 1–5, and as the report counts it; null when it judged nothing there. */
  readonly machine: {
    readonly raw: number;
    readonly counted: number;
    readonly scorerVersion: string;
  } | null;
  readonly ratings: readonly FirstRating[];
}

/** Older interviews are left out beyond this many: the newest say how people rate now. */
export const interviewsMeasured = 500;

/** Each person's first run: what follows was given with the report open. */
function firstRuns(runs: readonly ScoreRun[]): ScoreRun[] {
  const first = new Map<string, ScoreRun>();
  for (const run of runs) {
    if (run.kind === 'human' && run.raterId && !first.has(run.raterId)) first.set(run.raterId, run);
  }
  return [...first.values()];
}

/** The rated answers of one interview, from its runs in order of time. */
export function ratedAnswersOf(
  interview: Pick<Interview, 'id' | 'applicationId'>,
  version: Pick<JobVersion, 'definition'>,
  runs: readonly ScoreRun[],
): RatedAnswer[] {
  const machine = runs.filter((run) => run.kind !== 'human').at(-1);
  const byPlace = new Map<string, { rating: HumanRating; given: FirstRating[] }>();
  for (const run of firstRuns(runs)) {
    for (const rating of run.data.ratings ?? []) {
      if (rating.score === null) continue;
      const place = `${rating.questionId}|${rating.dimension}`;
      const held = byPlace.get(place) ?? { rating, given: [] };
      held.given.push({
        raterId: run.raterId ?? '',
        score: rating.score,
        blind: run.data.blind === true,
      });
      byPlace.set(place, held);
    }
  }
  return [...byPlace.values()].flatMap(({ rating: { questionId, dimension }, given }) => {
    const question = version.definition.questions.find(({ id }) => id === questionId);
    if (!question) return [];
    const item = machine?.data.items.find(
      (one) => one.questionId === questionId && one.dimension === dimension,
    );
    const score = item?.result.score ?? null;
    return [
      {
        interviewId: interview.id,
        applicationId: interview.applicationId,
        questionId,
        dimension,
        family: question.type,
        machine:
          item && score !== null
            ? {
                raw: item.result.raw ?? score,
                counted: score,
                scorerVersion: item.result.scorer.version,
              }
            : null,
        ratings: given,
      },
    ];
  });
}

/** Every rated answer of the newest rated interviews of a company. */
export async function ratedAnswers(context: TenantContext): Promise<readonly RatedAnswer[]> {
  const { store } = context;
  const versions = new Map<string, JobVersion | null>();
  const rated: RatedAnswer[] = [];
  for (const { interviewId } of await store.quality.ratedInterviews(interviewsMeasured)) {
    const [interview, runs] = await Promise.all([
      store.interviews.get(interviewId),
      store.reports.runs(interviewId),
    ]);
    if (!interview) continue;
    if (!versions.has(interview.jobVersionId))
      versions.set(interview.jobVersionId, await store.jobs.version(interview.jobVersionId));
    const version = versions.get(interview.jobVersionId);
    if (version) rated.push(...ratedAnswersOf(interview, version, runs));
  }
  return rated;
}
