/** What a logistic model is fitted to. */
export interface LogisticRow {
  readonly features: readonly number[];
  readonly isPositive: boolean;
}

export interface LogisticModel {
  readonly weights: readonly number[];
  readonly intercept: number;
}

const STEPS = 25;
const DECAY = 0.003;

/** The sum that the model forms of a row: above 0 leans to the positive side. */
export const leaning = (row: LogisticRow, model: LogisticModel): number =>
  row.features.reduce((sum, value, i) => sum + value * (model.weights[i] ?? 0), model.intercept);

/** Solves a small symmetric system by elimination. */
const solve = (matrix: number[][], right: number[]): number[] => {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    const pivot = matrix[i]?.[i] ?? 1;
    for (let k = i + 1; k < n; k++) {
      const factor = (matrix[k]?.[i] ?? 0) / pivot;
      for (let j = i; j < n; j++)
        (matrix[k] as number[])[j] = (matrix[k]?.[j] ?? 0) - factor * (matrix[i]?.[j] ?? 0);
      right[k] = (right[k] ?? 0) - factor * (right[i] ?? 0);
    }
  }
  const result = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i] ?? 0;
    for (let j = i + 1; j < n; j++) sum -= (matrix[i]?.[j] ?? 0) * (result[j] ?? 0);
    result[i] = sum / (matrix[i]?.[i] ?? 1);
  }
  return result;
};

/** Logistic regression by Newton's method with a ridge, both sides of equal weight. */
export const fitLogistic = (rows: readonly LogisticRow[]): LogisticModel => {
  const size = (rows[0]?.features.length ?? 0) + 1;
  const positive = rows.filter((row) => row.isPositive).length;
  const weightOf = (row: LogisticRow) => 0.5 / (row.isPositive ? positive : rows.length - positive);
  let beta = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array<number>(size).fill(0);
    const curve = slope.map(() => new Array<number>(size).fill(0));
    for (const row of rows) {
      const x = [...row.features, 1];
      const sum = x.reduce((total, value, i) => total + value * (beta[i] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const weight = weightOf(row);
      const error = weight * ((row.isPositive ? 1 : 0) - chance);
      const bend = weight * Math.max(1e-6, chance * (1 - chance));
      for (let i = 0; i < size; i++) {
        slope[i] = (slope[i] ?? 0) + error * (x[i] ?? 0);
        for (let j = 0; j < size; j++)
          (curve[i] as number[])[j] = (curve[i]?.[j] ?? 0) + bend * (x[i] ?? 0) * (x[j] ?? 0);
      }
    }
    for (let i = 0; i + 1 < size; i++) {
      slope[i] = (slope[i] ?? 0) - DECAY * (beta[i] ?? 0);
      (curve[i] as number[])[i] = (curve[i]?.[i] ?? 0) + DECAY;
    }
    const move = solve(curve, slope);
    beta = beta.map((value, i) => value + (move[i] ?? 0));
  }
  return { weights: beta.slice(0, -1), intercept: beta[size - 1] ?? 0 };
};
