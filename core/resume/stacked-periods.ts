import { findDates, findRanges, toDate } from './dates.ts';
import type { ResumeLine } from './resume-line.ts';

/** A cell that is one date and nothing else, or 至今 and its kin. */
function dateAlone(cell: string | undefined): string | null {
  const text = (cell ?? '').trim().replace(/^[-–—~～至到]\s*|\s*[-–—~～至到]$/g, '');
  if (text === '') return null;
  if (toDate(text) === 'present') return 'present';
  const found = findDates(text)[0];
  return found && found.start === 0 && found.end === text.length ? found.date : null;
}

const without = (line: ResumeLine, at: number): ResumeLine => {
  const cells = line.cells.filter((_, i) => i !== at);
  return { ...line, cells, columns: line.columns.filter((_, i) => i !== at), text: cells.join('  ') };
};

/**
 * Time lines print the end of a period below its start, in a column of dates at the left or the right:
 * both move into the first of the two lines as one period. Lines of a table stay as they are.
 */
export function joinStackedPeriods(lines: readonly ResumeLine[]): ResumeLine[] {
  const out: ResumeLine[] = [];
  for (const line of lines) {
    const above = out.at(-1);
    const joined = above && joinPair(above, line);
    if (!joined) {
      out.push(line);
      continue;
    }
    out[out.length - 1] = joined.upper;
    if (joined.lower.cells.length > 0) out.push(joined.lower);
  }
  return out;
}

function joinPair(above: ResumeLine, line: ResumeLine): { upper: ResumeLine; lower: ResumeLine } | null {
  if (above.table !== null || line.table !== null || above.page !== line.page) return null;
  if (findRanges(above.text).length > 0 || findRanges(line.text).length > 0) return null;
  for (const side of ['last', 'first'] as const) {
    const place = (of: ResumeLine): number => (side === 'first' ? 0 : of.cells.length - 1);
    const from = dateAlone(above.cells[place(above)]);
    const to = dateAlone(line.cells[place(line)]);
    if (from === null || from === 'present' || to === null || !ends(from, to)) continue;
    const cells = above.cells.map((cell, i) => (i === place(above) ? `${from} - ${to}` : cell));
    return { upper: { ...above, cells, text: cells.join('  ') }, lower: without(line, place(line)) };
  }
  return null;
}

const ends = (from: string, to: string): boolean =>
  to === 'present' || (from.length === to.length && from.length === 7 && from < to);
