import type { AppRoute, NavEntry } from '../kit/app-route.ts';

export const routes: readonly AppRoute[] = [
  { path: '/', titleKey: 'app.nav_home', load: () => import('./home-page.tsx'), words: ['jobs'] },
];

export const nav: readonly NavEntry[] = [{ to: '/', labelKey: 'app.nav_home', icon: 'home', order: 0 }];
