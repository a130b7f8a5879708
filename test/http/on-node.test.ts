import { createClient } from '@libsql/client';
import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '#plugins/host/config.ts';
import { type Installation, openInstallation } from '#plugins/host/open-installation.ts';
import { keptLog } from '../support/fixed-ports.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';
import { httpSuites } from './all-suites.ts';
import type { HttpGround } from './http-ground.ts';

let server: RunningServer;
let installation: Installation;
let ground: HttpGround;

beforeAll(async () => {
  server = await startServer({ env: { TRUST_PROXY: 'on', CHECK_ANSWERS: 'on' } });
  const { dataDir, url } = server;
  const config = readConfig({ DATA_DIR: dataDir, PUBLIC_URL: url });
  installation = await openInstallation(config, { ring: async () => undefined }, keptLog());
  const client = createClient({ url: config.database.url, concurrency: 1, timeout: 10_000 });
  ground = {
    ask: (path, init) => fetch(`${url}${path}`, init),
    publicUrl: url,
    services: installation.services,
    engine: {
      batch: async (statements) => {
        await client.batch([...statements], 'write');
      },
      rows: async (query) => (await client.execute(query)).rows.map((row) => ({ ...row })),
    },
  };
});

afterAll(async () => {
  await installation?.close();
  await server?.stop();
});

httpSuites('Node', () => ground);
