import { AppError } from '../errors/app-error.ts';
import type { DimensionScore } from '../ports/answer-scorer.ts';
import type { Calibration } from '../ports/repositories/quality.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import {
  applyCalibration,
  type CalibrationMap,
  type CalibrationPair,
  fitCalibration,
} from '../scoring/agreement/calibration-map.ts';
import { wholeLevel } from '../scoring/agreement/rater-agreement.ts';
import { type RatedAnswer, ratedAnswers } from './rated-answers.ts';

/** Fewer double ratings than this say too little to move anybody's score. */
export const ratingsForCalibration = 30;

/** New double ratings after which a map should be looked at again (assessment §2.5). */
export const ratingsForRecheck = 200;

/** A map that the company's own ratings would give, and what it would change. */
export interface CalibrationProposal {
  readonly map: CalibrationMap;
  /** Mean distance to people's scores in levels: as the scorer judges now, and with maps fitted without the interview they are tried on. */
  readonly errorNow: number;
  readonly errorThen: number;
  /** Enough ratings, and closer to people on interviews that the map has not seen. */
  readonly adoptable: boolean;
}

interface Known extends CalibrationPair {
  readonly interviewId: string;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

function pairsOf(answers: readonly RatedAnswer[], family: string, scorerVersion: string): Known[] {
  return answers.flatMap(({ machine, ratings, interviewId, family: own }) => {
    const people = ratings.filter(({ blind }) => blind).map(({ score }) => score);
    if (own !== family || machine?.scorerVersion !== scorerVersion || people.length === 0) return [];
    return [{ interviewId, raw: machine.raw, people: meanOf(people) }];
  });
}

/** Error on each interview by a map fitted on all others: what a new candidate would meet. */
function errorOnUnseen(pairs: readonly Known[], family: string, scorerVersion: string): number {
  const interviews = [...new Set(pairs.map(({ interviewId }) => interviewId))];
  const errors = interviews.flatMap((left) => {
    const map = fitCalibration(
      family,
      scorerVersion,
      pairs.filter(({ interviewId }) => interviewId !== left),
    );
    return pairs
      .filter(({ interviewId }) => interviewId === left)
      .map(({ raw, people }) => Math.abs(applyCalibration(map, raw) - people));
  });
  return meanOf(errors);
}

/** One proposal for each question type and scorer version that has at least three double ratings. */
export function proposeCalibrations(answers: readonly RatedAnswer[]): CalibrationProposal[] {
  const groups = new Map<string, readonly [family: string, scorerVersion: string]>();
  for (const { machine, family } of answers) {
    if (machine) groups.set(`${machine.scorerVersion} ${family}`, [family, machine.scorerVersion]);
  }
  return [...groups.values()].flatMap(([family, scorerVersion]) => {
    const pairs = pairsOf(answers, family, scorerVersion);
    if (pairs.length < 3) return [];
    const errorNow = meanOf(pairs.map(({ raw, people }) => Math.abs(raw - people)));
    const errorThen = errorOnUnseen(pairs, family, scorerVersion);
    return [
      {
        map: fitCalibration(family, scorerVersion, pairs),
        errorNow,
        errorThen,
        adoptable: pairs.length >= ratingsForCalibration && errorThen < errorNow,
      },
    ];
  });
}

/**
 * Puts the map that the company's ratings give now into force, for job versions published from now on. A map in force for
 * the same questions and scorer is retired in the same step.
 * @throws AppError `CONFLICT` when the ratings no longer give the map that the person saw, `VALIDATION` when it may not
 * be adopted
 */
export async function adoptCalibration(context: TenantContext, mapVersion: string): Promise<Calibration> {
  const { services, store, actor, lang } = context;
  const proposal = proposeCalibrations(await ratedAnswers(context)).find(
    ({ map }) => map.version === mapVersion,
  );
  if (!proposal) throw new AppError('CONFLICT');
  if (!proposal.adoptable) {
    const problem =
      lang === 'zh'
        ? `至少要有 ${ratingsForCalibration} 个盲评，并且校准后更接近人的评分`
        : `at least ${ratingsForCalibration} blind ratings are needed, and the map must bring scores closer to people’s`;
    throw new AppError('VALIDATION', { details: { field: 'version', problem } });
  }
  const now = nowOf(services);
  const { family, scorerVersion } = proposal.map;
  const inForce = (await store.quality.calibrations()).filter(
    (one) => one.retiredAt === null && one.family === family && one.scorerVersion === scorerVersion,
  );
  const same = inForce.find(({ map }) => map.version === mapVersion);
  if (same) return same;
  const calibration: Calibration = {
    id: services.ids.next('cal'),
    family,
    scorerVersion,
    map: proposal.map,
    adoptedBy: actor.id ?? '',
    adoptedAt: now,
    retiredBy: null,
    retiredAt: null,
  };
  await store.commit([
    ...inForce.map(({ id }) => store.quality.retireCalibration(id, actor.id ?? '', now)),
    store.quality.addCalibration(calibration),
    store.audit.add({
      actor,
      action: 'calibration.adopted',
      subjectKind: 'calibration',
      subjectId: calibration.id,
      data: { map: mapVersion, family, scorer: scorerVersion, ratings: proposal.map.ratings },
      at: now,
    }),
  ]);
  return calibration;
}

/**
 * Takes a map out of force for job versions published from now on.
 * @throws AppError `NOT_FOUND`
 */
export async function retireCalibration(context: TenantContext, id: string): Promise<void> {
  const { services, store, actor } = context;
  const found = (await store.quality.calibrations()).find((one) => one.id === id);
  if (!found) throw new AppError('NOT_FOUND');
  if (found.retiredAt !== null) return;
  const now = nowOf(services);
  await store.commit([
    store.quality.retireCalibration(id, actor.id ?? '', now),
    store.audit.add({
      actor,
      action: 'calibration.retired',
      subjectKind: 'calibration',
      subjectId: id,
      data: { map: found.map.version },
      at: now,
    }),
  ]);
}

/**
 * The maps that hold for a job version: those in force at the moment it was published, so that all candidates of one
 * version are measured alike (design D12).
 */
export const calibrationsAt = (all: readonly Calibration[], publishedAt: string): Calibration[] =>
  all.filter(
    ({ adoptedAt, retiredAt }) => adoptedAt <= publishedAt && (retiredAt === null || retiredAt > publishedAt),
  );

/** A judgement on people's scale, with the raw score kept; unchanged where no map holds for its scorer and question type. */
export function calibrated(
  result: DimensionScore,
  family: string,
  maps: readonly Calibration[],
): DimensionScore {
  const map = maps.find((one) => one.family === family && one.scorerVersion === result.scorer.version)?.map;
  if (!map || result.score === null) return result;
  const score = Math.round(applyCalibration(map, result.score) * 100) / 100;
  return {
    ...result,
    raw: result.score,
    score,
    level: wholeLevel(score) as 1 | 2 | 3 | 4 | 5,
    band: [applyCalibration(map, result.band[0]), applyCalibration(map, result.band[1])],
    scorer: { ...result.scorer, calibration: map.version },
  };
}
