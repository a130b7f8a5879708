import { expect, test } from 'vitest';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { askForApproval } from '#core/approval/ask.ts';
import { saveMessageSettings } from '#core/message/message-settings.ts';
import { notify } from '#core/message/notify.ts';
import { offerSubject } from '#core/offer/offer-commands.ts';
import { monthlyQuota } from '#core/organisation/monthly-quota.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { approvalOffice, marketApp } from './approval-office.ts';
import { dingtalkMarketCase } from './market-dingtalk.ts';
import { dingtalkOffice } from './office-dingtalk.ts';
import type { OfficeCase } from './office-emulator.ts';
import { feishuOffice } from './office-feishu.ts';

const opened = async () => {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  return database;
};

/** An office with its month's calls counted: since it was opened, by Jinji and by the emulator. */
async function counted(office: OfficeCase, isFree: RegExp) {
  const o = await approvalOffice(office, await opened(), 'platform');
  const key = `${o.emulator.platformId} 2026-11`;
  const used = () => o.context.store.platform.callsCounted(key);
  const before = await used();
  o.emulator.faults.calls.length = 0;
  return {
    ...o,
    used: async () => (await used()) - before,
    seen: () => o.emulator.faults.calls.filter((path) => !isFree.test(path)).length,
  };
}

const offices = [
  ['DingTalk', dingtalkOffice, /accessToken|\/topapi\/(v2\/)?(user|department)\/|auth\/scopes/],
  ['Feishu', feishuOffice('Feishu', sdkSender), /access_token|\/contact\//],
] as const;

test.each(offices)(
  '%s: an approval that takes a day is counted to the call, and takes about what is told before it',
  async (_, office, isFree) => {
    const o = await counted(office, isFree);
    await askForApproval(o.context, await offerSubject(o.context, o.applicationId));
    await o.work(1);
    const { engine } = o.emulator.approvals;
    const [made] = engine.instances();
    const id = made?.id ?? '';
    for (let [next] = engine.waiting(id); next; [next] = engine.waiting(id)) {
      await o.work(8 * 60);
      engine.act(id, next, { verdict: 'agreed', comment: '同意' });
      await o.tell(id);
    }
    const told = (await monthlyQuota(o.services, o.context.store))?.acts.approval ?? 0;
    expect(await o.used()).toBe(o.seen());
    expect([(await o.used()) <= told, (await o.used()) > told / 2]).toEqual([true, true]);
  },
);

test.each(offices)(
  '%s: a card is counted to the call, and takes no more than is told before it',
  async (_, office, isFree) => {
    const o = await counted(office, isFree);
    const { store } = o.context;
    const createdAt = o.clock.now().toISOString();
    const colleague = { id: 'per_colleague', name: '林晓', roles: ['hr'], state: 'active' } as const;
    const account = [...o.emulator.company.people.keys()][9] ?? '';
    const rules = { quietFrom: '00:00', quietTo: '00:00', digestMinutes: 0, off: [] };
    await store.commit([
      saveMessageSettings(store, rules, createdAt),
      store.people.add({ ...colleague, locale: 'zh-CN', createdAt, lastSeenAt: null }),
      store.platform.addAccount({ id: account, personId: colleague.id, createdAt, grantedRoles: [] }),
      ...notify(o.context, {
        kind: 'second_round_arranged',
        to: [colleague.id],
        subjectId: 'rnd_1',
        params: { at: '2026-11-25T06:30:00.000Z', place: '西湖店二楼' },
      }),
    ]);
    await o.work(30);
    const told = (await monthlyQuota(o.services, store))?.acts.card ?? 0;
    expect(o.emulator.messages.cardsOf(account)).toHaveLength(1);
    expect(await o.used()).toBe(o.seen());
    expect(await o.used()).toBeGreaterThan(0);
    expect((await monthlyQuota(o.services, store))?.used).toBeGreaterThanOrEqual(await o.used());
    expect(await o.used()).toBeLessThanOrEqual(told);
  },
);

test('the count begins anew with the month, and outlives a connection', async () => {
  const o = await counted(dingtalkOffice, offices[0][2]);
  await askForApproval(o.context, await offerSubject(o.context, o.applicationId));
  await o.work(1);
  const month = await o.used();
  expect(month).toBeGreaterThan(0);
  await o.context.store.commit(o.context.store.platform.removeInstallation());
  expect(await o.context.store.platform.callsCounted('dingtalk 2026-11')).toBeGreaterThanOrEqual(month);
  expect(await o.context.store.platform.callsCounted('dingtalk 2026-12')).toBe(0);
});

test('an app of the marketplace takes nothing from the company’s month', async () => {
  const o = await marketApp(dingtalkMarketCase).open(await opened(), 'platform');
  await askForApproval(o.context, await offerSubject(o.context, o.applicationId));
  await o.work(1);
  expect(await monthlyQuota(o.services, o.context.store)).toBeNull();
  expect(await o.context.store.platform.callsCounted('dingtalk 2026-11')).toBe(0);
});
