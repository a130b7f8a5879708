import type { AppRoute, NavEntry } from '../kit/app-route.ts';

/** Notices, and how they reach people. */
export const routes: readonly AppRoute[] = [
  {
    path: '/notices',
    titleKey: 'messages.title',
    load: () => import('./notices-page.tsx'),
    words: ['messages'],
  },
  {
    path: '/settings/notices',
    titleKey: 'messages.settings',
    load: () => import('./notice-settings-page.tsx'),
    words: ['approvals', 'messages', 'settings'],
  },
];

/** The bell in the frame leads here. */
export const nav: readonly NavEntry[] = [];
