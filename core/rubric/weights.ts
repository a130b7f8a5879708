import { type RubricRow, rubricLimits } from './draft.ts';

/**
 * Splits `total` into whole parts of at least 1 in proportion to `shares` (largest remainder; ties go to the earlier
 * part). Shares that are all zero count as equal.
 * @throws RangeError when `total` is smaller than the number of parts.
 */
export function apportion(total: number, shares: readonly number[]): number[] {
  if (total < shares.length) throw new RangeError('apportion: fewer units than parts');
  if (shares.length === 0) return [];
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (sum > 0 ? (total * share) / sum : total / shares.length));
  const parts = exact.map((value) => Math.max(1, Math.floor(value)));
  let left = total - parts.reduce((a, b) => a + b, 0);
  while (left !== 0) {
    const step = left > 0 ? 1 : -1;
    // How far the part is from what it should be, in the direction of the step; a part of 1 cannot give.
    const need = parts.map((part, index) =>
      step < 0 && part <= 1 ? Number.NEGATIVE_INFINITY : step * ((exact[index] ?? 0) - part),
    );
    const best = need.indexOf(Math.max(...need));
    parts[best] = (parts[best] ?? 1) + step;
    left -= step;
  }
  return parts;
}

/** Why weights cannot be made to sum to 100. */
export type WeightRefusal = 'others_locked' | 'no_room';

/**
 * Gives the unlocked rows their proportional share of what the locked rows and the row `fixed` (if any) leave of 100.
 * Locked rows keep their weights; every unlocked row keeps at least 1.
 */
export function rebalance(
  rows: readonly RubricRow[],
  fixed: number | null = null,
): readonly RubricRow[] | WeightRefusal {
  if (rows.length === 0) return rows;
  const free = rows.map((row, index) => index !== fixed && !row.locked);
  const kept = rows.reduce((sum, row, index) => sum + (free[index] ? 0 : row.weight), 0);
  const freeRows = rows.filter((_, index) => free[index]);
  const room = rubricLimits.total - kept;
  if (freeRows.length === 0) return room === 0 ? rows : 'others_locked';
  if (room < freeRows.length) return 'no_room';
  const parts = apportion(
    room,
    freeRows.map((row) => row.weight),
  );
  let next = 0;
  return rows.map((row, index) => {
    if (!free[index]) return row;
    const weight = parts[next] ?? 1;
    next += 1;
    return weight === row.weight ? row : { ...row, weight };
  });
}

/** The most a row can weigh: every other unlocked row keeps 1, every other locked row its weight. */
export function heaviestWeight(rows: readonly RubricRow[], at: number): number {
  const others = rows.filter((_, index) => index !== at);
  if (!others.some((row) => !row.locked)) return rows[at]?.weight ?? rubricLimits.total;
  return others.reduce<number>((left, row) => left - (row.locked ? row.weight : 1), rubricLimits.total);
}

/** The least a row can weigh: 1, or its own weight when no other row may take the rest. */
export function lightestWeight(rows: readonly RubricRow[], at: number): number {
  const free = rows.some((row, index) => index !== at && !row.locked);
  return free ? 1 : (rows[at]?.weight ?? rubricLimits.total);
}
