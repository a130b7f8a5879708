import { expect, test } from 'vitest';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { sentCards } from '#core/message/inbox.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import type { WecomMarket } from '../emulators/wecom/marketplace.ts';
import { dingtalkMarketCase } from './market-dingtalk.ts';
import { feishuMarketCase } from './market-feishu.ts';
import { wecomMarketCase } from './market-wecom.ts';
import { aMarketOffice, keepsTheMarketWorkPromise } from './market-work-contract.ts';

const openDatabase = async () => {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  return database;
};

for (const given of [
  wecomMarketCase,
  dingtalkMarketCase,
  feishuMarketCase('Feishu through its SDK', sdkSender),
]) {
  keepsTheMarketWorkPromise(given, openDatabase);
}

const isWecom = (market: object): market is WecomMarket => 'unlicense' in market;

test('WeCom: a colleague without a licence is named as such, not as somebody outside of the range', async () => {
  const o = await aMarketOffice(wecomMarketCase, await openDatabase());
  if (!isWecom(o.market)) throw new Error('another marketplace was expected');
  o.market.unlicense(o.company, o.reader.account);
  await o.tell('rnd_1');
  await o.work(1);
  const { items } = await sentCards(o.tenant, {}, { limit: 10 });
  expect(items).toMatchObject([{ message: { state: 'unreachable', errorCode: 'NO_LICENCE' } }]);
  expect(items[0]?.reason).toContain('接口许可');
});
