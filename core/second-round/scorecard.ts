import { AppError } from '../errors/app-error.ts';
import { notify } from '../message/notify.ts';
import type { JobVersion } from '../ports/repositories/jobs.ts';
import type { Scorecard, SecondRound } from '../ports/repositories/second-rounds.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { refusal } from './refusal.ts';
import type { ScorecardData } from './second-round.ts';

/** Longest words on a scorecard in UTF-16 units. */
export const maxScorecardWords = 2000;

const isHalfStep = (score: number): boolean => score >= 1 && score <= 5 && Number.isInteger(score * 2);

/** The version of the job that an application is judged by. @throws AppError `NOT_FOUND` */
export async function versionOfRound(
  { store }: Pick<TenantContext, 'store'>,
  round: Pick<SecondRound, 'applicationId'>,
): Promise<JobVersion> {
  const application = await store.applications.get(round.applicationId);
  const version = application ? await store.jobs.version(application.jobVersionId) : null;
  if (!version) throw new AppError('NOT_FOUND');
  return version;
}

function assertScorecard({ lang }: TenantContext, version: JobVersion, data: ScorecardData): void {
  const refuse = (field: 'ratings' | 'summary', zh: string, en: string): never => {
    throw refusal(lang, field, { zh, en });
  };
  const wanted = new Set<string>(version.definition.rubric.map((row) => row.dimension.code));
  const given = new Set<string>();
  for (const { dimension, score } of data.ratings) {
    if (!wanted.has(dimension))
      refuse('ratings', '这个维度不在职位的评估标准里', 'not a dimension of this job');
    if (given.has(dimension)) refuse('ratings', '同一维度评了两次', 'rated twice');
    if (score !== null && !isHalfStep(score))
      refuse('ratings', '请评 1–5 分，可用半分', '1 to 5 in half steps');
    given.add(dimension);
  }
  if (given.size < wanted.size)
    refuse('ratings', '每个维度都要评分，或选「无法判断」', 'rate every dimension, or choose “cannot tell”');
  if (data.ratings.every(({ score }) => score === null))
    refuse('ratings', '至少要有一个维度的评分', 'at least one dimension needs a score');
  if (data.summary.trim() === '') refuse('summary', '请写一句总的看法', 'say in a sentence what you think');
}

/**
 * Stores an interviewer's scorecard; giving it again replaces it. Whoever arranged the round is told.
 * @throws AppError `NOT_FOUND`; `FORBIDDEN` for people who were not asked to hold the round; `STATE_CONFLICT` before it begins or
 *   when it was called off; `VALIDATION` with the field
 */
export async function giveScorecard(
  context: TenantContext,
  roundId: string,
  data: ScorecardData,
): Promise<Scorecard> {
  const { services, store, actor } = context;
  const round = await store.secondRounds.get(roundId);
  if (!round) throw new AppError('NOT_FOUND');
  if (actor.id === null || !round.interviewerIds.includes(actor.id)) throw new AppError('FORBIDDEN');
  const now = nowOf(services);
  if (round.state !== 'arranged' || now < round.startsAt)
    throw new AppError('STATE_CONFLICT', { details: { state: round.state } });
  assertScorecard(context, await versionOfRound(context, round), data);
  const own = (await store.secondRounds.scorecards(roundId)).find(({ personId }) => personId === actor.id);
  const card: Scorecard = {
    id: own?.id ?? services.ids.next('scd'),
    roundId,
    personId: actor.id,
    data,
    createdAt: own?.createdAt ?? now,
    updatedAt: now,
  };
  await store.commit([
    store.secondRounds.putScorecard(card),
    ...notify(context, {
      kind: 'scorecard_given',
      to: [round.arrangedBy],
      subjectId: roundId,
      applicationId: round.applicationId,
      key: actor.id,
      params: { by: actor.id, state: data.recommendation },
    }),
    store.audit.add({
      actor,
      action: 'second_round.rated',
      subjectKind: 'application',
      subjectId: round.applicationId,
      data: { round: roundId, scorecard: card.id, again: own !== undefined },
      at: now,
    }),
  ]);
  return card;
}
