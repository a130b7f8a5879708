import type { AppRoute, NavEntry } from '../kit/app-route.ts';

export const routes: readonly AppRoute[] = [
  {
    path: '/jobs',
    titleKey: 'jobs.title',
    load: () => import('./job-list-page.tsx'),
    words: ['jobs'],
    permission: 'job.read',
  },
  {
    path: '/jobs/new',
    titleKey: 'jobs.new_title',
    load: () => import('./new-job-page.tsx'),
    words: ['jobs', 'library', 'rubric'],
    permission: 'job.write',
  },
  {
    path: '/jobs/:jobId',
    titleKey: 'jobs.title',
    load: () => import('./job-page.tsx'),
    words: ['jobs', 'rubric'],
    permission: 'job.read',
  },
  {
    path: '/jobs/:jobId/edit',
    titleKey: 'jobs.edit_title',
    load: () => import('./edit-job-page.tsx'),
    words: ['approvals', 'jobs', 'rubric'],
    permission: 'job.write',
  },
];

export const nav: readonly NavEntry[] = [
  { to: '/jobs', labelKey: 'app.nav_jobs', icon: 'briefcase', order: 10, permission: 'job.read' },
];
