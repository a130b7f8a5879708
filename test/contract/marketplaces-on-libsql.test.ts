import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { dingtalkMarketCase } from './market-dingtalk.ts';
import { feishuMarketCase } from './market-feishu.ts';
import { wecomMarketCase } from './market-wecom.ts';
import { keepsTheMarketplacePromise } from './marketplace-contract.ts';

for (const given of [
  wecomMarketCase,
  dingtalkMarketCase,
  feishuMarketCase('Feishu through its SDK', sdkSender),
]) {
  keepsTheMarketplacePromise(given, async () => {
    const [database] = await migratedLibsql();
    if (!database) throw new Error('no database');
    return database;
  });
}
