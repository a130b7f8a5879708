import { type CombinedDimension, startingSem } from '../scoring/combine/combine-dimensions.ts';
import type { ReportDimension } from './report.ts';
import type { HumanRating } from './score-run.ts';

/** Share of people's ratings in a joined score until reliabilities are known (assessment §2.10). */
export const humanShare = 0.6;

/** From this difference between people and machine on, a second person should rate. */
export const secondRaterFrom = 1.5;

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** One person's score of the dimension: the mean over the questions they could rate. */
function personScore(ratings: readonly HumanRating[]): number | null {
  const scores = ratings.flatMap((rating) => rating.score ?? []);
  return scores.length === 0 ? null : mean(scores);
}

/**
 * Joins people's ratings with the machine's score: people .6, machine .4; several people count as their mean. Where
 * only one side has a score, it stands alone.
 */
export function joinRatings(
  machine: CombinedDimension,
  ratings: readonly (readonly HumanRating[])[],
): { readonly combined: CombinedDimension; readonly parts: ReportDimension['parts'] } {
  const people = ratings.flatMap((one) => personScore(one) ?? []);
  const parts: ReportDimension['parts'] = [
    ...(machine.score === null ? [] : [{ kind: 'embedded' as const, score: machine.score }]),
    ...people.map((score) => ({ kind: 'human' as const, score })),
  ];
  if (people.length === 0) return { combined: machine, parts };
  const human = mean(people);
  const humanSem = startingSem.human / Math.sqrt(people.length);
  const score = machine.score === null ? human : humanShare * human + (1 - humanShare) * machine.score;
  const sem =
    machine.score === null
      ? humanSem
      : Math.sqrt((humanShare * humanSem) ** 2 + ((1 - humanShare) * machine.sem) ** 2);
  return {
    parts,
    combined: {
      ...machine,
      state: 'scored',
      score,
      sem,
      level: Math.min(5, Math.max(1, Math.round(score))),
      confidence: Math.max(machine.confidence, 0.6),
    },
  };
}
