import { expect, test } from 'vitest';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { wecomOffice } from '#test/contract/office-wecom.ts';
import { madeCompany } from '#test/emulators/shared/company.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { platformGround } from '#test/support/platform-ground.ts';

/** A company whose own WeCom app is connected and read. */
async function connected() {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  const held: { office?: ReturnType<typeof wecomOffice.open> } = {};
  const ground = await platformGround(database, (clock) => {
    held.office = wecomOffice.open((ids) => madeCompany({ departments: 2, people: 4, ...ids }), clock);
    return [held.office.platform];
  });
  const { office } = held;
  if (!office) throw new Error('no emulator');
  await connectPlatform(ground.context, 'wecom', office.settings);
  await ground.work();
  const nextDay = async () => {
    ground.clock.advance({ hours: 25 });
    await ground.work();
    return ground.context.store.platform.installation();
  };
  return { ...ground, office, nextDay };
}

test('permissions are tested every day, and what is lacking is kept with the time of the test', async () => {
  const c = await connected();
  const before = await c.context.store.platform.installation();
  expect(before?.checks?.results.every(({ granted }) => granted)).toBe(true);
  c.office.faults.choose = (path) => (/token/i.test(path) ? null : c.office.lacking);
  const lacking = await c.nextDay();
  expect(lacking?.checks?.results.every(({ granted }) => !granted)).toBe(true);
  expect(Date.parse(lacking?.checks?.at ?? '')).toBeGreaterThan(Date.parse(before?.checks?.at ?? ''));
  c.office.faults.choose = null;
  const mended = await c.nextDay();
  expect(mended?.checks?.results.every(({ granted }) => granted)).toBe(true);
});

test('a refused key shows in the checks and does not end the daily test', async () => {
  const c = await connected();
  c.office.endToken();
  c.office.faults.choose = () => ({ kind: 'body', body: { errcode: 40001, errmsg: 'invalid credential' } });
  const refused = await c.nextDay();
  expect(refused?.checks?.results.map(({ platformCode }) => platformCode)).toContain('40001');
  c.office.faults.choose = null;
  const mended = await c.nextDay();
  expect(mended?.checks?.results.every(({ granted }) => granted)).toBe(true);
});
