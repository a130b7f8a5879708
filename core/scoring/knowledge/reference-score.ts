import type { Coverage } from './point-coverage.ts';
import { plainMarks } from './reference-points.ts';
import { asksForVerdict, verdictOf } from './verdict.ts';

/** How an answer compares with its reference. */
export interface ReferenceScore {
  /** 0..1, what the level gates are read from. */
  readonly share: number;
  /** 1..5 */
  readonly score: number;
  /** The verdict of a true-or-false question, as far as it decided. */
  readonly verdict: 'right' | 'wrong' | 'unstated' | null;
}

/** Shares at which the levels 2, 3, 4 and 5 begin (assessment §2.4 KN). */
const STEPS: readonly (readonly [share: number, score: number])[] = [
  [0, 1],
  [0.25, 1.5],
  [0.5, 2.5],
  [0.7, 3.5],
  [0.9, 4.5],
  [1, 5],
];
const WITHOUT_EXAMPLE = 4.49;
const RIGHT_VERDICT = 0.3;
const REASONED = 0.2;
const WRONG_VERDICT = 0.15;
const PARAPHRASE = 0.25;
const REASON_LETTERS = 8;

/** Level of a score: its nearest whole number. */
export const levelOf = (score: number): 1 | 2 | 3 | 4 | 5 =>
  Math.min(5, Math.max(1, Math.floor(score + 0.5))) as 1 | 2 | 3 | 4 | 5;

const interpolate = (share: number): number => {
  for (let i = 1; i < STEPS.length; i++) {
    const [from, low] = STEPS[i - 1] as readonly [number, number];
    const [to, high] = STEPS[i] as readonly [number, number];
    if (share <= to) return low + ((share - from) / (to - from)) * (high - low);
  }
  return 5;
};

const ceiling = (score: number, example: boolean): number =>
  example || score <= 3.5 ? score : 3.5 + ((score - 3.5) / 1.5) * (WITHOUT_EXAMPLE - 3.5);

const withVerdict = (
  covered: number,
  question: string,
  reference: string,
  answer: string,
): { share: number; verdict: ReferenceScore['verdict'] } => {
  const wanted = asksForVerdict(question) ? verdictOf(plainMarks(reference)) : null;
  if (wanted === null) return { share: covered, verdict: null };
  const said = verdictOf(answer);
  if (said === null) return { share: 0.85 * covered, verdict: 'unstated' };
  if (said !== wanted) return { share: WRONG_VERDICT * covered, verdict: 'wrong' };
  const letters = (answer.match(/[\p{L}\p{N}]/gu) ?? []).length;
  const reasoned = letters >= REASON_LETTERS ? REASONED : 0;
  return { share: RIGHT_VERDICT + reasoned + (1 - RIGHT_VERDICT - REASONED) * covered, verdict: 'right' };
};

/**
 * Turns coverage into a score: sentences of a reference can be said in other words and are read more leniently than the members
 * of a list; in a true-or-false question the verdict decides first; level 5 wants an applied example.
 */
export const scoreOfCoverage = (input: {
  readonly coverage: Coverage;
  /** Share of the points that are members of a list, 0..1. */
  readonly listed: number;
  readonly question: string;
  readonly reference: string;
  readonly answer: string;
  readonly example: boolean;
}): ReferenceScore => {
  const covered = (input.coverage.items + input.coverage.words) / 2;
  const { share, verdict } = withVerdict(covered, input.question, input.reference, input.answer);
  const lenient = share ** (1 - PARAPHRASE * (1 - input.listed));
  return { share: lenient, score: ceiling(interpolate(lenient), input.example), verdict };
};
