import type { AppRoute, NavEntry } from '../kit/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: '/library',
    titleKey: 'library.packs',
    load: () => import('./packs-page.tsx'),
    words: ['library', 'jobs', 'rubric'],
    permission: 'job.read',
  },
  {
    path: '/library/packs/:packId',
    titleKey: 'library.packs',
    load: () => import('./pack-page.tsx'),
    words: ['library', 'jobs', 'rubric'],
    permission: 'job.read',
  },
  {
    path: '/library/dimensions',
    titleKey: 'library.dimensions',
    load: () => import('./dimensions-page.tsx'),
    words: ['library', 'rubric'],
    permission: 'job.read',
  },
  {
    path: '/library/dimensions/new',
    titleKey: 'rubric.own_new',
    load: () => import('./new-dimension-page.tsx'),
    words: ['library', 'reports', 'rubric'],
    permission: 'job.write',
  },
  {
    path: '/library/dimensions/:code',
    titleKey: 'library.dimensions',
    load: () => import('./dimension-page.tsx'),
    words: ['library', 'jobs', 'rubric'],
    permission: 'job.read',
  },
  {
    path: '/library/dimensions/:code/edit',
    titleKey: 'rubric.own_edit',
    load: () => import('./edit-dimension-page.tsx'),
    words: ['library', 'reports', 'rubric'],
    permission: 'job.write',
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/library', labelKey: 'app.nav_library', icon: 'file', order: 80, permission: 'job.read' },
];
