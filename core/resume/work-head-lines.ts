import { headTokens } from './entry-head.ts';
import { labelledValues } from './labels.ts';
import { isTalk, labelOnly } from './line-talk.ts';
import type { ResumeLine } from './resume-line.ts';
import type { Anchor } from './work-anchors.ts';
import { classifyRest, companyScore, titleScore } from './work-words.ts';

/** The first line (an index into `lines`) of each entry's head: lines above the period belong to it if the résumé writes its heads that way. */
export function headStarts(lines: readonly ResumeLine[], anchors: readonly Anchor[]): number[] {
  let usual = 0;
  return anchors.map((anchor, i) => {
    const floor = i === 0 ? 0 : (anchors[i - 1]?.at ?? 0) + 1;
    const own = headTokens(lines[anchor.at]?.cells ?? []);
    const complete =
      own.some((token) => companyScore(token) >= 2) && own.some((token) => titleScore(token) >= 2);
    let start = anchor.at;
    const most = i === 0 ? 3 : usual;
    while (start > floor && anchor.at - start < most && belongsToHead(lines, start - 1, complete)) start -= 1;
    const bare = own.every((token) => classifyRest(token) === 'noise');
    while (
      bare &&
      i > 0 &&
      start > floor &&
      anchor.at - start < usual &&
      isPlain(lines[start - 1] as ResumeLine)
    )
      start -= 1;
    if (bare && i === 0 && start === anchor.at && isEmployerAbove(lines, anchor.at)) start -= 1;
    if (i === 0) usual = anchor.at - start;
    if (start === anchor.at && usual === 0 && i > 0 && !complete) return groupStart(lines, anchor, floor);
    return start;
  });
}

/** A bare period with a name above it and a post but no employer below: the name is the employer. */
function isEmployerAbove(lines: readonly ResumeLine[], at: number): boolean {
  const [above, below] = [lines[at - 1], lines[at + 1]];
  if (above === undefined || below === undefined || !isPlain(above) || isTalk(below)) return false;
  const words = headTokens(below.cells);
  return (
    words.some((word) => titleScore(word) >= 2) &&
    !words.some((word) => companyScore(word) >= 2) &&
    !headTokens(above.cells).some((word) => titleScore(word) >= 2)
  );
}

/** Above a bare period, where the first entry has its head, short lines are one too, whatever they are called. */
export const isPlain = (line: ResumeLine): boolean =>
  !isTalk(line) &&
  !labelOnly(line) &&
  line.cells.length === 1 &&
  /^(?:[^，,、：:\d]{3,24}|[\x20-\x7e·–]{3,60})$/.test(line.text);

function belongsToHead(lines: readonly ResumeLine[], at: number, complete: boolean): boolean {
  const line = lines[at] as ResumeLine;
  if (isTalk(line) || labelOnly(line)) return false;
  const pairs = labelledValues(line);
  if (pairs.some((pair) => pair.kind === 'company' || pair.kind === 'title')) return true;
  if (complete) return false;
  const tokens = headTokens(line.cells);
  return (
    tokens.some((token) => companyScore(token) >= 2 || titleScore(token) >= 2) ||
    line.heading > 0 ||
    (line.bold && tokens.length > 0)
  );
}

/** A line with only a company's name above a period opens a new group even where heads start with the period. */
function groupStart(lines: readonly ResumeLine[], anchor: Anchor, floor: number): number {
  const above = lines[anchor.at - 1];
  if (!above || anchor.at - 1 <= floor || isTalk(above)) return anchor.at;
  const tokens = headTokens(above.cells);
  const own = headTokens(lines[anchor.at]?.cells ?? []);
  const namesCompany = tokens.length <= 2 && tokens.some((token) => companyScore(token) >= 3);
  return namesCompany &&
    !own.some((token) => companyScore(token) >= 2) &&
    own.some((token) => titleScore(token) >= 2)
    ? anchor.at - 1
    : anchor.at;
}
