import type { Translation } from '../message.ts';
import type { rubric as source } from '../zh-cn/rubric.ts';

/** English of `zh-cn/rubric.ts`. */
export const rubric: Translation<typeof source> = {
  'rubric.title': 'Dimensions',
};
