import { anybody, askForNothing, tryPermission } from '#adapters/shared/permission-check.ts';
import type { PermissionCheck, PlatformDirectory } from '#core/ports/platform.ts';
import type { PlatformCalendar } from '#core/ports/platform-calendar.ts';
import type { DingtalkClient } from './client.ts';
import { permissions } from './manifest.ts';
import { noticeOutcome } from './notice-result.ts';

interface Parts {
  readonly client: DingtalkClient;
  readonly directory: PlatformDirectory;
  readonly calendar: PlatformCalendar;
  readonly agentId: string;
  readonly now: () => Date;
}

const hourMs = 3_600_000;
const notTried = (permission: PermissionCheck['permission'], platformCode: string): PermissionCheck => ({
  permission,
  granted: false,
  platformCode,
});

/**
 * Tries what a question can tell: notices and approvals are asked for by a number that none has, which only those may who may read
 * them; calendars for somebody's next hour. Nothing is written.
 */
export async function dingtalkChecks(parts: Parts): Promise<readonly PermissionCheck[]> {
  const { client, directory, calendar, agentId, now } = parts;
  const at = now().getTime();
  let someone: string | null = null;
  const iso = (ms: number) => new Date(ms).toISOString();
  const departments = await tryPermission(permissions.departments, () => client.oapiGet('auth/scopes'));
  const people = await tryPermission(permissions.people, async () => {
    someone = await anybody(directory);
  });
  const notices =
    agentId === ''
      ? notTried(permissions.notices, 'agent_id')
      : await tryPermission(permissions.notices, () =>
          askForNothing(() => noticeOutcome(client, { agentId: Number(agentId), task: 1, to: '' })),
        );
  const path = '/v1.0/workflow/processInstances?processInstanceId=jinji-permission-check';
  const approvals = await tryPermission(permissions.approvalsRead, () =>
    askForNothing(() => client.api({ method: 'GET', path, repeatable: true })),
  );
  const calendars =
    someone === null
      ? notTried(permissions.calendarRead, people.platformCode ?? 'nobody_visible')
      : await tryPermission(permissions.calendarRead, () =>
          askForNothing(async () => calendar.busy?.([someone ?? ''], iso(at), iso(at + hourMs))),
        );
  return [departments, people, notices, approvals, calendars];
}
