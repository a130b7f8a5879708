import type { Translation } from '../message.ts';
import type { interview as source } from '../zh-cn/interview.ts';

/** English of `zh-cn/interview.ts`. */
export const interview: Translation<typeof source> = {
  'interview.title': 'Interview',
};
