import type { AppRoute, NavEntry } from '../kit/app-route.ts';

/** Rating quality and the practice for raters; both are reached from the list of reports. */
export const routes: readonly AppRoute[] = [
  {
    path: '/quality',
    titleKey: 'quality.title',
    load: () => import('./quality-page.tsx'),
    words: ['quality', 'reports'],
    permission: 'quality.read',
  },
  {
    path: '/quality/practice',
    titleKey: 'quality.practice_title',
    load: () => import('./practice-page.tsx'),
    words: ['quality', 'reports'],
    permission: 'rating.write',
  },
];

export const nav: readonly NavEntry[] = [];
