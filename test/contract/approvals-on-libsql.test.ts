import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { marketApp, ownApp } from './approval-office.ts';
import { dingtalkMarketCase } from './market-dingtalk.ts';
import { feishuMarketCase } from './market-feishu.ts';
import { wecomMarketCase } from './market-wecom.ts';
import { dingtalkOffice } from './office-dingtalk.ts';
import { feishuOffice } from './office-feishu.ts';
import { wecomOffice } from './office-wecom.ts';
import { keepsTheApprovalPromise } from './platform-approvals-contract.ts';

for (const given of [
  ...[wecomOffice, dingtalkOffice, feishuOffice('Feishu through its SDK', sdkSender)].map(ownApp),
  ...[wecomMarketCase, dingtalkMarketCase, feishuMarketCase('Feishu through its SDK', sdkSender)].map(
    marketApp,
  ),
]) {
  keepsTheApprovalPromise(given, async () => {
    const [database] = await migratedLibsql();
    if (!database) throw new Error('no database');
    return database;
  });
}
