import { applyD1Migrations, createExecutionContext } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import worker from '#plugins/host/worker.ts';
import { openWorkerInstallation } from '#plugins/host/worker-installation.ts';
import { keptLog } from '../support/fixed-ports.ts';
import type { Ask } from '../support/http-client.ts';
import { workerSettings } from '../support/worker-settings.ts';
import type { HttpGround } from './http-ground.ts';

const addressOf = (path: string): string => `${workerSettings.PUBLIC_URL}${path}`;

/** Through the runtime's own front door. The pool's wrapper of it takes longer with each request that was made: for a few hundred only. */
export const throughTheDoor: Ask = (path, init) => exports.default.fetch(addressOf(path), init);

/** The handler that stands behind the door, called as the runtime calls it. */
export const atTheHandler: Ask = (path, init) =>
  worker.fetch(new Request(addressOf(path), init), { ...env }, createExecutionContext());

/** The product over the test's own D1, R2 and queue, migrated. */
export async function workerdGround(ask: Ask): Promise<HttpGround> {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const { services, handlers } = await openWorkerInstallation({ ...env });
  const log = keptLog(); // work that a test lets fail is no news
  return {
    ask,
    publicUrl: workerSettings.PUBLIC_URL,
    services: { ...services, log },
    handlers,
    engine: {
      batch: async (statements) => {
        await env.DB.batch(statements.map((statement) => env.DB.prepare(statement)));
      },
      rows: async (query) => (await env.DB.prepare(query).all<Record<string, unknown>>()).results,
    },
  };
}
