import type { Translation } from '../message.ts';
import type { jobs as source } from '../zh-cn/jobs.ts';

/** English of `zh-cn/jobs.ts`. */
export const jobs: Translation<typeof source> = {
  'jobs.title': 'Jobs',
};
