import type { AdminLevel, PlatformAdmins } from '#core/ports/platform-marketplace.ts';
import type { FeishuClient } from './client.ts';

/** Whether somebody administrates the app: https://open.feishu.cn/document/server-docs/application-v6/admin/verify-if-a-user-is-an-application-administrator (read 2026-02). */
export async function isAppAdmin(client: FeishuClient, openId: string): Promise<boolean> {
  const data = await client.get('/application/v3/is_user_admin', { open_id: openId });
  return data.is_app_admin === true;
}

/** The app's administrators; Feishu knows one level of them and is asked about each person. */
export const feishuAdmins = (client: FeishuClient): PlatformAdmins => ({
  perPerson: true,
  async levels(ids) {
    const levels = new Map<string, AdminLevel>();
    for (const id of ids) if (await isAppAdmin(client, id)) levels.set(id, 'admin');
    return levels;
  },
});
