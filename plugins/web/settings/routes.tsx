import type { AppRoute, NavEntry } from '../kit/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: '/settings',
    titleKey: 'settings.title',
    load: () => import('./company-page.tsx'),
    words: ['approvals', 'jobs', 'messages', 'settings'],
  },
  {
    path: '/settings/people',
    titleKey: 'settings.people',
    load: () => import('./people-page.tsx'),
    words: ['approvals', 'messages', 'settings'],
    permission: 'staff.manage',
  },
  {
    path: '/settings/platforms',
    titleKey: 'settings.office',
    load: () => import('./platforms-page.tsx'),
    words: ['approvals', 'messages', 'settings'],
    permission: 'settings.read',
  },
  {
    path: '/settings/system',
    titleKey: 'settings.system',
    load: () => import('./system-page.tsx'),
    words: ['approvals', 'messages', 'settings'],
    permission: 'job.read',
  },
  {
    path: '/settings/audit',
    titleKey: 'settings.audit',
    load: () => import('./audit-page.tsx'),
    words: ['approvals', 'interview', 'messages', 'settings'],
    permission: 'audit.read',
  },
  {
    path: '/settings/account',
    titleKey: 'settings.account',
    load: () => import('./account-page.tsx'),
    words: ['approvals', 'messages', 'settings'],
  },
  {
    path: '/welcome',
    titleKey: 'settings.welcome_title',
    load: () => import('./welcome-page.tsx'),
    words: ['settings'],
    permission: 'settings.write',
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/settings', labelKey: 'app.nav_settings', icon: 'gear', order: 90 },
];
