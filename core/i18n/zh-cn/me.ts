/** Words of the pages under `plugins/web/me`. */
export const me = {
  'me.title': '我的面试结果',
} as const;
