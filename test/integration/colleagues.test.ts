import { expect, test } from 'vitest';
import { findColleagues } from '#core/approval/find-colleagues.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { nowOf } from '#core/ports/services.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { platformGround } from '#test/support/platform-ground.ts';
import type { OfficeEmulator } from '../contract/office-emulator.ts';
import { wecomOffice } from '../contract/office-wecom.ts';
import { madeCompany } from '../emulators/shared/company.ts';

test('two colleagues of one name are told apart by position and department, whether they have signed in or not', async () => {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  const held: { emulator?: OfficeEmulator } = {};
  const { context, work, services } = await platformGround(database, (clock) => {
    held.emulator = wecomOffice.open((ids) => madeCompany({ departments: 3, people: 6, ...ids }), clock);
    return [held.emulator.platform];
  });
  const { emulator } = held;
  if (!emulator) throw new Error('no emulator');
  const [first, second] = [...emulator.company.people.values()].slice(1, 3);
  if (!first || !second) throw new Error('no people');
  for (const one of [first, second]) emulator.company.people.set(one.id, { ...one, name: '欧阳雪' });
  await connectPlatform(context, 'wecom', emulator.settings);
  await work();
  const { store } = context;
  const createdAt = nowOf(services);
  const person = { name: '欧阳雪', roles: ['employee'], state: 'active', locale: 'zh-CN' } as const;
  await store.commit([
    store.people.add({ ...person, id: 'per_wang', roles: ['employee'], createdAt, lastSeenAt: null }),
    store.platform.addAccount({ id: first.id, personId: 'per_wang', createdAt, grantedRoles: [] }),
  ]);

  const placeOf = (one: typeof first) =>
    [one.title, ...one.departmentIds.map((id) => emulator.company.departments.get(id)?.name)].join(' · ');
  expect(await findColleagues(context, '欧阳雪')).toEqual([
    { key: 'staff:per_wang', name: '欧阳雪', place: placeOf(first) },
    { key: `office:${second.id}`, name: '欧阳雪', place: placeOf(second) },
  ]);
  expect(placeOf(first)).not.toBe(placeOf(second));
});
