import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '#plugins/host/config.ts';
import { type Installation, openInstallation } from '#plugins/host/open-installation.ts';
import { keptLog } from '../support/fixed-ports.ts';
import { openLibsqlAt } from '../support/libsql-engine.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';
import { accessSuites, httpSuites } from './all-suites.ts';
import type { HttpGround } from './http-ground.ts';

let server: RunningServer;
let installation: Installation;
let engine: ReturnType<typeof openLibsqlAt>;
let ground: HttpGround;

beforeAll(async () => {
  server = await startServer({ env: { TRUST_PROXY: 'on', CHECK_ANSWERS: 'on' } });
  const { dataDir, url } = server;
  const config = readConfig({ DATA_DIR: dataDir, PUBLIC_URL: url });
  installation = await openInstallation(config, { ring: async () => undefined }, keptLog());
  engine = openLibsqlAt(config.database.url);
  ground = {
    ask: (path, init) => fetch(`${url}${path}`, init),
    publicUrl: url,
    services: installation.services,
    handlers: installation.handlers,
    engine,
  };
});

afterAll(async () => {
  engine?.close();
  await installation?.close();
  await server?.stop();
});

httpSuites('Node', () => ground);
accessSuites('Node', () => ground);
