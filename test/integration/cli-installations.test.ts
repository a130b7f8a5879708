import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveNotices } from '#core/installation/receive-notices.ts';
import type { Clock } from '#core/ports/clock.ts';
import { runDueWork } from '#core/work/run-due-work.ts';
import { readConfig } from '#plugins/host/config.ts';
import { jsonLog } from '#plugins/host/log.ts';
import { type Installation, openInstallation } from '#plugins/host/open-installation.ts';
import type { CompanyIds } from '../contract/office-emulator.ts';
import { dingtalkMarket, dingtalkSuite } from '../emulators/dingtalk/marketplace.ts';
import { feishuMarket, feishuStore } from '../emulators/feishu/marketplace.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { Market, MarketPush } from '../emulators/shared/market.ts';
import { wecomMarket, wecomSuite } from '../emulators/wecom/marketplace.ts';
import { runCommand } from '../support/command-line.ts';

interface Provider {
  readonly id: string;
  open(clock: Clock): Market & { readonly app: Hono };
  /** The operator's keys, and where the platform is. */
  environment(address: string): Readonly<Record<string, string>>;
  readonly ids?: CompanyIds;
}

const providers: readonly Provider[] = [
  {
    id: 'wecom',
    open: wecomMarket,
    environment: (address) => ({
      WECOM_API: address,
      WECOM_SUITE_ID: wecomSuite.suiteId,
      WECOM_SUITE_SECRET: wecomSuite.suiteSecret,
      WECOM_SUITE_TOKEN: wecomSuite.callbackToken,
      WECOM_SUITE_AES_KEY: wecomSuite.encodingAesKey,
      WECOM_PROVIDER_CORP_ID: wecomSuite.providerCorpId,
      WECOM_ERASE_DAYS: '0',
    }),
  },
  {
    id: 'dingtalk',
    open: dingtalkMarket,
    environment: (address) => ({
      DINGTALK_API: address,
      DINGTALK_OLD_API: address,
      DINGTALK_SUITE_ID: dingtalkSuite.suiteId,
      DINGTALK_SUITE_KEY: dingtalkSuite.suiteKey,
      DINGTALK_SUITE_SECRET: dingtalkSuite.suiteSecret,
      DINGTALK_SUITE_TOKEN: dingtalkSuite.callbackToken,
      DINGTALK_SUITE_AES_KEY: dingtalkSuite.encodingAesKey,
      DINGTALK_ERASE_DAYS: '0',
    }),
  },
  {
    id: 'feishu',
    open: feishuMarket,
    environment: (address) => ({
      FEISHU_API: address,
      FEISHU_STORE_APP_ID: feishuStore.appId,
      FEISHU_STORE_APP_SECRET: feishuStore.appSecret,
      FEISHU_STORE_ENCRYPT_KEY: feishuStore.encryptKey,
      FEISHU_STORE_VERIFICATION_TOKEN: feishuStore.verificationToken,
      FEISHU_ERASE_DAYS: '0',
    }),
    ids: { rootId: '0', departmentId: (n: number) => `od-${100 + n}`, personId: (n: number) => `ou_${n}` },
  },
];

let dataDir: string;
let server: ServerType | null = null;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jinji-installations-'));
});
afterEach(async () => {
  if (server) await new Promise((closed) => server?.close(closed));
  server = null;
  await rm(dataDir, { recursive: true, force: true });
});

/** An operator who is a provider on one marketplace, with its platform in the test's hands. */
async function anOperator(provider: Provider) {
  const market = provider.open({ now: () => new Date() });
  const address = await new Promise<string>((listening) => {
    server = serve({ fetch: market.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      listening(`http://127.0.0.1:${port}`),
    );
  });
  const settings = {
    DATA_DIR: dataDir,
    PUBLIC_URL: 'https://hire.example.com',
    ...provider.environment(address),
  };
  const inside = async (act: (installation: Installation) => Promise<unknown>): Promise<void> => {
    const log = jsonLog('error', () => undefined);
    const installation = await openInstallation(readConfig(settings), { ring: async () => undefined }, log);
    try {
      await act(installation);
      await runDueWork(installation.services, installation.handlers, { limit: 200 });
    } finally {
      await installation.close();
    }
  };
  return {
    market,
    operate: (...args: string[]) => runCommand(args, { settings }),
    deliver: (pushes: readonly MarketPush[]) =>
      inside(async ({ services }) => {
        for (const { channel, request } of pushes)
          await receiveNotices(services, provider.id, channel, request);
      }),
  };
}

for (const provider of providers) {
  test(`${provider.id}: installations shows the addresses, the ticket, each company, and the proof of its erasure`, async () => {
    const { market, operate, deliver } = await anOperator(provider);
    await operate('migrate');
    const before = await operate('installations');
    expect(before).toMatchObject({ code: 0, lines: [{ provider: provider.id, ticketUntil: null }] });
    expect(before.lines[0]?.suite).toBe(`https://hire.example.com/platform/${provider.id}/marketplace/suite`);
    expect(before.told).toContain('no ticket');
    expect((await operate('doctor')).lines).toContainEqual(
      expect.objectContaining({ check: `${provider.id}.marketplace`, state: 'error' }),
    );

    const company = market.enrol(madeCompany({ departments: 2, people: 3, ...provider.ids }));
    await deliver([...market.tick(), ...market.install(company)]);
    const { lines } = await operate('installations', '--state', 'active');
    expect(lines[0]?.ticketUntil).toEqual(expect.any(String));
    expect(lines.slice(1)).toMatchObject([{ platform: provider.id, corpId: company.corpId, proof: null }]);
    const doctor = await operate('doctor');
    expect(doctor.lines).toContainEqual(
      expect.objectContaining({ check: `${provider.id}.marketplace`, state: 'ok' }),
    );
    expect(doctor.lines.map(({ check }) => check)).not.toContain(`${provider.id}.events`);

    await deliver(market.uninstall(company));
    const erased = (await operate('installations', '--state', 'erased')).lines.slice(1);
    expect(erased).toMatchObject([
      { corpId: company.corpId, tenant: lines[1]?.tenant, proof: { remaining: 0 } },
    ]);
    expect(JSON.stringify(erased)).not.toContain([...company.company.people.values()][0]?.name);
    expect((await operate('installations', '--state', 'active')).lines).toHaveLength(1);
  });
}

test('a state that there is not is told with those that there are', async () => {
  const { code, told } = await runCommand(['installations', '--state', 'gone'], {
    settings: { DATA_DIR: dataDir },
  });
  expect(code).toBe(2);
  expect(told).toContain('uninstalled');
});
