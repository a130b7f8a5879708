import type { AppRoute, NavEntry } from '../kit/app-route.ts';

/** Second rounds. */
export const routes: readonly AppRoute[] = [
  {
    path: '/second-rounds',
    titleKey: 'rounds.title',
    load: () => import('./agenda-page.tsx'),
    words: ['messages', 'rounds'],
    permission: 'candidate.read',
  },
  {
    path: '/second-rounds/:roundId',
    titleKey: 'rounds.title',
    load: () => import('./round-page.tsx'),
    words: ['messages', 'reports', 'rounds'],
    permission: 'candidate.read',
  },
];

export const nav: readonly NavEntry[] = [
  {
    to: '/second-rounds',
    labelKey: 'rounds.title',
    icon: 'calendar',
    order: 35,
    permission: 'candidate.read',
  },
];
