/** How far two raters of the same answers agree on whole levels. */
export interface RaterAgreement {
  readonly pairs: number;
  /** Quadratic weighted kappa; 1 when both always give the same level and never vary. */
  readonly qwk: number;
  /** Share of equal levels, 0..1. */
  readonly exact: number;
  /** Share of levels at most one apart, 0..1. */
  readonly adjacent: number;
}

/** A score 1..5 as a whole level, halves up. */
export const wholeLevel = (score: number): number => Math.min(5, Math.max(1, Math.floor(score + 0.5)));

const checkPairs = (a: readonly number[], b: readonly number[], least: number): void => {
  if (a.length !== b.length) throw new RangeError(`raters gave ${a.length} and ${b.length} ratings`);
  if (a.length < least) throw new RangeError(`${least} ratings are needed, ${a.length} were given`);
};

/**
 * Kappa with quadratic weights (Cohen 1968, Psychological Bulletin 70(4)): 1 − observed over expected squared distance.
 * @throws RangeError when the lists differ in length or are empty.
 */
export const quadraticKappa = (a: readonly number[], b: readonly number[]): number => {
  checkPairs(a, b, 1);
  let observed = 0;
  let expected = 0;
  const count = (values: readonly number[]) => {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  a.forEach((value, i) => {
    observed += (value - (b[i] as number)) ** 2;
  });
  const left = count(a);
  const right = count(b);
  for (const [x, n] of left) for (const [y, m] of right) expected += n * m * (x - y) ** 2;
  if (expected === 0) return 1;
  return 1 - (observed * a.length) / expected;
};

/**
 * Agreement of two lists of whole levels.
 * @throws RangeError when the lists differ in length or are empty.
 */
export const raterAgreement = (a: readonly number[], b: readonly number[]): RaterAgreement => {
  checkPairs(a, b, 1);
  const within = (distance: number) =>
    a.filter((value, i) => Math.abs(value - (b[i] as number)) <= distance).length / a.length;
  return { pairs: a.length, qwk: quadraticKappa(a, b), exact: within(0), adjacent: within(1) };
};

/** How a rater's scale lies against a reference (assessment §1.9). */
export interface RaterBias {
  readonly pairs: number;
  /** Mean of rater minus reference, in levels: above 0 is lenient. */
  readonly difference: number;
  /** The same in pooled standard deviations; null when neither side varies. */
  readonly standardised: number | null;
  readonly meanAbsoluteError: number;
  /** Pearson's r; null when one side does not vary. */
  readonly correlation: number | null;
  /** Spread of the rater over spread of the reference: below 1 is reluctance to use the ends; null without spread. */
  readonly spread: number | null;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const varianceOf = (values: readonly number[], mean: number): number =>
  values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);

/**
 * Severity and consistency of one rater, or of one scorer version, against a reference.
 * @throws RangeError when the lists differ in length or hold fewer than two ratings.
 */
export const raterBias = (rater: readonly number[], reference: readonly number[]): RaterBias => {
  checkPairs(rater, reference, 2);
  const [mine, theirs] = [meanOf(rater), meanOf(reference)];
  const [va, vb] = [varianceOf(rater, mine), varianceOf(reference, theirs)];
  const pooled = Math.sqrt((va + vb) / 2);
  const covariance =
    rater.reduce((sum, value, i) => sum + (value - mine) * ((reference[i] as number) - theirs), 0) /
    (rater.length - 1);
  return {
    pairs: rater.length,
    difference: mine - theirs,
    standardised: pooled === 0 ? null : (mine - theirs) / pooled,
    meanAbsoluteError: meanOf(rater.map((value, i) => Math.abs(value - (reference[i] as number)))),
    correlation: va === 0 || vb === 0 ? null : covariance / Math.sqrt(va * vb),
    spread: vb === 0 ? null : Math.sqrt(va / vb),
  };
};
