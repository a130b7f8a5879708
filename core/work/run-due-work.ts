import { AppError } from '../errors/app-error.ts';
import {
  type BackgroundJob,
  type BackgroundKind,
  backOffSeconds,
  maxAttempts,
} from '../ports/background-jobs.ts';
import { nowOf, type Services } from '../ports/services.ts';
import type { WorkHandler, WorkHandlers } from '../ports/work-handlers.ts';
import { kindsOf, type Lane } from './lanes.ts';

/** Seconds a worker holds a piece of work; a process that dies loses it after that. */
export const leaseSeconds = 120;

/**
 * Runs due work until there is none or `limit` pieces are done; `id` runs only that one, `lane` only that lane's. Work that fails waits longer
 * each time and is dead after `maxAttempts`, where an operator finds it. Returns how many pieces were taken.
 */
export async function runDueWork(
  services: Services,
  handlers: WorkHandlers,
  options: { readonly limit: number; readonly id?: string; readonly lane?: Lane },
): Promise<number> {
  const which = { id: options.id, of: options.lane && kindsOf(options.lane) };
  let taken = 0;
  while (taken < options.limit) {
    const [job] = await services.system.claim(nowOf(services), leaseSeconds, 1, which);
    if (!job) break;
    taken += 1;
    await runOne(services, handlers, job);
  }
  return taken;
}

async function runOne(services: Services, handlers: WorkHandlers, job: BackgroundJob): Promise<void> {
  const { system, log } = services;
  try {
    const handler = handlers[job.kind] as WorkHandler<BackgroundKind> | undefined;
    if (!handler) throw new Error(`no handler for ${job.kind}`);
    await handler(services, job.tenantId, job.payload);
    await system.finishJob(job.id, job.leaseToken, nowOf(services));
  } catch (error) {
    const dead = job.attempts >= maxAttempts || (error instanceof AppError && !isWorthRetrying(error));
    const now = nowOf(services);
    const runAt = dead ? null : new Date(Date.parse(now) + backOffSeconds(job.attempts) * 1000).toISOString();
    const name = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
    await system.failJob(job.id, job.leaseToken, name, runAt, now);
    log.error(
      dead ? 'work.dead' : 'work.failed',
      { work: job.kind, job: job.id, attempts: job.attempts },
      error,
    );
  }
}

/** Conflicts are races and end by themselves; other refusals of ours stay refusals. */
const isWorthRetrying = (error: AppError): boolean =>
  error.retryable || error.code === 'CONFLICT' || error.code === 'INTERNAL';
