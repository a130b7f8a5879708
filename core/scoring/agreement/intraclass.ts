/** Reliability of ratings when each of the same raters judged every answer. */
export interface Intraclass {
  /** ICC(2,1): of one rater taken at random. */
  readonly single: number;
  /** ICC(2,k): of the mean of these raters. */
  readonly average: number;
}

/**
 * Two-way random effects, absolute agreement (Shrout & Fleiss 1979, Psychological Bulletin 86(2), cases 2,1 and 2,k).
 * One row an answer, one column a rater.
 * @throws RangeError when there are fewer than two answers or raters, or a rating is lacking.
 */
export const intraclass = (ratings: readonly (readonly number[])[]): Intraclass => {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  if (n < 2 || k < 2) throw new RangeError(`two answers and two raters are needed, got ${n} and ${k}`);
  if (ratings.some((row) => row.length !== k)) throw new RangeError('every rater must rate every answer');
  const grand = ratings.flat().reduce((sum, value) => sum + value, 0) / (n * k);
  const rowMeans = ratings.map((row) => row.reduce((sum, value) => sum + value, 0) / k);
  const columnMeans = Array.from(
    { length: k },
    (_, j) => ratings.reduce((sum, row) => sum + (row[j] as number), 0) / n,
  );
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const total = squares(ratings.flat());
  const between = k * squares(rowMeans);
  const raters = n * squares(columnMeans);
  const rowSquare = between / (n - 1);
  const raterSquare = raters / (k - 1);
  const error = (total - between - raters) / ((n - 1) * (k - 1));
  const one = rowSquare + (k - 1) * error + (k * (raterSquare - error)) / n;
  const many = rowSquare + (raterSquare - error) / n;
  return {
    single: one === 0 ? 0 : (rowSquare - error) / one,
    average: many === 0 ? 0 : (rowSquare - error) / many,
  };
};
