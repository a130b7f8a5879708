import type { AppRoute, NavEntry } from '../kit/app-route.ts';

/** Pages of reports, comparison and appeals. `/reports/compare` and `/reports/appeals` come before the parameter. */
export const routes: readonly AppRoute[] = [
  {
    path: '/reports',
    titleKey: 'reports.title',
    load: () => import('./report-list-page.tsx'),
    words: ['quality', 'reports'],
    permission: 'report.read',
  },
  {
    path: '/reports/compare',
    titleKey: 'reports.compare',
    load: () => import('./compare-page.tsx'),
    words: ['reports'],
    permission: 'report.read',
  },
  {
    path: '/reports/appeals',
    titleKey: 'reports.appeals',
    load: () => import('./appeals-page.tsx'),
    words: ['reports'],
    permission: 'appeal.write',
  },
  {
    path: '/reports/:applicationId',
    titleKey: 'reports.title',
    load: () => import('./report-page.tsx'),
    words: ['reports'],
    permission: 'report.read',
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/reports', labelKey: 'reports.nav', icon: 'report', order: 30, permission: 'report.read' },
];
