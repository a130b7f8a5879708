import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import worker from '#plugins/host/worker.ts';
import { httpSuites } from './all-suites.ts';
import { aCast } from './cast.ts';
import type { HttpGround } from './http-ground.ts';
import { throughTheDoor, workerdGround } from './workerd-ground.ts';

let ground: HttpGround;

beforeAll(async () => {
  ground = await workerdGround(throughTheDoor);
});

httpSuites('workerd', () => ground);

/** Work that waits in the table without a ring of the bell: as if it had been lost. */
async function waitingWork(): Promise<string> {
  const { services } = ground;
  const { tenantId } = await aCast(ground);
  const quiet = services.ids.next('bgj');
  const now = new Date().toISOString();
  await ground.engine.batch([
    `INSERT INTO background_jobs (id, tenant_id, kind, payload, state, attempts, run_at, created_at)
     VALUES ('${quiet}', '${tenantId}', 'audit.seal', '{}', 'queued', 0, '${now}', '${now}')`,
  ]);
  return quiet;
}

const jobOf = async (id: string) =>
  (await ground.engine.rows(`SELECT state, attempts FROM background_jobs WHERE id = '${id}'`))[0];

test('the doorbell queue does the work it names once, however often it is delivered, and keeps no message', async () => {
  const jobId = await waitingWork();
  const message = (id: string) => ({ id, timestamp: new Date(), attempts: 1, body: { jobId } });
  const results = [];
  for (const delivery of [[message('a'), message('b')], [message('a')]]) {
    const batch = createMessageBatch('jinji-doorbell', delivery);
    await worker.queue(batch as never, env);
    results.push(await getQueueResult(batch, createExecutionContext()));
  }

  expect(results.map(({ explicitAcks }) => explicitAcks)).toEqual([['a', 'b'], ['a']]);
  expect(results.flatMap(({ retryMessages }) => retryMessages)).toEqual([]);
  expect(await jobOf(jobId)).toMatchObject({ state: 'done', attempts: 1 });
});

test('a ring for work that is not there is dropped', async () => {
  const body = { jobId: 'bgj_of-nobody' };
  const batch = createMessageBatch('jinji-doorbell', [{ id: 'a', timestamp: new Date(), attempts: 1, body }]);

  await worker.queue(batch as never, env);

  expect((await getQueueResult(batch, createExecutionContext())).explicitAcks).toEqual(['a']);
});

test('the sweep of the cron trigger finds work whose doorbell was lost', async () => {
  const jobId = await waitingWork();

  await worker.scheduled({} as never, env);

  expect(await jobOf(jobId)).toMatchObject({ state: 'done' });
});
