import { secondRaterFrom } from '../report/join-ratings.ts';
import { intraclass } from '../scoring/agreement/intraclass.ts';
import {
  type RaterAgreement,
  type RaterBias,
  raterAgreement,
  raterBias,
  wholeLevel,
} from '../scoring/agreement/rater-agreement.ts';
import type { RatedAnswer } from './rated-answers.ts';

/** One list of scores against another, answer by answer. */
export interface Comparison {
  readonly agreement: RaterAgreement;
  readonly bias: RaterBias;
}

/** How one person rates. */
export interface RaterQuality {
  readonly raterId: string;
  /** Answers × dimensions that they rated, and how many of them before seeing any other score. */
  readonly rated: number;
  readonly blind: number;
  /** Blind ratings against the mean of the other people's; null under two common answers. */
  readonly people: Comparison | null;
  /** Blind ratings against the machine's scores as reports count them; null under two common answers. */
  readonly machine: Comparison | null;
}

/** Two people who rated the same answers without seeing each other. */
export interface RaterPair {
  readonly raterIds: readonly [string, string];
  readonly agreement: RaterAgreement;
  /** ICC(2,1) and ICC(2,k). */
  readonly single: number;
  readonly average: number;
}

/** How one scorer version judges questions of one type, against the mean of blind ratings. */
export interface ScorerQuality {
  readonly scorerVersion: string;
  readonly family: string;
  readonly comparison: Comparison;
}

/** An interview in which a second person should rate: people and machine lie far apart. */
export interface SecondRaterWanted {
  readonly applicationId: string;
  readonly dimensions: readonly string[];
}

export interface Quality {
  readonly interviews: number;
  readonly raters: readonly RaterQuality[];
  readonly pairs: readonly RaterPair[];
  readonly scorers: readonly ScorerQuality[];
  readonly secondRater: readonly SecondRaterWanted[];
}

/** Under this many pairs a figure is shown with the warning that it says little. */
export const pairsForTrust = 20;

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

function compare(pairs: readonly (readonly [mine: number, other: number])[]): Comparison | null {
  if (pairs.length < 2) return null;
  const mine = pairs.map(([one]) => one);
  const other = pairs.map(([, two]) => two);
  return {
    agreement: raterAgreement(mine.map(wholeLevel), other.map(wholeLevel)),
    bias: raterBias(mine, other),
  };
}

const blindScores = (answer: RatedAnswer): { raterId: string; score: number }[] =>
  answer.ratings.filter(({ blind }) => blind);

function raterQuality(raterId: string, answers: readonly RatedAnswer[]): RaterQuality {
  const own = answers.flatMap((answer) => {
    const rating = answer.ratings.find((one) => one.raterId === raterId);
    return rating ? [{ answer, rating }] : [];
  });
  const blind = own.filter(({ rating }) => rating.blind);
  return {
    raterId,
    rated: own.length,
    blind: blind.length,
    people: compare(
      blind.flatMap(({ answer, rating }) => {
        const others = blindScores(answer).filter((one) => one.raterId !== raterId);
        return others.length > 0 ? [[rating.score, mean(others.map(({ score }) => score))] as const] : [];
      }),
    ),
    machine: compare(
      blind.flatMap(({ answer, rating }) =>
        answer.machine ? [[rating.score, answer.machine.counted] as const] : [],
      ),
    ),
  };
}

function raterPairs(answers: readonly RatedAnswer[]): RaterPair[] {
  const common = new Map<string, (readonly [number, number])[]>();
  for (const answer of answers) {
    const given = blindScores(answer).sort((a, b) => (a.raterId < b.raterId ? -1 : 1));
    given.forEach((one, i) => {
      for (const two of given.slice(i + 1)) {
        const key = `${one.raterId} ${two.raterId}`;
        common.set(key, [...(common.get(key) ?? []), [one.score, two.score]]);
      }
    });
  }
  return [...common].flatMap(([key, rows]) => {
    if (rows.length < 2) return [];
    const [first = '', second = ''] = key.split(' ');
    return [
      {
        raterIds: [first, second] as const,
        agreement: raterAgreement(
          rows.map(([a]) => wholeLevel(a)),
          rows.map(([, b]) => wholeLevel(b)),
        ),
        ...intraclass(rows),
      },
    ];
  });
}

function scorerQuality(answers: readonly RatedAnswer[]): ScorerQuality[] {
  const groups = new Map<string, (readonly [number, number])[]>();
  for (const answer of answers) {
    const people = blindScores(answer);
    if (!answer.machine || people.length === 0) continue;
    const key = `${answer.machine.scorerVersion} ${answer.family}`;
    const pair = [answer.machine.counted, mean(people.map(({ score }) => score))] as const;
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  return [...groups].flatMap(([key, rows]) => {
    const comparison = compare(rows);
    const [scorerVersion = '', family = ''] = key.split(' ');
    return comparison ? [{ scorerVersion, family, comparison }] : [];
  });
}

/** Where people and machine lie 1.5 levels or more apart in a dimension and only one person has rated. */
function secondRater(answers: readonly RatedAnswer[]): SecondRaterWanted[] {
  const byDimension = new Map<string, RatedAnswer[]>();
  for (const answer of answers) {
    const key = `${answer.applicationId} ${answer.dimension}`;
    byDimension.set(key, [...(byDimension.get(key) ?? []), answer]);
  }
  const wanted = new Map<string, string[]>();
  for (const [key, group] of byDimension) {
    const [applicationId = '', dimension = ''] = key.split(' ');
    const raters = new Set(group.flatMap(({ ratings }) => ratings.map(({ raterId }) => raterId)));
    const machine = group.flatMap((answer) => answer.machine?.counted ?? []);
    if (raters.size !== 1 || machine.length === 0) continue;
    const people = group.flatMap(({ ratings }) => ratings.map(({ score }) => score));
    if (Math.abs(mean(people) - mean(machine)) < secondRaterFrom) continue;
    wanted.set(applicationId, [...(wanted.get(applicationId) ?? []), dimension]);
  }
  return [...wanted].map(([applicationId, dimensions]) => ({ applicationId, dimensions }));
}

/** Agreement of people with each other and with the machine; only blind ratings are measured. */
export function measureQuality(answers: readonly RatedAnswer[]): Quality {
  const raters = [...new Set(answers.flatMap(({ ratings }) => ratings.map(({ raterId }) => raterId)))].sort();
  return {
    interviews: new Set(answers.map(({ interviewId }) => interviewId)).size,
    raters: raters.map((raterId) => raterQuality(raterId, answers)),
    pairs: raterPairs(answers),
    scorers: scorerQuality(answers),
    secondRater: secondRater(answers),
  };
}
