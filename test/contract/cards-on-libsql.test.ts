import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { dingtalkCardOffice, dingtalkOffice } from './office-dingtalk.ts';
import { feishuOffice } from './office-feishu.ts';
import { wecomOffice } from './office-wecom.ts';
import { keepsTheCardPromise } from './platform-cards-contract.ts';

for (const office of [
  wecomOffice,
  dingtalkOffice,
  dingtalkCardOffice,
  feishuOffice('Feishu through its SDK', sdkSender),
]) {
  keepsTheCardPromise(office, async () => {
    const [database] = await migratedLibsql();
    if (!database) throw new Error('no database');
    return database;
  });
}
