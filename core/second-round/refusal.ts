import { AppError } from '../errors/app-error.ts';

/** Fields of second rounds, in the reader's words. */
const names = {
  startsAt: { zh: '时间', en: 'Time' },
  minutes: { zh: '时长', en: 'Length' },
  interviewerIds: { zh: '面试官', en: 'Interviewers' },
  'place/text': { zh: '地点', en: 'Place' },
  reason: { zh: '原因', en: 'Reason' },
  ratings: { zh: '评分', en: 'Ratings' },
  summary: { zh: '总的看法', en: 'Summary' },
} as const;

/** The refusal of one field: named in the reader's words, and by `name` as the request has it. */
export const refusal = (
  lang: 'zh' | 'en',
  name: keyof typeof names,
  problem: { readonly zh: string; readonly en: string },
): AppError =>
  new AppError('VALIDATION', { details: { field: names[name][lang], name, problem: problem[lang] } });
