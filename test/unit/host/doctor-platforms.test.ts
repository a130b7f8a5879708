import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import { platformFindings } from '#plugins/host/cli/doctor-platforms.ts';
import { type Config, readConfig } from '#plugins/host/config.ts';
import { officeFetch } from '#plugins/host/office-fetch.ts';
import type { Installation } from '#plugins/host/open-installation.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { platformGround } from '#test/support/platform-ground.ts';
import type { OfficeEmulator } from '../../contract/office-emulator.ts';
import { wecomOffice } from '../../contract/office-wecom.ts';
import { madeCompany } from '../../emulators/shared/company.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server whose clock differs, on a free port. */
async function platformHost(skewSeconds: number): Promise<string> {
  const server = createServer((_request, response) => {
    response.sendDate = false;
    response.setHeader('date', new Date(Date.now() - skewSeconds * 1000).toUTCString());
    response.end('{}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

async function connected() {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  const held: { emulator?: OfficeEmulator } = {};
  const ground = await platformGround(database, (clock) => {
    held.emulator = wecomOffice.open((ids) => madeCompany({ departments: 3, people: 9, ...ids }), clock);
    return [held.emulator.platform];
  });
  if (!held.emulator) throw new Error('no emulator');
  await connectPlatform(ground.context, 'wecom', held.emulator.settings);
  await ground.work();
  const look = async (environment: Record<string, string> = {}) => {
    const config: Config = readConfig({
      PUBLIC_URL: 'https://hire.example.com',
      WECOM_API: await platformHost(0),
      ...environment,
    });
    const findings = await platformFindings(ground as unknown as Installation, config);
    return new Map(findings.map(({ check, state, words }) => [check, { state, words }]));
  };
  return { ...ground, emulator: held.emulator, look };
}

test('a connected company whose keys, permissions and reading are right has only its silent callback to mend', async () => {
  const { look, emulator, services, context } = await connected();
  const before = await look();
  expect([...before].map(([check, { state }]) => [check, state])).toEqual([
    ['wecom.network', 'ok'],
    ['wecom.permissions', 'ok'],
    ['wecom.cards', 'ok'],
    ['wecom.events', 'warning'],
    ['wecom.organisation', 'ok'],
  ]);
  expect(before.get('wecom.events')?.words.en).toContain('https://hire.example.com/platform/wecom/callback/');
  const row = await context.store.platform.installation();
  await receiveCallback(services, 'wecom', row?.id ?? '', await emulator.push('person', 'user1'));
  expect((await look()).get('wecom.events')?.state).toBe('ok');
});

test('a refused address, a lacking permission, a clock that differs and an address that nobody reaches are named with the remedy', async () => {
  const { look, emulator } = await connected();
  emulator.faults.choose = () => ({
    kind: 'body',
    body: { errcode: 60020, errmsg: 'not allow to access from your ip' },
  });
  const refused = await look({ WECOM_API: await platformHost(200), PUBLIC_URL: 'http://localhost:8080' });
  expect(refused.get('wecom.trustedAddress')).toMatchObject({ state: 'error' });
  expect(refused.get('wecom.trustedAddress')?.words.en).toContain('OFFICE_PROXY');
  expect(refused.get('wecom.network')?.words.en).toMatch(/differs from the platform's by (199|200|201) s/);
  expect(refused.get('wecom.events')).toMatchObject({ state: 'error' });
  emulator.faults.choose = (path) => (/token/.test(path) ? null : emulator.lacking);
  const lacking = await look();
  expect([...lacking.keys()].filter((check) => check.includes('permission:')).length).toBeGreaterThan(0);
});

test('platforms are called through the configured proxy, which sees only the name of the host', async () => {
  const host = await platformHost(0);
  const tunnels: string[] = [];
  const { connect } = await import('node:net');
  const proxy = createServer();
  proxy.on('connect', (request, client) => {
    tunnels.push(`${request.url} ${request.headers['proxy-authorization']}`);
    const [name = '', port = '80'] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), name, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const end of [upstream, client]) end.on('error', () => undefined);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  closing.push(() => proxy.close());
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  const answer = await officeFetch(`http://relay:key@127.0.0.1:${address.port}`)(`${host}/cgi-bin/x`, {
    method: 'GET',
  });

  expect(await answer.text()).toBe('{}');
  expect(tunnels).toEqual([`${new URL(host).host} Basic ${btoa('relay:key')}`]);
});
