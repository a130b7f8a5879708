import { expect, test } from 'vitest';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { callbackCipher } from '#adapters/shared/callback-cipher.ts';
import { inbox, sentCards } from '#core/message/inbox.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
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

type Row = Readonly<Record<string, unknown>>;

/** A push of DingTalk's market with these rows, at this moment (milliseconds since 1970). */
function dingtalkPush(rows: readonly Row[], nowMs: number): CallbackRequest {
  const { callbackToken: token, encodingAesKey, suiteId, suiteKey } = dingtalkSuite;
  const cipher = callbackCipher({ token, encodingAesKey });
  const bizData = rows.map((row) => ({ subscribe_id: `${suiteId}_0`, biz_id: 'b', ...row }));
  const event = { EventType: 'SYNC_HTTP_PUSH_MEDIUM', bizData };
  const encrypt = cipher.seal(JSON.stringify(event), suiteKey, new Uint8Array(16));
  const [timestamp, nonce] = [String(nowMs), 'n1'];
  const query = { timestamp, nonce, signature: cipher.sign(timestamp, nonce, encrypt) };
  const body = new TextEncoder().encode(JSON.stringify({ encrypt }));
  return { method: 'POST', query, headers: {}, body };
}

test('DingTalk: approvals of installed companies are followed by the rows that the market pushes', async () => {
  const rows = [22, 245, 247].map((biz_type, id) => ({
    biz_type,
    id,
    corp_id: 'ding1',
    biz_data: JSON.stringify({ processInstanceId: `p${id}`, type: 'finsh' }),
    gmt_modified: 1_764_000_000_000,
  }));
  const { platform } = dingtalkMarketCase.open(fixedClock('2025-11-24T16:00:00.000Z'));
  const push = dingtalkPush(rows, 1_764_000_000_000);
  const received = await platform.marketplace?.receive('suite', push, 1_764_000_000_000);
  expect(received?.notices.map(({ notice }) => notice)).toEqual(
    rows.map((_, id) => ({
      kind: 'directory',
      corpId: 'ding1',
      change: { kind: 'approval', ids: [`p${id}`] },
    })),
  );
});

test.each([
  ['org_micro_app_restore', 'org_micro_app_stop', 'suspended'],
  ['org_micro_app_stop', 'org_micro_app_restore', 'active'],
])(
  'DingTalk: of %s and %s in one second and one push, in whatever order, the newer row holds',
  async (older, newer, state) => {
    const o = await aMarketOffice(dingtalkMarketCase, await openDatabase());
    o.clock.advance({ minutes: 5 });
    const nowMs = o.clock.now().getTime();
    // A time of China to the second, as older pushes print it.
    const gmt_modified = new Date(nowMs + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    const row = (id: number, syncAction: string) => ({
      biz_type: 7,
      id,
      corp_id: o.company.corpId,
      biz_data: JSON.stringify({ syncAction, agentId: 1 }),
      gmt_modified,
    });
    const request = dingtalkPush([row(902, newer), row(901, older)], nowMs);
    await o.deliver([{ channel: 'suite', request }]);
    await o.work(5);
    expect((await o.row(o.company))?.state).toBe(state);
  },
);
