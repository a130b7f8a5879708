import { eraseInstallationWork } from '#core/installation/erase-installation.ts';
import { noticeWork } from '#core/installation/notice-work.ts';
import { recheckWork } from '#core/installation/recheck.ts';
import { dailyWork, eventWork, syncWork } from '#core/organisation/organisation-work.ts';
import type { WorkHandlers } from '#core/ports/work-handlers.ts';

/** Background work with the office platforms: events, readings, daily tests, and the life of installations. */
export const platformHandlers = {
  'platform.event': (s, tenantId, { eventId }) => eventWork(s, tenantId, eventId),
  'platform.daily': (s, tenantId, { since }) => dailyWork(s, tenantId, since),
  'platform.recheck': (s, tenantId, { since }) => recheckWork(s, tenantId, since),
  'marketplace.notice': (s, _, { noticeId }) => noticeWork(s, noticeId),
  'installation.erase': (s, _, { installationId }) => eraseInstallationWork(s, installationId),
  'platform.sync': (s, tenantId, { runId }) => syncWork(s, tenantId, runId),
} satisfies Partial<WorkHandlers>;
