import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { keepsClientPagesSafe } from './client-pages-attacks.ts';
import { dingtalkOffice } from './office-dingtalk.ts';
import { feishuOffice } from './office-feishu.ts';
import { wecomOffice } from './office-wecom.ts';
import { keepsTheClientPromise } from './platform-client-contract.ts';

for (const office of [wecomOffice, dingtalkOffice, feishuOffice('Feishu through its SDK', sdkSender)]) {
  const open = async () => {
    const [database] = await migratedLibsql();
    if (!database) throw new Error('no database');
    return database;
  };
  keepsTheClientPromise(office, open);
  keepsClientPagesSafe(office, open);
}
