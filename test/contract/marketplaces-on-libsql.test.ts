import { migratedLibsql } from '#test/support/libsql-database.ts';
import { dingtalkMarketCase } from './market-dingtalk.ts';
import { wecomMarketCase } from './market-wecom.ts';
import { keepsTheMarketplacePromise } from './marketplace-contract.ts';

for (const given of [wecomMarketCase, dingtalkMarketCase]) {
  keepsTheMarketplacePromise(given, async () => {
    const [database] = await migratedLibsql();
    if (!database) throw new Error('no database');
    return database;
  });
}
