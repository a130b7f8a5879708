import { findDates, toDate } from './dates.ts';
import { assignTokens, type EntryHead, headTokens, takeLabels } from './entry-head.ts';
import { isTalk } from './line-talk.ts';
import type { Located } from './located.ts';
import type { WorkItem } from './profile.ts';
import type { ResumeLine } from './resume-line.ts';
import { companyScore } from './work-words.ts';

/** Entries without any period: a line with both a company and a title, or labelled ones. */
export function readUndatedWork(lines: readonly ResumeLine[]): Located<WorkItem>[] {
  const found: Located<WorkItem>[] = [];
  let text: string[] = [];
  const close = (): void => {
    const last = found.at(-1);
    if (last) found[found.length - 1] = { ...last, item: { ...last.item, text: text.join('\n') } };
    text = [];
  };
  for (const line of lines) {
    const head: EntryHead = { company: null, title: null };
    const labelled = takeLabels(line, head);
    const tokens = labelled || isTalk(line) ? [] : headTokens(line.cells);
    if (!labelled && tokens.some((token) => companyScore(token) >= 3) && tokens.length <= 5)
      assignTokens(tokens, head);
    if (head.company === null) {
      const last = found.at(-1);
      if (head.title !== null && last && last.item.title === null) {
        found[found.length - 1] = { ...last, item: { ...last.item, title: head.title } };
      } else text.push(line.text);
      continue;
    }
    close();
    const single = findDates(line.text)[0];
    found.push({
      item: {
        company: head.company,
        title: head.title,
        from: single ? toDate(single.date) : null,
        to: null,
        text: '',
      },
      lines: [line.index],
    });
  }
  close();
  return found;
}
