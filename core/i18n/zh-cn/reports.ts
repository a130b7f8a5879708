/** Words of the pages under `plugins/web/reports`. */
export const reports = {
  'reports.title': '报告',
} as const;
