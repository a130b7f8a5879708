import { AppError } from '../errors/app-error.ts';
import { nextDaily, startReading } from '../organisation/start-reading.ts';
import type { MarketplaceGrant, MarketplaceStanding } from '../ports/platform-marketplace.ts';
import type { InstallationState, MarketplaceInstallation } from '../ports/repositories/marketplace.ts';
import type { InstallationFacts } from '../ports/repositories/platforms.ts';
import { nowOf, type Services } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { lateOwner, sealGrant } from './install-company.ts';
import { type InstallationEvent, nextState } from './installation-state.ts';
import { marketplaceOf } from './provider-tools.ts';

const dayMs = 86_400_000;

/** What a worker knows when it settles an installation. */
export interface Settling {
  readonly row: MarketplaceInstallation;
  /** What a notice says, or what the worker came for. */
  readonly event: InstallationEvent;
  readonly standing: MarketplaceStanding;
  /** A grant that was just redeemed: its settings replace the stored ones. */
  readonly grant: MarketplaceGrant | null;
  /** Who installed the app, where only the notice tells. */
  readonly installerId: string | null;
}

/**
 * What really happened: the platform's own word, where it has one, goes before a notice, which may be late, repeated or out of order.
 */
export function whatHappened(
  state: InstallationState,
  event: InstallationEvent,
  standing: MarketplaceStanding,
): InstallationEvent {
  if (standing.kind === 'gone') return 'uninstalled';
  if (standing.kind === 'suspended') return 'suspended';
  if (standing.kind === 'untold') return event;
  if (state === 'uninstalled') return event === 'uninstalled' && !standing.running ? event : 'granted';
  if (event === 'uninstalled') return state === 'suspended' && !standing.running ? 'suspended' : 'changed';
  if (!standing.running) return event;
  if (state === 'suspended') return 'resumed';
  return event === 'suspended' ? 'changed' : event;
}

/**
 * Moves an installation as far as what happened moves it, in one audited batch guarded by the row's revision. Where nothing moves, what
 * the platform says is kept all the same.
 * @throws AppError `CONFLICT` when another worker was first
 */
export async function settle(services: Services, settling: Settling): Promise<void> {
  const { row, standing } = settling;
  if (row.state === 'erased') return;
  const event = whatHappened(row.state, settling.event, standing);
  const next = nextState(row.state, event);
  const now = nowOf(services);
  const store = services.stores.open(row.companyId);
  const before = await store.platform.installation();
  if (before?.id !== row.id) throw new AppError('NOT_FOUND', { details: { installation: row.id } });
  // Asked with the redeemed code, the platform's own answer holds that code and more.
  const grant = standing.kind === 'authorised' ? standing.grant : settling.grant;
  const eraseAt = eraseAtOf(services, row, next);
  const facts = factsOf(before.facts, standing, eraseAt);
  const settings = grant && { settingsSealed: await sealGrant(services, row.companyId, row.id, grant) };
  const kept: Change[] = [
    ...(await lateOwner(services, store, settling.installerId ?? grant?.installerId ?? null)),
  ];
  if (next === null) {
    await services.system.commit([
      ...kept,
      store.platform.updateInstallation(row.id, { facts, ...settings }),
      ...(settling.grant ? [store.platform.forgetTokens()] : []),
    ]);
    return;
  }
  await services.system.commit([
    ...kept,
    services.system.marketplace.update(row.id, row.revision, {
      state: next,
      changedAt: now,
      eraseAt,
      uninstalledAt: next === 'uninstalled' ? now : null,
    }),
    store.platform.updateInstallation(row.id, { state: next, facts, ...settings, updatedAt: now }),
    ...(await doorOf(services, row.companyId, next, now)),
    ...consequences(services, row, next, now, eraseAt),
    store.audit.add({
      actor: { kind: 'system', id: null },
      action: `platform.${audited[next]}`,
      subjectKind: 'platform',
      subjectId: row.id,
      at: now,
      data: { platform: row.platform, from: row.state, ...(eraseAt ? { eraseAt } : {}) },
    }),
  ]);
}

const audited: Readonly<Record<InstallationState, string>> = {
  pending: 'installed',
  active: 'activated',
  scope_changed: 'scope_changed',
  suspended: 'suspended',
  uninstalled: 'uninstalled',
};

function eraseAtOf(
  services: Services,
  row: MarketplaceInstallation,
  next: InstallationState | null,
): string | null {
  if (next === null) return row.eraseAt;
  if (next !== 'uninstalled') return null;
  const { eraseAfterDays } = marketplaceOf(services, row.platform);
  return new Date(services.clock.now().getTime() + eraseAfterDays * dayMs).toISOString();
}

const factsOf = (
  before: InstallationFacts | null,
  standing: MarketplaceStanding,
  eraseAt: string | null,
): InstallationFacts =>
  standing.kind === 'authorised'
    ? { scope: standing.scope, expiresAt: standing.expiresAt, eraseAt }
    : { scope: before?.scope ?? null, expiresAt: before?.expiresAt ?? null, eraseAt };

/** Pages of a suspended or uninstalled company show, and change nothing. */
async function doorOf(
  { system }: Services,
  companyId: string,
  next: InstallationState,
  now: string,
): Promise<readonly Change[]> {
  const tenant = await system.tenant(companyId);
  const wanted = next === 'suspended' || next === 'uninstalled' ? 'suspended' : 'active';
  if (!tenant || tenant.state === wanted) return [];
  return [system.setTenantState(companyId, wanted === 'active' ? 'suspended' : 'active', wanted, now)];
}

/** What a state brings with it: calls end at once, the directory is read, the erasure is put on its date. */
function consequences(
  services: Services,
  row: MarketplaceInstallation,
  next: InstallationState,
  now: string,
  eraseAt: string | null,
): readonly Change[] {
  const { system } = services;
  const store = services.stores.open(row.companyId);
  if (next === 'suspended') return [store.platform.forgetTokens()];
  if (next === 'uninstalled') {
    const runAt = { runAt: eraseAt ?? now };
    return [
      store.platform.forgetTokens(),
      system.enqueue(row.companyId, 'installation.erase', { installationId: row.id }, runAt),
    ];
  }
  return [
    store.platform.forgetTokens(),
    ...startReading(services, store),
    nextDaily(services, row.companyId, now),
    // At once, so that the page shows what is lacking; after that every day.
    system.enqueue(row.companyId, 'platform.recheck', { since: now }),
  ];
}

/** The directory was read to its end: what changed in the scope is in the mirror now. */
export async function directoryRead(services: Services, companyId: string): Promise<void> {
  const row = await services.system.marketplace.ofCompany(companyId);
  if (!row || row.state === 'erased' || nextState(row.state, 'read') === null) return;
  const store = services.stores.open(companyId);
  const now = nowOf(services);
  await services.system.commit([
    services.system.marketplace.update(row.id, row.revision, { state: 'active', changedAt: now }),
    // The chain of daily readings goes by `updatedAt`, which stays.
    store.platform.updateInstallation(row.id, { state: 'active' }),
    store.audit.add({
      actor: { kind: 'system', id: null },
      action: 'platform.activated',
      subjectKind: 'platform',
      subjectId: row.id,
      at: now,
      data: { platform: row.platform, from: row.state },
    }),
  ]);
}
