/** Words of the pages under `plugins/web/interview`. */
export const interview = {
  'interview.title': '面试',
} as const;
