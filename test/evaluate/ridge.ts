/** A sparse row: positions and values. */
export interface SparseRow {
  readonly at: readonly number[];
  readonly value: readonly number[];
}

const dot = (a: SparseRow, dense: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.at.length; i++) sum += (dense[a.at[i] as number] as number) * (a.value[i] as number);
  return sum;
};

/** Ridge regression in its dual form: weights per column for centred targets; `lambda` is relative to the mean squared row length. */
export const ridge = (
  rows: readonly SparseRow[],
  columns: number,
  targets: readonly number[],
  lambda: number,
): { weights: Float64Array; intercept: number } => {
  const n = rows.length;
  const intercept = targets.reduce((sum, y) => sum + y, 0) / n;
  const gram = rows.map((row) => {
    const dense = new Float64Array(columns);
    row.at.forEach((at, i) => {
      dense[at] = row.value[i] as number;
    });
    return Float64Array.from(rows, (other) => dot(other, dense));
  });
  const trace = gram.reduce((sum, row, i) => sum + (row[i] as number), 0) / n;
  gram.forEach((row, i) => {
    row[i] = (row[i] as number) + lambda * trace;
  });
  const alpha = solve(
    gram,
    Float64Array.from(targets, (y) => y - intercept),
  );
  const weights = new Float64Array(columns);
  rows.forEach((row, i) => {
    row.at.forEach((at, k) => {
      weights[at] = (weights[at] as number) + (alpha[i] as number) * (row.value[k] as number);
    });
  });
  return { weights, intercept };
};

/** Gaussian elimination; the matrix is symmetric and positive, so no pivoting is needed. Changes its arguments. */
const solve = (a: Float64Array[], y: Float64Array): Float64Array => {
  const n = y.length;
  for (let c = 0; c < n; c++) {
    const pivot = a[c] as Float64Array;
    for (let r = c + 1; r < n; r++) {
      const row = a[r] as Float64Array;
      const factor = (row[c] as number) / (pivot[c] as number);
      if (factor === 0) continue;
      for (let k = c; k < n; k++) row[k] = (row[k] as number) - factor * (pivot[k] as number);
      y[r] = (y[r] as number) - factor * (y[c] as number);
    }
  }
  const x = new Float64Array(n);
  for (let r = n - 1; r >= 0; r--) {
    const row = a[r] as Float64Array;
    let sum = y[r] as number;
    for (let k = r + 1; k < n; k++) sum -= (row[k] as number) * (x[k] as number);
    x[r] = sum / (row[r] as number);
  }
  return x;
};
