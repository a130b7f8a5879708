import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { openD1 } from '#adapters/database/d1.ts';
import { plainSender } from '#adapters/feishu/plain-sender.ts';
import { marketApp } from '../contract/approval-office.ts';
import { dingtalkMarketCase } from '../contract/market-dingtalk.ts';
import { feishuMarketCase } from '../contract/market-feishu.ts';
import { wecomMarketCase } from '../contract/market-wecom.ts';
import { keepsTheApprovalPromise } from '../contract/platform-approvals-contract.ts';

const openDatabase = async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  return openD1(env.DB);
};

// A file of its own: workerd keeps ten thousand time limits of a file at most, and every call sets one. Faults at every call are gone
// through on Node, where the same calls are made.
for (const given of [wecomMarketCase, dingtalkMarketCase, feishuMarketCase('Feishu', plainSender)]) {
  keepsTheApprovalPromise(marketApp(given), openDatabase, false);
}
