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
  for (const line of withoutJoints(lines)) {
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

/** A 至 or a dash alone in the middle of a period of three lines: both dates come together on the upper two. */
function withoutJoints(lines: readonly ResumeLine[]): ResumeLine[] {
  const out = [...lines];
  for (let i = 1; i + 1 < out.length; i += 1) {
    const [above, line, below] = [out[i - 1], out[i], out[i + 1]] as [ResumeLine, ResumeLine, ResumeLine];
    if (line.table !== null || !joint.test(line.cells[0] ?? '')) continue;
    const to = dateAlone(below.cells[0]);
    if (dateAlone(above.cells[0]) === null || to === null) continue;
    const upper = [...above.cells];
    upper[0] = `${upper[0]} - ${below.cells[0]}`;
    out[i - 1] = { ...above, cells: upper, text: upper.join('  ') };
    out.splice(i, 2, ...[without(line, 0), without(below, 0)].filter((rest) => rest.cells.length > 0));
  }
  return out;
}

const joint = /^(?:至|到|[-–—~～|｜↓])$/;

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
