import { expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { maxAttempts } from '#core/ports/background-jobs.ts';
import type { WorkHandlers } from '#core/ports/work-handlers.ts';
import { leaseSeconds, runDueWork } from '#core/work/run-due-work.ts';
import { fixedClock } from '#test/support/fixed-ports.ts';
import { aCast } from './cast.ts';
import type { Ground } from './http-ground.ts';

/** A time that no worker beside the test has reached: work that is due then is left to the test. */
const later = '2096-01-01T00:00:00.000Z';

/** Background work on the engine of each runtime (design D6). */
export function backgroundWork(ground: Ground): void {
  const workshop = async (handle: WorkHandlers['audit.seal']) => {
    const { tenantId } = await aCast(ground());
    const clock = fixedClock(later);
    const services = { ...ground().services, clock };
    const { system } = services;
    const quiet = async () => undefined;
    const kinds = Object.keys(ground().handlers) as (keyof WorkHandlers)[];
    const handlers = {
      ...Object.fromEntries(kinds.map((kind) => [kind, quiet])),
      'audit.seal': (s, tenant, payload) => (tenant === tenantId ? handle(s, tenant, payload) : quiet()),
    } as WorkHandlers;
    return {
      ...{ tenantId, clock, system },
      enqueue: (count: number) =>
        system.commit(
          Array.from({ length: count }, () => system.enqueue(tenantId, 'audit.seal', {}, { runAt: later })),
        ),
      run: (limit = 1000) => runDueWork(services, handlers, { limit }),
      mine: async () =>
        (await system.listJobs({ limit: 10_000 })).filter(
          (job) => job.tenantId === tenantId && job.kind === 'audit.seal',
        ),
    };
  };

  test('work that keeps failing is tried ever later, then lies dead until an operator runs it again', async () => {
    let broken = true;
    let tries = 0;
    const { clock, system, enqueue, run, mine } = await workshop(async () => {
      tries += 1;
      if (broken) throw new AppError('STORAGE_UNAVAILABLE');
    });
    await enqueue(1);
    const waits: number[] = [];
    for (let attempt = 1; attempt < maxAttempts; attempt += 1) {
      await run();
      const [job] = await mine();
      waits.push(Date.parse(job?.runAt ?? '') - clock.now().getTime());
      await run();
      expect(tries).toBe(attempt);
      clock.advance({ seconds: (waits.at(-1) ?? 0) / 1000 });
    }
    await run();
    const [dead] = await mine();
    broken = false;
    const again = await system.retryJob(dead?.id ?? '', clock.now().toISOString());
    const twice = await system.retryJob(dead?.id ?? '', clock.now().toISOString());
    await run();

    expect(waits).toEqual([5_000, 30_000, 180_000, 1_080_000, 6_480_000]);
    expect(dead).toMatchObject({ state: 'dead', attempts: maxAttempts, lastError: 'STORAGE_UNAVAILABLE' });
    expect([again, twice]).toEqual([true, false]);
    expect((await mine())[0]).toMatchObject({ state: 'done' });
  });

  test('a refusal that no repetition mends is dead at once', async () => {
    const { enqueue, run, mine } = await workshop(async () => {
      throw new AppError('VALIDATION');
    });
    await enqueue(1);

    await run();

    expect(await mine()).toMatchObject([{ state: 'dead', attempts: 1, lastError: 'VALIDATION' }]);
  });

  test('several workers at once do every piece of work once', async () => {
    let done = 0;
    const { enqueue, run, mine } = await workshop(async () => {
      done += 1;
    });
    await enqueue(20);

    await Promise.all([run(), run(), run(), run()]);

    expect(done).toBe(20);
    expect((await mine()).every(({ state, attempts }) => state === 'done' && attempts === 1)).toBe(true);
  });

  test('work of a process that died is taken over once its lease has ended, and the dead one cannot finish it', async () => {
    let done = 0;
    const { clock, system, enqueue, run, mine } = await workshop(async () => {
      done += 1;
    });
    await enqueue(1);
    const [job] = await mine();
    const [lost] = await system.claim(clock.now().toISOString(), leaseSeconds, 1, { id: job?.id });
    await run();
    const before = done;

    clock.advance({ seconds: leaseSeconds + 1 });
    await run();

    expect([before, done]).toEqual([0, 1]);
    expect(await system.finishJob(lost?.id ?? '', lost?.leaseToken ?? '', later)).toBe(false);
    expect(await mine()).toMatchObject([{ state: 'done', attempts: 2 }]);
  });
}
