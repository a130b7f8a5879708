import type { AppRoute, NavEntry } from '../kit/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: '/candidates',
    titleKey: 'candidates.title',
    load: () => import('./candidate-list-page.tsx'),
    words: ['candidates'],
    permission: 'candidate.read',
  },
  {
    path: '/candidates/:applicationId',
    titleKey: 'candidates.title',
    load: () => import('./candidate-page.tsx'),
    words: ['candidates', 'reports'],
    permission: 'candidate.read',
  },
];

export const nav: readonly NavEntry[] = [
  {
    to: '/candidates',
    labelKey: 'app.nav_candidates',
    icon: 'people',
    order: 20,
    permission: 'candidate.read',
  },
];
