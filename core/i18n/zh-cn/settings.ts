/** Words of the pages under `plugins/web/settings`. */
export const settings = {
  'settings.title': '设置',
} as const;
