import type { Translation } from '../message.ts';
import type { me as source } from '../zh-cn/me.ts';

/** English of `zh-cn/me.ts`. */
export const me: Translation<typeof source> = {
  'me.title': 'My interview result',
};
