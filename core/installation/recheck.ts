import { AppError } from '../errors/app-error.ts';
import { type OpenedPlatform, openedPlatform } from '../platform/connection.ts';
import type { PermissionCheck } from '../ports/platform.ts';
import type { InstallationRow, StoredChecks } from '../ports/repositories/platforms.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { grantOf } from './grant.ts';
import { mayCall } from './installation-state.ts';
import { nextRecheck } from './next-recheck.ts';
import { marketplaceOf, providerTools } from './provider-tools.ts';
import { settle } from './settle.ts';

/** What is kept of a test of permissions. */
export const storedChecks = (checks: readonly PermissionCheck[], at: string): StoredChecks => ({
  at,
  results: checks.map(({ permission, granted, platformCode }) => ({
    name: permission.name,
    granted,
    platformCode,
  })),
});

/**
 * Tests keys, permissions and authorisation once a day, because no platform tells when they end. The chain of these ends when the
 * connection was changed or removed since it began.
 */
export async function recheckWork(services: Services, tenantId: string, since: string): Promise<void> {
  const store = services.stores.open(tenantId);
  const row = await store.platform.installation();
  if (!row || row.updatedAt !== since || row.state === 'uninstalled') return;
  const office = await openedPlatform(services, store, row);
  if (row.kind === 'own') await tryOwn(services, store, office);
  else await askStanding(services, tenantId, office);
  const now = await store.platform.installation();
  // Settling may have begun a chain of its own.
  if (now?.updatedAt !== since) return;
  if (now.kind === 'marketplace' && mayCall(now.state)) {
    await keepChecks(services, store, office).catch(unlessWorthRetrying);
  }
  await services.system.commit([nextRecheck(services, tenantId, since)]);
}

async function askStanding(
  services: Services,
  tenantId: string,
  { platform }: OpenedPlatform,
): Promise<void> {
  const row = await services.system.marketplace.ofCompany(tenantId);
  if (!row || row.state === 'erased') return;
  const settings = await grantOf(services, row);
  const standing = await marketplaceOf(services, row.platform).standing(
    { corpId: row.corpId, settings },
    providerTools(services, platform),
  );
  await settle(services, { row, event: 'checked', standing, grant: null, installerId: null });
}

/** What a person has to mend is kept in the checks; the chain goes on and sees it mended. */
const unlessWorthRetrying = (error: unknown): void => {
  if (!(error instanceof AppError) || error.retryable) throw error;
};

/** A company's own app that was switched off and on again works without anybody saving its settings anew. */
async function tryOwn(services: Services, store: TenantStore, office: OpenedPlatform): Promise<void> {
  const { row } = office;
  try {
    await keepChecks(services, store, office);
    if (row.state === 'suspended') await setState(services, store, row, 'active');
  } catch (error) {
    const stopped = error instanceof AppError && error.code === 'PLATFORM_DISCONNECTED';
    if (!stopped) return unlessWorthRetrying(error);
    if (row.state === 'active') await setState(services, store, row, 'suspended');
  }
}

async function setState(
  services: Services,
  store: TenantStore,
  { id, platform }: InstallationRow,
  state: 'active' | 'suspended',
): Promise<void> {
  await store.commit([
    store.platform.updateInstallation(id, { state }),
    store.audit.add({
      actor: { kind: 'system', id: null },
      action: state === 'active' ? 'platform.activated' : 'platform.suspended',
      subjectKind: 'platform',
      subjectId: id,
      at: nowOf(services),
      data: { platform },
    }),
  ]);
}

/** Tries every permission and keeps how each fared. @throws AppError of the platform; keys that it refuses are kept as refused */
export async function keepChecks(
  services: Services,
  store: TenantStore,
  { row, platform, connection }: OpenedPlatform,
): Promise<readonly PermissionCheck[]> {
  const at = nowOf(services);
  try {
    const checks = await connection.check();
    await store.commit([store.platform.updateInstallation(row.id, { checks: storedChecks(checks, at) })]);
    return checks;
  } catch (error) {
    if (error instanceof AppError && !error.retryable) {
      const platformCode = String(error.details.platformCode ?? error.code);
      const refused = platform.manifest.permissions.map((permission) => ({
        permission,
        granted: false,
        platformCode,
      }));
      await store.commit([store.platform.updateInstallation(row.id, { checks: storedChecks(refused, at) })]);
    }
    throw error;
  }
}
