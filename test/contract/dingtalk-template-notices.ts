import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#adapters/database/database.ts';
import { cardStanding } from '#core/message/card-standing.ts';
import { sendAgain } from '#core/message/deliver.ts';
import { saveMessageSettings } from '#core/message/message-settings.ts';
import { notify } from '#core/message/notify.ts';
import { nowOf, type TenantContext, tenantContext } from '#core/ports/services.ts';
import { type MarketGround, marketGround } from '#test/support/market-ground.ts';
import type { DingtalkMessages } from '../emulators/dingtalk/messages.ts';
import type { Fault } from '../emulators/shared/faults.ts';
import { dingtalkMarketWith } from './market-dingtalk.ts';

interface Office extends MarketGround {
  readonly tenant: TenantContext;
  readonly messages: DingtalkMessages;
  /** Who gets the notices, by the platform's id. */
  readonly account: string;
  tell(subjectId: string): Promise<void>;
  sent(): ReturnType<TenantContext['store']['messages']['messages']> extends Promise<{ items: infer T }>
    ? Promise<T>
    : never;
}

/** Notices of a third-party app: a reviewed template or none at all. Kept on both databases. */
export function keepsTheTemplatePromise(openDatabase: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });

  async function anOffice(messageTemplateId?: string | null): Promise<Office> {
    const given = dingtalkMarketWith(messageTemplateId === undefined ? {} : { messageTemplateId });
    const opened: { market?: ReturnType<typeof given.open>['market'] } = {};
    const ground = await marketGround(database, {
      ...given,
      open(clock) {
        const made = given.open(clock);
        opened.market = made.market;
        return made;
      },
    });
    const company = await ground.installed({ departments: 2, people: 4 });
    const row = await ground.row(company);
    const { services } = ground;
    const tenant = tenantContext(services, row?.companyId ?? '', { kind: 'system', id: null }, 'zh');
    const [owner] = await tenant.store.people.list();
    const rules = { quietFrom: '00:00', quietTo: '00:00', digestMinutes: 0, off: [] };
    await tenant.store.commit([saveMessageSettings(tenant.store, rules, nowOf(services))]);
    const messages = opened.market?.messages(company);
    if (!messages) throw new Error('no market');
    ground.market.faults.clear();
    return {
      ...ground,
      tenant,
      messages,
      account: company.adminId,
      tell: (subjectId) =>
        tenant.store.commit([
          ...notify(tenant, {
            kind: 'second_round_arranged',
            to: [owner?.id ?? ''],
            subjectId,
            params: { at: '2026-11-25T06:30:00.000Z', place: '西湖店二楼' },
          }),
        ]),
      sent: async () => (await tenant.store.messages.messages({}, { limit: 50 })).items,
    };
  }
  const calls = (o: Office) => o.market.faults.calls.filter((path) => path.includes('corpconversation'));

  describe('DingTalk, third-party app: notices', () => {
    test('without a reviewed template nothing is sent, the inbox has it, and everybody is told why', async () => {
      const o = await anOffice(null);
      await o.tell('rnd_1');
      await o.work(3);

      expect(calls(o)).toEqual([]);
      expect(await o.sent()).toMatchObject([{ state: 'unreachable', errorCode: 'NO_CARDS' }]);
      expect(await cardStanding(o.tenant)).toMatchObject({ possible: false });
      expect((await cardStanding(o.tenant)).notSetUp?.zh).toContain('DINGTALK_SUITE_MESSAGE_TEMPLATE');
      const [owner] = await o.tenant.store.people.list();
      expect(await o.tenant.store.messages.unread(owner?.id ?? '')).toBe(1);
    });

    test('with one, news comes as that template with title, lines and the way to the page, and its end is asked for', async () => {
      const o = await anOffice();
      await o.tell('rnd_1');
      await o.work(3);
      const [card, ...more] = o.messages.cardsOf(o.account);

      expect(more).toEqual([]);
      expect(card?.texts.join()).toContain('西湖店二楼');
      expect(card?.url).toContain(encodeURIComponent('/second-rounds/rnd_1'));
      expect(await o.sent()).toMatchObject([{ state: 'sent', accountId: o.account }]);
      expect(calls(o).map((path) => path.split('/').at(-1))).toEqual(['sendbytemplate', 'getsendresult']);
      expect(await cardStanding(o.tenant)).toEqual({ possible: true, notSetUp: null });
    });

    test('a template in review is named as the reason, and its notices go out once it is approved', async () => {
      const o = await anOffice();
      o.messages.templates.set('template-of-the-suite', 'in_review');
      await o.tell('rnd_1');
      await o.work(3);
      const [failed] = await o.sent();
      expect(failed).toMatchObject({
        state: 'failed',
        errorCode: 'PLATFORM_SETTINGS',
        platformCode: '885006',
      });

      o.messages.templates.set('template-of-the-suite', 'approved');
      await sendAgain(o.tenant, failed?.id ?? '');
      await o.work(3);
      expect(await o.sent()).toMatchObject([{ state: 'sent' }]);
      expect(o.messages.cardsOf(o.account)).toHaveLength(1);
    });

    test('what the platform drops over its limit is not said to be delivered', async () => {
      const o = await anOffice();
      o.messages.limit(0);
      await o.tell('rnd_1');
      await o.work(3);
      expect(await o.sent()).toMatchObject([{ state: 'failed', platformCode: '143105' }]);
    });

    test('whatever fails at whichever call: never two, none lost without a word, no key in a log line', async () => {
      const o = await anOffice();
      const faults: readonly Fault[] = [
        { kind: 'lost' },
        { kind: 'cut' },
        { kind: 'status', status: 500 },
        { kind: 'body', body: { errcode: 88, sub_code: '90018', sub_msg: 'qps', errmsg: 'error' } },
        { kind: 'body', body: { errcode: 88, sub_code: '60011', sub_msg: 'no', errmsg: 'error' } },
      ];
      let told = 0;
      for (const fault of faults) {
        for (const call of [1, 2, 3]) {
          o.market.faults.clear();
          o.market.faults.choose = (_path, count) => (count === call ? fault : null);
          await o.tell(`rnd_${told}`);
          await o.work(40);
          o.market.faults.clear();
          told += 1;
          const message = (await o.sent())[0];
          const arrived = o.messages.cardsOf(o.account).filter(({ url }) => url.includes(`rnd_${told - 1}&`));
          expect(arrived.length).toBeLessThanOrEqual(1);
          expect(['sent', 'failed', 'uncertain']).toContain(message?.state);
          if (message?.state === 'sent') expect(arrived).toHaveLength(1);
          if (message?.state === 'failed') expect(arrived).toHaveLength(0);
        }
      }
      const text = JSON.stringify(o.lines);
      for (const secret of o.market.secrets()) expect(text).not.toContain(secret);
    }, 120_000);
  });
}
