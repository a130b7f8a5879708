import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { openD1 } from '#adapters/database/d1.ts';
import { dingtalkMarketCase } from '../contract/market-dingtalk.ts';
import { feishuMarketCase } from '../contract/market-feishu.ts';
import { wecomMarketCase } from '../contract/market-wecom.ts';
import { keepsTheMarketWorkPromise } from '../contract/market-work-contract.ts';

for (const given of [wecomMarketCase, dingtalkMarketCase, feishuMarketCase()]) {
  keepsTheMarketWorkPromise(given, async () => {
    await applyD1Migrations(env.DB, env.MIGRATIONS);
    return openD1(env.DB);
  });
}
