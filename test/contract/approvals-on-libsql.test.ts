import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { dingtalkOffice } from './office-dingtalk.ts';
import { feishuOffice } from './office-feishu.ts';
import { wecomOffice } from './office-wecom.ts';
import { keepsTheApprovalPromise } from './platform-approvals-contract.ts';

for (const office of [wecomOffice, dingtalkOffice, feishuOffice('Feishu through its SDK', sdkSender)]) {
  keepsTheApprovalPromise(office, async () => {
    const [database] = await migratedLibsql();
    if (!database) throw new Error('no database');
    return database;
  });
}
