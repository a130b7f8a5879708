import { approvalsChanged } from '../approval/advance-approval.ts';
import { AppError } from '../errors/app-error.ts';
import { followAdminRolesIfAnswered } from '../installation/admin-roles.ts';
import { mayCall } from '../installation/installation-state.ts';
import { directoryRead } from '../installation/settle.ts';
import { actOnCard } from '../message/act-on-card.ts';
import { openPlatform } from '../platform/connection.ts';
import type { PlatformChange, PlatformDirectory } from '../ports/platform.ts';
import type { MirrorContent, OrganisationKind, OrganisationRun } from '../ports/repositories/organisation.ts';
import type { StoredEvent } from '../ports/repositories/platforms.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { answerFor, applyRead, type ReadAnswer, untilUndisturbed } from './apply-read.ts';
import { closeAccounts } from './close-accounts.ts';
import { readingIsDue } from './monthly-quota.ts';
import { nextDaily, startReading } from './start-reading.ts';
import { advanceRun } from './sync-directory.ts';

/** A reading gives way after this and goes on as the next piece of work, so that cards and approvals have their turn. */
const sliceMs = 5000;
/** A platform that does not answer is left alone this long. */
const restMs = 60_000;
/** What it refuses is asked for again after this. */
const refusedRestMs = 1_800_000;
const longestRunMs = 86_400_000;

/** Goes on with a reading of the directory until it is done, held, or its time slice is over. */
export async function syncWork(services: Services, tenantId: string, runId: string): Promise<void> {
  const store = services.stores.open(tenantId);
  let run = await store.organisation.run(runId);
  if (run?.state !== 'running') return;
  const started = services.clock.now().getTime();
  try {
    const { connection } = await openPlatform(services, store);
    while (run.state === 'running') {
      if (services.clock.now().getTime() - started > sliceMs) {
        await store.commit([services.system.enqueue(tenantId, 'platform.sync', { runId })]);
        return;
      }
      run = await advanceRun({ services, store, directory: connection.directory, run });
    }
  } catch (error) {
    // Another worker makes this run's steps.
    if (error instanceof AppError && error.code === 'STATE_CONFLICT') return;
    return goOnLater(services, store, run, error);
  }
  if (run.state === 'done') await settleStaff(services, store);
}

/** After a whole reading: leavers out, roles as the platform's administrators are, the installation's scope as read. */
async function settleStaff(services: Services, store: TenantStore): Promise<void> {
  await closeAccounts(services, store, null);
  await untilUndisturbed(() => directoryRead(services, store.tenantId));
  const { connection } = await openPlatform(services, store);
  await followAdminRolesIfAnswered(services, store, connection, null);
}

/**
 * Says in the run why it stands still. What may pass is tried again later for a day, without using up the work's attempts; what a
 * person has to mend ends the run.
 */
async function goOnLater(
  services: Services,
  store: TenantStore,
  run: OrganisationRun,
  error: unknown,
): Promise<void> {
  const stored = await store.organisation.run(run.id);
  if (stored?.state !== 'running') return;
  const known = error instanceof AppError ? error : null;
  const now = nowOf(services);
  const passes = known === null || known.retryable || known.code === 'CONFLICT';
  const ends = !passes || Date.parse(now) - Date.parse(stored.startedAt) > longestRunMs;
  const seconds = Number(known?.details.seconds ?? 0);
  const runAt = new Date(Date.parse(now) + Math.max(seconds * 1000, restMs)).toISOString();
  const next: OrganisationRun = {
    ...stored,
    revision: stored.revision + 1,
    errorCode: known?.code ?? 'INTERNAL',
    updatedAt: now,
    ...(ends ? { state: 'failed', finishedAt: now } : {}),
  };
  services.log.warn('organisation.run_stands', { run: run.id, code: next.errorCode, ends });
  await store.commit([
    store.organisation.saveRun(next, stored.revision),
    ...(ends ? [] : [services.system.enqueue(store.tenantId, 'platform.sync', { runId: run.id }, { runAt })]),
  ]);
}

/**
 * Reads the whole directory by night, as often as the month's calls allow, so that events that were never sent are made up for; what differs is the drift
 * in the run's counts. The chain of these ends when the connection was changed or removed since it began.
 */
export async function dailyWork(services: Services, tenantId: string, since: string): Promise<void> {
  const store = services.stores.open(tenantId);
  const row = await store.platform.installation();
  if (!row || !mayCall(row.state) || row.updatedAt !== since) return;
  const latest = await store.organisation.latestRun();
  const busy = latest?.state === 'running' || latest?.state === 'held';
  const reads = !busy && (await readingIsDue(services, store));
  await store.commit([...(reads ? startReading(services, store) : []), nextDaily(services, tenantId, since)]);
}

/**
 * Acts on a verified event: asks the platform how the named rows are now, and writes that. Twice is as good as once. What the
 * platform refuses is asked again for a day, because a permission may come back; then a reading of everything takes its place.
 */
export async function eventWork(services: Services, tenantId: string, eventId: string): Promise<void> {
  const store = services.stores.open(tenantId);
  const event = await store.platform.event(eventId);
  if (!event || event.doneAt !== null) return;
  try {
    await actOn(services, store, event.change);
  } catch (error) {
    const rows = event.change.kind === 'person' || event.change.kind === 'department';
    if (!rows || !(error instanceof AppError) || error.code === 'CONFLICT') throw error;
    return askAgain(services, store, event, error);
  }
  await store.commit([store.platform.finishEvent(eventId, nowOf(services))]);
}

async function askAgain(
  services: Services,
  store: TenantStore,
  event: StoredEvent,
  { code, retryable, details }: AppError,
): Promise<void> {
  const now = services.clock.now().getTime();
  const ends = now - Date.parse(event.receivedAt) > longestRunMs || code === 'NOT_FOUND';
  services.log.warn('organisation.event_waits', { code, ends });
  if (ends) {
    const reading = code === 'NOT_FOUND' ? [] : startReading(services, store);
    await store.commit([store.platform.finishEvent(event.id, nowOf(services)), ...reading]);
    return;
  }
  const restSeconds = Math.max(Number(details.seconds ?? 0), (retryable ? restMs : refusedRestMs) / 1000);
  const runAt = new Date(now + restSeconds * 1000).toISOString();
  await store.commit([
    services.system.enqueue(store.tenantId, 'platform.event', { eventId: event.id }, { runAt }),
  ]);
}

async function actOn(services: Services, store: TenantStore, change: PlatformChange): Promise<void> {
  if (change.kind === 'none') return;
  if (change.kind === 'approval') return approvalsChanged(services, store.tenantId, change.ids);
  if (change.kind === 'card_action') return actOnCard(services, store, change);
  if (change.kind === 'stopped') {
    const row = await store.platform.installation();
    if (!row) return;
    const set = { state: 'suspended', updatedAt: nowOf(services) } as const;
    await store.commit([store.platform.updateInstallation(row.id, set)]);
    return;
  }
  const { connection } = await openPlatform(services, store);
  if (change.kind === 'directory') {
    // A reading that runs already may have passed the changed part, so it does not count.
    await store.commit(startReading(services, store));
    return;
  }
  await rereadRows(services, store, connection.directory, change.kind, change.ids);
  if (change.kind === 'person') await closeAccounts(services, store, change.ids);
}

/** One call a row: the fewest that show what it is now. */
async function rereadRows<K extends OrganisationKind>(
  services: Services,
  store: TenantStore,
  directory: PlatformDirectory,
  kind: K,
  ids: readonly string[],
): Promise<void> {
  const askedAt = services.clock.now().getTime();
  const looked: ReadAnswer<K>[] = [];
  for (const id of ids) {
    const value = await (kind === 'person' ? directory.person(id) : directory.department(id));
    looked.push(answerFor<K>(id, value as MirrorContent[K] | null));
  }
  await untilUndisturbed(async () => {
    const moment = { askedAt, now: nowOf(services), runId: null };
    const applied = await applyRead(store.organisation, kind, looked, moment);
    await store.commit(applied.changes);
  });
}
