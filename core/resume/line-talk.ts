import { labelledValues } from './labels.ts';
import { isItem, type ResumeLine } from './resume-line.ts';
import { startsWithDuty } from './work-words.ts';

/** Whether a line tells something (a duty, a sentence, a list item) rather than naming a company, a post or a period. */
export const isTalk = (line: ResumeLine): boolean =>
  startsWithDuty(line.text) ||
  isItem(line) ||
  /[。；;！]$/.test(line.text) ||
  line.text.length > 60 ||
  (line.text.match(/[，,]/g)?.length ?? 0) > 2;

/** `工作内容：` and its kin: what follows is told, not named. */
export const labelOnly = (line: ResumeLine): boolean =>
  labelledValues(line).some((pair) => pair.kind === 'text') || /^[^:：]{2,8}[:：]$/.test(line.text);
