/** One observation. */
export interface Observation {
  readonly features: readonly number[];
  readonly target: number;
  readonly weight: number;
}

const RIDGE = 3;
const ROUNDS = 200;

/**
 * Least squares with a given sign for each weight (1, −1, or 0 for free) and a small ridge, by coordinate descent on the products of the
 * centred features; a weight that would have to change its sign stays 0.
 */
export const monotoneRegression = (
  rows: readonly Observation[],
  signs: readonly number[],
): { readonly weights: readonly number[]; readonly intercept: number } => {
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const meanOf = (pick: (row: Observation) => number): number =>
    rows.reduce((sum, row) => sum + row.weight * pick(row), 0) / total;
  const target = meanOf((row) => row.target);
  const means = signs.map((_sign, i) => meanOf((row) => row.features[i] as number));
  const centred = rows.map(({ features }) => features.map((value, i) => value - (means[i] as number)));
  const products = signs.map((_a, i) =>
    signs.map((_b, j) =>
      rows.reduce(
        (sum, { weight }, r) => sum + weight * (centred[r]?.[i] as number) * (centred[r]?.[j] as number),
        0,
      ),
    ),
  );
  const right = signs.map((_sign, i) =>
    rows.reduce((sum, row, r) => sum + row.weight * (centred[r]?.[i] as number) * (row.target - target), 0),
  );
  const weights = signs.map(() => 0);
  for (let round = 0; round < ROUNDS; round++)
    signs.forEach((sign, i) => {
      const own = products[i] as number[];
      const others = weights.reduce((sum, weight, j) => sum + (j === i ? 0 : weight * (own[j] as number)), 0);
      const best = ((right[i] as number) - others) / ((own[i] as number) + RIDGE);
      weights[i] = sign === 0 ? best : sign * Math.max(0, sign * best);
    });
  const intercept = target - weights.reduce((sum, weight, i) => sum + weight * (means[i] as number), 0);
  return { weights, intercept };
};
