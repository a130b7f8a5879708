import { expect, test } from 'vitest';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { callbackCipher } from '#adapters/shared/callback-cipher.ts';
import { inbox, sentCards } from '#core/message/inbox.ts';
import { fixedClock } from '#test/support/fixed-ports.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { dingtalkSuite } from '../emulators/dingtalk/marketplace.ts';
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

test('WeCom: a card names a colleague whose name Jinji never reads, printed by the client', async () => {
  const o = await aMarketOffice(wecomMarketCase, await openDatabase());
  const owner = (await o.tenant.store.platform.account(o.company.adminId))?.personId;
  await o.tell('rnd_1', owner);
  await o.work(1);
  const [card] = o.market.messages(o.company).cardsOf(o.reader.account);
  expect(card?.texts.join()).toContain(`$userName=${o.company.adminId}$`);
  const { items } = await inbox(
    { ...o.tenant, actor: { kind: 'person', id: o.reader.id } },
    {},
    { limit: 5 },
  );
  expect(JSON.stringify(items.map(({ lines }) => lines))).not.toContain(o.company.adminId);
});

test('DingTalk: approvals of installed companies are followed by the rows that the market pushes', async () => {
  const cipher = callbackCipher({
    token: dingtalkSuite.callbackToken,
    encodingAesKey: dingtalkSuite.encodingAesKey,
  });
  const rows = [22, 245, 247].map((biz_type, id) => ({
    biz_type,
    id,
    subscribe_id: `${dingtalkSuite.suiteId}_0`,
    corp_id: 'ding1',
    biz_id: 'b',
    biz_data: JSON.stringify({ processInstanceId: `p${id}`, type: 'finsh' }),
    gmt_modified: 1_764_000_000_000,
  }));
  const event = { EventType: 'SYNC_HTTP_PUSH_MEDIUM', bizData: rows };
  const encrypt = cipher.seal(JSON.stringify(event), dingtalkSuite.suiteKey, new Uint8Array(16));
  const [timestamp, nonce] = ['1764000000000', 'n1'];
  const query = { timestamp, nonce, signature: cipher.sign(timestamp, nonce, encrypt) };
  const body = new TextEncoder().encode(JSON.stringify({ encrypt }));
  const { platform } = dingtalkMarketCase.open(fixedClock('2025-11-24T16:00:00.000Z'));
  const push = { method: 'POST', query, headers: {}, body } as const;
  const received = await platform.marketplace?.receive('suite', push, Number(timestamp));
  expect(received?.notices.map(({ notice }) => notice)).toEqual(
    rows.map((_, id) => ({
      kind: 'directory',
      corpId: 'ding1',
      change: { kind: 'approval', ids: [`p${id}`] },
    })),
  );
});
