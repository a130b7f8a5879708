import type { AppRoute, NavEntry } from '../kit/app-route.ts';

export const routes: readonly AppRoute[] = [
  { path: '/settings', titleKey: 'settings.title', load: () => import('./company-page.tsx') },
  {
    path: '/settings/people',
    titleKey: 'settings.people',
    load: () => import('./people-page.tsx'),
    permission: 'staff.manage',
  },
  {
    path: '/settings/platforms',
    titleKey: 'settings.office',
    load: () => import('./platforms-page.tsx'),
    permission: 'settings.read',
  },
  {
    path: '/settings/system',
    titleKey: 'settings.system',
    load: () => import('./system-page.tsx'),
    permission: 'job.read',
  },
  {
    path: '/settings/audit',
    titleKey: 'settings.audit',
    load: () => import('./audit-page.tsx'),
    permission: 'audit.read',
  },
  { path: '/settings/account', titleKey: 'settings.account', load: () => import('./account-page.tsx') },
  {
    path: '/welcome',
    titleKey: 'settings.welcome_title',
    load: () => import('./welcome-page.tsx'),
    permission: 'settings.write',
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/settings', labelKey: 'app.nav_settings', icon: 'gear', order: 90 },
];
