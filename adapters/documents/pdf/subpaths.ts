import { applyTo, type Box, boxOf, type Matrix } from './geometry.ts';

/** A connected piece of a path in page coordinates; `straight` when it has no curves. */
export interface Subpath {
  readonly box: Box;
  readonly straight: boolean;
  readonly points: readonly (readonly [number, number])[];
  readonly closed: boolean;
}

/** Codes of pdf.js 5 path data (`DrawOPS`): move, line, cubic, quadratic, close. */
const coordinates = [2, 2, 6, 4, 0] as const;

/** Takes the flat path data of a `constructPath` operation apart. */
export function subpathsOf(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const found: Subpath[] = [];
  let points: [number, number][] = [];
  let straight = true;
  const finish = (closed: boolean): void => {
    if (points.length > 1) found.push({ box: boxOf(points), straight, points, closed });
    points = [];
    straight = true;
  };
  for (let i = 0; i < data.length; ) {
    const code = data[i] ?? 4;
    const count = coordinates[code as 0] ?? 0;
    if (code === 0) finish(false);
    if (code === 2 || code === 3) straight = false;
    if (count >= 2) points.push(applyTo(matrix, data[i + count - 1] ?? 0, data[i + count] ?? 0));
    if (code === 4) finish(true);
    i += count + 1;
  }
  finish(false);
  return found;
}
