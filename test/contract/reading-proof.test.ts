import { expect, test } from 'vitest';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { readNow } from '#core/organisation/change-organisation.ts';
import { monthlyQuota } from '#core/organisation/monthly-quota.ts';
import { readingProof } from '#core/organisation/reading-proof.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { platformStatuses } from '#core/platform/platform-status.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { platformGround } from '#test/support/platform-ground.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import { dingtalkOffice } from './office-dingtalk.ts';
import type { OfficeCase, OfficeEmulator } from './office-emulator.ts';
import { feishuOffice } from './office-feishu.ts';

async function connected(office: OfficeCase, size = { departments: 4, people: 12 }) {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  const held: { emulator?: OfficeEmulator } = {};
  const ground = await platformGround(database, (clock) => {
    held.emulator = office.open((ids) => madeCompany({ ...size, ...ids }), clock);
    return [held.emulator.platform];
  });
  if (!held.emulator) throw new Error('no emulator');
  await connectPlatform(ground.context, held.emulator.platform.manifest.id, held.emulator.settings);
  await ground.work();
  const read = async () => {
    ground.clock.advance({ minutes: 1 });
    await readNow(ground.context);
    await ground.work();
    return readingProof(ground.context.store);
  };
  return { ...ground, emulator: held.emulator, read };
}

test('a reading after lost events names whom and what they would have told, and the next one proves equality', async () => {
  const { emulator, context, read } = await connected(dingtalkOffice);
  expect(await readingProof(context.store)).toBeNull();
  const [moved, gone] = [...emulator.company.people.values()];
  if (!moved || !gone) throw new Error('no people');
  emulator.company.people.set(moved.id, { ...moved, title: '区域经理' });
  emulator.company.people.delete(gone.id);

  const proof = await read();

  expect(proof).toMatchObject({ exact: false, counts: { added: 0, changed: 1, removed: 1 } });
  expect(proof?.drift).toEqual([
    { kind: 'person', id: moved.id, name: moved.name, change: 'changed', fields: ['title'] },
    { kind: 'person', id: gone.id, name: gone.name, change: 'removed', fields: [] },
  ]);
  expect(await read()).toMatchObject({ exact: true, drift: [] });
});

test('on Feishu what a reading takes of the free month is known before it, to the call', async () => {
  const { emulator, context, services, read } = await connected(feishuOffice('Feishu', sdkSender));
  const before = await monthlyQuota(services, context.store);
  emulator.faults.calls.length = 0;

  await read();

  const calls = emulator.faults.calls.filter((path) => !/token/.test(path)).length;
  expect(before).toMatchObject({ callsPerMonth: 10_000, needed: calls, used: calls, everyDays: 1 });
  expect((await monthlyQuota(services, context.store))?.used).toBe(2 * calls);
});

test('before the first reading the form tells what it takes, by a company of 500 people in 50 departments', async () => {
  const size = { departments: 50, people: 500 };
  const office = feishuOffice('Feishu', sdkSender);
  const { emulator, context, read } = await connected(office, size);
  const [status] = await platformStatuses(context);
  emulator.faults.calls.length = 0;

  await read();

  const calls = emulator.faults.calls.filter((path) => !/token/.test(path)).length;
  expect(status?.quota).toMatchObject({ callsPerMonth: 10_000, example: size });
  expect(Math.abs((status?.quota?.example.calls ?? 0) - calls)).toBeLessThanOrEqual(size.people / 50);
});
