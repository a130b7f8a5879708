import { monthNumber } from './dates.ts';
import type { WorkItem } from './profile.ts';

/**
 * Years of work from the stated periods, overlaps counted once, rounded to one decimal.
 * Null when a period lacks a month at either end, or one still runs and no `now` (`YYYY-MM`) is given: never guessed.
 */
export function yearsOfExperience(work: readonly WorkItem[], now?: string): number | null {
  const spans: [number, number][] = [];
  for (const item of work) {
    const from = monthNumber(item.from);
    const to = monthNumber(item.to === 'present' ? (now ?? null) : item.to);
    if (from === null || to === null || to < from) return null;
    spans.push([from, to + 1]);
  }
  if (spans.length === 0) return null;
  spans.sort((a, b) => a[0] - b[0]);
  let months = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [from, to] of spans) {
    months += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return Math.round((months / 12) * 10) / 10;
}
