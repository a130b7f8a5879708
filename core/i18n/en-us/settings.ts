import type { Translation } from '../message.ts';
import type { settings as source } from '../zh-cn/settings.ts';

/** English of `zh-cn/settings.ts`. */
export const settings: Translation<typeof source> = {
  'settings.title': 'Settings',
};
