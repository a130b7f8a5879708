import type { Translation } from '../message.ts';
import type { reports as source } from '../zh-cn/reports.ts';

/** English of `zh-cn/reports.ts`. */
export const reports: Translation<typeof source> = {
  'reports.title': 'Reports',
};
