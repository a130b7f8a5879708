/** Words of the pages under `plugins/web/candidates`. */
export const candidates = {
  'candidates.title': '候选人',
} as const;
