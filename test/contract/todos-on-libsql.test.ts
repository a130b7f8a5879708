import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { dingtalkOffice } from './office-dingtalk.ts';
import { feishuOffice } from './office-feishu.ts';
import { keepsTheTodoPromise } from './platform-todos-contract.ts';

for (const office of [dingtalkOffice, feishuOffice('Feishu through its SDK', sdkSender)]) {
  keepsTheTodoPromise(
    office,
    async () => {
      const [database] = await migratedLibsql();
      if (!database) throw new Error('no database');
      return database;
    },
    true,
  );
}
