import type { Translation } from '../message.ts';
import type { candidates as source } from '../zh-cn/candidates.ts';

/** English of `zh-cn/candidates.ts`. */
export const candidates: Translation<typeof source> = {
  'candidates.title': 'Candidates',
};
