import type { AppRoute, NavEntry } from '../kit/app-route.ts';

/** Candidates' requests about their data. */
export const routes: readonly AppRoute[] = [
  {
    path: '/requests',
    titleKey: 'me.hr_title',
    load: () => import('./requests-page.tsx'),
    words: ['me'],
    permission: 'candidate.write',
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/requests', labelKey: 'me.hr_title', icon: 'edit', order: 40, permission: 'candidate.write' },
];
