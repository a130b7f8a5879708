import { findRanges } from './dates.ts';
import { headTokens, withoutDates } from './entry-head.ts';
import type { ResumeLine } from './resume-line.ts';
import { schoolOf } from './school-names.ts';
import { titleScore } from './work-words.ts';

/** A list that tells schooling and work under one heading (`学习和工作简历`), taken apart entry by entry. */
export interface DividedLife {
  readonly study: readonly ResumeLine[];
  readonly work: readonly ResumeLine[];
}

/** Each line goes with the dated line above it; lines before the first date stay with work. */
export function divideLife(lines: readonly ResumeLine[]): DividedLife {
  const study: ResumeLine[] = [];
  const work: ResumeLine[] = [];
  let open = work;
  for (const line of lines) {
    if (findRanges(line.text).length > 0) open = isStudy(line) ? study : work;
    open.push(line);
  }
  return { study, work };
}

const studying =
  /学习|学生|学员|就读|求学|读书|在读|毕业|专业|本科|专科|大专|中专|高中|初中|学士|硕士|博士|bachelor|master|degree/i;

/** A school with a word about studying, or a school alone: who works at one names a post. */
function isStudy(line: ResumeLine): boolean {
  const rest = withoutDates(line.text);
  const school = schoolOf(rest);
  if (school === null) return false;
  const others = headTokens(line.cells).filter((token) => !token.includes(school));
  if (others.some((token) => titleScore(token) >= 3)) return false;
  return studying.test(rest.replace(school, ' ')) || rest.replace(school, '').trim() === '';
}
