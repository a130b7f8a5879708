import type { AppRoute, NavEntry } from '../kit/app-route.ts';

/** Approvals for everybody, and the chains for whoever sets the company up. */
export const routes: readonly AppRoute[] = [
  {
    path: '/approvals',
    titleKey: 'approvals.title',
    load: () => import('./approval-list-page.tsx'),
    words: ['approvals'],
  },
  {
    path: '/approvals/:approvalId',
    titleKey: 'approvals.title',
    load: () => import('./approval-page.tsx'),
    words: ['approvals'],
  },
  {
    path: '/settings/approvals',
    titleKey: 'approvals.chains',
    load: () => import('./chains-page.tsx'),
    words: ['approvals', 'messages', 'settings'],
    permission: 'settings.read',
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/approvals', labelKey: 'approvals.nav', icon: 'check', order: 40 },
];
