import { settingsPurpose } from '../platform/connection.ts';
import type { MarketplaceGrant } from '../ports/platform-marketplace.ts';
import type { MarketplaceInstallation } from '../ports/repositories/marketplace.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';

/**
 * Makes the company of a grant, waiting (`pending`) for what the platform says next. Of two workers with the same grant one wins: the
 * other's batch is a `CONFLICT`.
 */
export async function installCompany(
  services: Services,
  platform: string,
  grant: MarketplaceGrant,
): Promise<MarketplaceInstallation> {
  const { system, ids } = services;
  const now = nowOf(services);
  const companyId = ids.next('tnt');
  const id = ids.next('ins');
  const store = services.stores.open(companyId);
  const row: MarketplaceInstallation = {
    id,
    platform,
    corpId: grant.corpId,
    companyId,
    state: 'pending',
    revision: 1,
    installedAt: now,
    changedAt: now,
    uninstalledAt: null,
    eraseAt: null,
    proof: null,
  };
  await system.commit([
    system.marketplace.add(row),
    system.addTenant({
      id: companyId,
      name: grant.companyName,
      platform,
      sample: false,
      locale: 'zh-CN',
      // The marketplaces are open to companies in China, and demand that their data stay there (design D20).
      region: 'cn',
      state: 'active',
      createdAt: now,
      erasedAt: null,
    }),
    store.platform.addInstallation({
      id,
      platform,
      corpId: grant.corpId,
      kind: 'marketplace',
      state: 'pending',
      settingsSealed: await sealGrant(services, companyId, id, grant),
      connectedBy: '',
      checks: null,
      facts: null,
      createdAt: now,
      updatedAt: now,
    }),
    ...ownerOf(services, store, grant.installerId),
    store.audit.add({
      actor: { kind: 'system', id: null },
      action: 'platform.installed',
      subjectKind: 'platform',
      subjectId: id,
      at: now,
      data: { platform },
    }),
  ]);
  return row;
}

/** A grant's settings as they lie in the company's row. */
export const sealGrant = (
  { secrets }: Services,
  companyId: string,
  installationId: string,
  { corpId, settings }: MarketplaceGrant,
): Promise<string> =>
  secrets.seal(companyId, settingsPurpose(installationId), JSON.stringify({ ...settings, corpId }));

/** The writes that make whoever installed the app the company's first owner; the name comes with the first sign-in. */
function ownerOf(services: Services, store: TenantStore, installerId: string | null): readonly Change[] {
  if (installerId === null) return [];
  const now = nowOf(services);
  const personId = services.ids.next('per');
  return [
    store.people.add({
      id: personId,
      name: null,
      roles: ['owner'],
      state: 'invited',
      locale: 'zh-CN',
      createdAt: now,
      lastSeenAt: null,
    }),
    store.platform.addAccount({ id: installerId, personId, grantedRoles: ['owner'], createdAt: now }),
  ];
}

/** The same for a company that has no owner yet: the notice that names the installer may come last. */
export async function lateOwner(
  services: Services,
  store: TenantStore,
  installerId: string | null,
): Promise<readonly Change[]> {
  if (installerId === null) return [];
  const people = await store.people.list();
  if (people.some(({ roles, state }) => roles.includes('owner') && state !== 'disabled')) return [];
  const account = await store.platform.account(installerId);
  const person = people.find(({ id }) => id === account?.personId);
  if (!account || !person) return ownerOf(services, store, installerId);
  return [
    store.people.update(person.id, { roles: ['owner', ...person.roles] }),
    store.platform.setGrantedRoles(account.id, ['owner']),
  ];
}
