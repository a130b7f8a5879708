/** Words of the pages under `plugins/web/jobs`. */
export const jobs = {
  'jobs.title': '职位',
} as const;
