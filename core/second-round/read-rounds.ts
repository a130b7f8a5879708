import { AppError } from '../errors/app-error.ts';
import type { Scorecard, SecondRound } from '../ports/repositories/second-rounds.ts';
import type { TenantContext } from '../ports/services.ts';
import { versionOfRound } from './scorecard.ts';

/** A second round as a reader may see it. */
export interface RoundFile {
  readonly round: SecondRound;
  readonly candidateName: string | null;
  readonly jobTitle: string;
  readonly dimensions: readonly {
    readonly code: string;
    readonly name: { readonly zh: string; readonly en: string };
    readonly anchors: readonly { readonly zh: string; readonly en: string }[];
  }[];
  /** Names by person id, of interviewers and of whoever arranged it. */
  readonly names: ReadonlyMap<string, string | null>;
  /** Who has given a scorecard. */
  readonly given: readonly string[];
  /** Scorecards that the reader may see: an interviewer sees the others' after giving an own one. */
  readonly scorecards: readonly Scorecard[];
  /** Mean and spread of the people's scores by dimension, of the scorecards seen. */
  readonly joined: readonly {
    readonly dimension: string;
    readonly mean: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly raters: number;
  }[];
}

function join(cards: readonly Scorecard[], dimension: string): RoundFile['joined'][number] {
  const scores = cards.flatMap(
    ({ data }) => data.ratings.find((rating) => rating.dimension === dimension)?.score ?? [],
  );
  if (scores.length === 0) return { dimension, mean: null, low: null, high: null, raters: 0 };
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    dimension,
    mean: Math.round(mean * 100) / 100,
    low: Math.min(...scores),
    high: Math.max(...scores),
    raters: scores.length,
  };
}

async function fileOf(context: TenantContext, round: SecondRound): Promise<RoundFile> {
  const { store, actor } = context;
  const [version, application, people, all] = await Promise.all([
    versionOfRound(context, round),
    store.applications.get(round.applicationId),
    store.people.list(),
    store.secondRounds.scorecards(round.id),
  ]);
  const candidate = application ? await store.candidates.get(application.candidateId) : null;
  const own = actor.id ?? '';
  // Judgements are made apart: whoever still has to give one sees nobody else's.
  const waits = round.interviewerIds.includes(own) && !all.some(({ personId }) => personId === own);
  const scorecards = waits ? [] : all;
  const dimensions = version.definition.rubric.map(({ dimension }) => ({
    code: dimension.code,
    name: dimension.name,
    anchors: dimension.anchors,
  }));
  return {
    round,
    candidateName: candidate?.name ?? null,
    jobTitle: version.definition.title,
    dimensions,
    names: new Map(people.map(({ id, name }) => [id, name])),
    given: all.map(({ personId }) => personId),
    scorecards,
    joined: dimensions.map(({ code }) => join(scorecards, code)),
  };
}

/** One round. @throws AppError `NOT_FOUND` */
export async function readRound(context: TenantContext, roundId: string): Promise<RoundFile> {
  const round = await context.store.secondRounds.get(roundId);
  if (!round) throw new AppError('NOT_FOUND');
  return fileOf(context, round);
}

/** The rounds of an application, in the order arranged. */
export async function roundsOf(context: TenantContext, applicationId: string): Promise<readonly RoundFile[]> {
  const rounds = await context.store.secondRounds.ofApplication(applicationId);
  return Promise.all(rounds.map((round) => fileOf(context, round)));
}

const weekMs = 7 * 86_400_000;

/** Arranged rounds from a week ago to eight weeks ahead: the reader's own, or all for those who arrange them. */
export async function agenda(context: TenantContext, whose: 'own' | 'all'): Promise<readonly RoundFile[]> {
  const { services, store, actor } = context;
  const now = services.clock.now().getTime();
  const rounds = await store.secondRounds.between(
    new Date(now - weekMs).toISOString(),
    new Date(now + 8 * weekMs).toISOString(),
  );
  const shown = rounds.filter(
    ({ interviewerIds }) => whose === 'all' || (actor.id !== null && interviewerIds.includes(actor.id)),
  );
  return Promise.all(shown.map((round) => fileOf(context, round)));
}
