import { expect, test } from 'vitest';
import { wecomPlatform } from '#adapters/wecom/wecom-platform.ts';
import { readXml } from '#adapters/wecom/xml.ts';
import { passingTokens } from '#core/platform/connection.ts';
import { madeCompany } from '#test/emulators/shared/company.ts';
import { wecomApp, wecomEmulator } from '#test/emulators/wecom/wecom-emulator.ts';
import { fixedClock } from '#test/support/fixed-ports.ts';

function anApp() {
  const clock = fixedClock();
  const emulator = wecomEmulator(madeCompany({ departments: 4, people: 12 }), clock);
  const platform = wecomPlatform({
    fetch: async (address, init) => emulator.app.fetch(new Request(address, init)),
    pause: async () => undefined,
  });
  const installation = { id: 'ins_1', tenantId: 'tnt_1', platform: 'wecom', settings: wecomApp };
  const connection = platform.connect(installation, { tokens: passingTokens(), clock });
  return { clock, emulator, connection };
}

test('where the platform withholds names, people and departments have none', async () => {
  const { emulator, connection } = anApp();
  for (const [id, person] of emulator.company.people)
    emulator.company.people.set(id, { ...person, name: id });
  for (const [id, d] of emulator.company.departments)
    emulator.company.departments.set(id, { ...d, name: id });
  expect((await connection.directory.person('u1'))?.name).toBeNull();
  expect((await connection.directory.department('1'))?.name).toBeNull();
});

test('people shown one by one are found, and people out of sight are not', async () => {
  const { emulator, connection } = anApp();
  emulator.see({ departments: [], people: ['u1', 'u2'] });
  expect((await connection.directory.people(null, null)).items.map(({ id }) => id)).toEqual(['u1', 'u2']);
  expect(await connection.directory.person('u5')).toBeNull();
});

test('a push for another company is refused even with the right signature', async () => {
  const { emulator, connection } = anApp();
  const request = emulator.push('<xml><Event>subscribe</Event></xml>', { receiver: 'wwAnotherCorp' });
  await expect(connection.receive(request)).rejects.toMatchObject({ details: { problem: 'receiver' } });
});

test('a space before a value, as an official sample prints it, does not count', () => {
  expect(readXml('<xml><InfoType> <![CDATA[suite_ticket]]></InfoType></xml>')).toEqual({
    InfoType: 'suite_ticket',
  });
});

test.each(['', 'text', '<xml><a></xml>', '<xml/><xml/>', `<xml>${'<a>'.repeat(40)}</xml>`])(
  '%s is no callback',
  (text) => {
    expect(() => readXml(text)).toThrow('PLATFORM_CALLBACK_REFUSED');
  },
);

test('entities of a document type are never expanded', () => {
  const xml = readXml('<!DOCTYPE xml [<!ENTITY a "aaaa">]><xml><Event>&a;&a;</Event></xml>');
  expect(xml.Event).toBe('&a;&a;');
});
