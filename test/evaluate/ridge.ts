/** A sparse row: positions and values. */
export interface SparseRow {
  readonly at: readonly number[];
  readonly value: readonly number[];
}

/** Inner products of all rows; position lists are walked once for each pair of rows that share a column. */
const gramOf = (rows: readonly SparseRow[], columns: number): Float64Array[] => {
  const dense = new Float64Array(columns);
  return rows.map((row, r) => {
    row.at.forEach((at, i) => {
      dense[at] = row.value[i] as number;
    });
    const products = new Float64Array(rows.length);
    for (let other = 0; other <= r; other++) {
      const { at, value } = rows[other] as SparseRow;
      let sum = 0;
      for (let i = 0; i < at.length; i++) sum += (dense[at[i] as number] as number) * (value[i] as number);
      products[other] = sum;
    }
    for (const at of row.at) dense[at] = 0;
    return products;
  });
};

/** Lower triangle L of A = L·Lᵀ, written over the lower triangle of a symmetric positive matrix. */
const factorise = (a: readonly Float64Array[]): void => {
  a.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      const other = a[j] as Float64Array;
      let sum = row[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      row[j] = i === j ? Math.sqrt(sum) : sum / (other[j] as number);
    }
  });
};

const solveFactorised = (l: readonly Float64Array[], right: readonly number[]): Float64Array => {
  const n = right.length;
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    const row = l[i] as Float64Array;
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (row[k] as number) * (x[k] as number);
    x[i] = sum / (row[i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    const value = (x[i] as number) / ((l[i] as Float64Array)[i] as number);
    x[i] = value;
    const row = l[i] as Float64Array;
    for (let k = 0; k < i; k++) x[k] = (x[k] as number) - value * (row[k] as number);
  }
  return x;
};

/**
 * Ridge regression of several targets on the same rows, in its dual form: weights per column for centred targets. `lambda` is relative
 * to the mean squared row length; a thousand rows take about a second, all targets together.
 */
export const ridge = (
  rows: readonly SparseRow[],
  columns: number,
  targets: readonly (readonly number[])[],
  lambda: number,
): { readonly weights: Float64Array; readonly intercept: number }[] => {
  const gram = gramOf(rows, columns);
  const trace = gram.reduce((sum, row, i) => sum + (row[i] as number), 0) / Math.max(1, rows.length);
  gram.forEach((row, i) => {
    row[i] = (row[i] as number) + lambda * trace;
  });
  factorise(gram);
  return targets.map((target) => {
    const intercept = target.reduce((sum, y) => sum + y, 0) / Math.max(1, rows.length);
    const alpha = solveFactorised(
      gram,
      target.map((y) => y - intercept),
    );
    const weights = new Float64Array(columns);
    rows.forEach((row, i) => {
      row.at.forEach((at, k) => {
        weights[at] = (weights[at] as number) + (alpha[i] as number) * (row.value[k] as number);
      });
    });
    return { weights, intercept };
  });
};
