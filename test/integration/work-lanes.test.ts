import { expect, test } from 'vitest';
import { syncWork } from '#core/organisation/organisation-work.ts';
import { startReading } from '#core/organisation/start-reading.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import type { WorkHandlers } from '#core/ports/work-handlers.ts';
import { kindsOf } from '#core/work/lanes.ts';
import { runDueWork } from '#core/work/run-due-work.ts';
import { createWorkLoop } from '#plugins/host/work-loop.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { platformGround } from '#test/support/platform-ground.ts';
import { dingtalkOffice } from '../contract/office-dingtalk.ts';
import type { OfficeEmulator } from '../contract/office-emulator.ts';
import { madeCompany } from '../emulators/shared/company.ts';

async function aGround(departments: number) {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  const held: { emulator?: OfficeEmulator } = {};
  const ground = await platformGround(database, (clock) => {
    held.emulator = dingtalkOffice.open((ids) => madeCompany({ departments, people: 20, ...ids }), clock);
    return [held.emulator.platform];
  });
  if (!held.emulator) throw new Error('no emulator');
  return { ...ground, emulator: held.emulator };
}

/** Handlers that note what they were given, in order. */
function noting(done: string[], own: Partial<WorkHandlers> = {}): WorkHandlers {
  return new Proxy(own as WorkHandlers, {
    get(target, kind: keyof WorkHandlers) {
      return async (...given: Parameters<WorkHandlers[typeof kind]>) => {
        done.push(kind);
        await (target[kind] as ((...all: unknown[]) => Promise<void>) | undefined)?.(...given);
      };
    },
  });
}

test('while an office platform does not answer, answers are scored all the same', async () => {
  const { services, context } = await aGround(2);
  const { system } = services;
  const done: string[] = [];
  let release: () => void = () => undefined;
  const stalled = new Promise<void>((resolve) => {
    release = resolve;
  });
  const loop = createWorkLoop();
  const handlers = noting(done, { 'platform.sync': () => stalled });
  const due = { runAt: '2026-01-01T00:00:00.000Z' };
  await system.commit([system.enqueue(context.tenantId, 'platform.sync', { runId: 'orn_1' }, due)]);
  loop.start(services, handlers, async () => undefined);
  await expect.poll(() => done).toContain('platform.sync');

  const scores = Array.from({ length: 3 }, (_, n) =>
    system.enqueue(context.tenantId, 'interview.score', { interviewId: `int_${n}` }, due),
  );
  await system.commit([
    ...scores,
    system.enqueue(context.tenantId, 'message.send', { messageId: 'msg_1' }, due),
  ]);
  await loop.doorbell.ring('');
  await expect
    .poll(() => done.filter((kind) => kind === 'interview.score').length, { timeout: 8000 })
    .toBe(3);
  // What calls the platform, too, waits its turn behind the call that stands.
  expect(done).not.toContain('message.send');

  release();
  await expect.poll(() => done).toContain('message.send');
  await loop.stop();
});

test('a long reading gives way: a card that waits is sent between two of its slices, and the reading ends', async () => {
  const ground = await aGround(260);
  const { services, context, emulator } = ground;
  await connectPlatform(context, emulator.platform.manifest.id, emulator.settings);
  await runDueWork(services, noting([]), { limit: 1000 });
  const { system } = services;
  await context.store.commit(startReading(services, context.store));
  ground.clock.advance({ seconds: 1 });
  await system.commit([system.enqueue(context.tenantId, 'message.send', { messageId: 'msg_1' })]);
  ground.clock.advance({ seconds: 1 });
  const done: string[] = [];
  const handlers = noting(done, { 'platform.sync': (s, tenant, { runId }) => syncWork(s, tenant, runId) });

  await runDueWork(services, handlers, { limit: 1000, lane: 'platform' });

  const slices = done.filter((kind) => kind === 'platform.sync').length;
  expect(slices).toBeGreaterThan(2);
  expect(done.slice(0, 3)).toEqual(['platform.sync', 'message.send', 'platform.sync']);
  expect((await context.store.organisation.latestRun())?.state).toBe('done');
});

test('every kind of work belongs to one lane', () => {
  const { kinds, except } = kindsOf('own');
  expect(except).toBe(true);
  expect(kindsOf('platform')).toEqual({ kinds, except: false });
});
