import { isRecord } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { AdminLevel, PlatformAdmins } from '#core/ports/platform-marketplace.ts';
import type { DingtalkClient } from './client.ts';
import { noSuchPerson, outOfSight } from './constants.ts';

/**
 * The company's administrators for an app of its own: `admin` and `boss` of each person, one contact call, which counts against no quota.
 * https://open.dingtalk.com/document/orgapp/query-user-details (read 2026-08)
 */
export const dingtalkAdmins = (client: DingtalkClient): PlatformAdmins => ({
  perPerson: true,
  async levels(ids) {
    const levels = new Map<string, AdminLevel>();
    for (const id of ids) if (await administrates(client, id)) levels.set(id, 'admin');
    return levels;
  },
});

async function administrates(client: DingtalkClient, userid: string): Promise<boolean> {
  try {
    const user = await client.oapi('topapi/v2/user/get', { userid });
    return isRecord(user) && (user.admin === true || user.boss === true);
  } catch (error) {
    // Gone or out of sight: administrates nothing here.
    const code = error instanceof AppError ? String(error.details.platformCode) : '';
    if (noSuchPerson.has(code) || outOfSight.has(code)) return false;
    throw error;
  }
}
