import { applyD1Migrations } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { beforeAll } from 'vitest';
import { openWorkerInstallation } from '#plugins/host/worker-installation.ts';
import { workerSettings } from '../support/worker-settings.ts';
import { httpSuites } from './all-suites.ts';
import type { HttpGround } from './http-ground.ts';

let ground: HttpGround;

beforeAll(async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const { services } = await openWorkerInstallation({ ...env });
  ground = {
    ask: (path, init) => exports.default.fetch(`${workerSettings.PUBLIC_URL}${path}`, init),
    publicUrl: workerSettings.PUBLIC_URL,
    services,
    engine: {
      batch: async (statements) => {
        await env.DB.batch(statements.map((statement) => env.DB.prepare(statement)));
      },
      rows: async (query) => (await env.DB.prepare(query).all<Record<string, unknown>>()).results,
    },
  };
});

httpSuites('workerd', () => ground);
