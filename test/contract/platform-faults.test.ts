import { expect, test } from 'vitest';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { faultsAtEveryCall, faultsOfClocks } from './faults-at-every-call.ts';
import { dingtalkOffice } from './office-dingtalk.ts';
import { feishuOffice } from './office-feishu.ts';
import { wecomOffice } from './office-wecom.ts';

async function openDatabase() {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  return database;
}

for (const office of [wecomOffice, dingtalkOffice, feishuOffice('Feishu through its SDK', sdkSender)]) {
  test(`${office.name}: a fault at a call of a reading, an event or a sign-in ends exact, or is said and made good later`, async () => {
    const report = await faultsAtEveryCall(office, openDatabase, 7);

    expect(report.faults).toEqual([]);
    expect(report.tried).toBeGreaterThan(10);
  }, 120_000);

  test(`${office.name}: a clock that differs by minutes changes nothing, by hours only pushes are refused`, async () => {
    expect(await faultsOfClocks(office, openDatabase)).toEqual([]);
  }, 60_000);
}
