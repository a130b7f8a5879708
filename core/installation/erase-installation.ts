import { AppError } from '../errors/app-error.ts';
import { platformOf } from '../platform/connection.ts';
import type { MarketplaceStanding } from '../ports/platform-marketplace.ts';
import type { MarketplaceInstallation } from '../ports/repositories/marketplace.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { grantOf } from './grant.ts';
import { marketplaceOf, providerTools } from './provider-tools.ts';
import { settle } from './settle.ts';

const hourMs = 3_600_000;
/** A platform that does not answer does not keep a company's data alive for longer than this. */
const patienceMs = 24 * hourMs;

/**
 * Begins the erasure of an uninstalled company on its date. The platform is asked once more, because a new installation may have begun
 * whose notice was lost; where it cannot be asked, the signed notice holds.
 */
export async function eraseInstallationWork(services: Services, installationId: string): Promise<void> {
  const { system } = services;
  const row = await system.marketplace.get(installationId);
  if (row?.state !== 'uninstalled' || row.eraseAt === null) return;
  const nowMs = services.clock.now().getTime();
  // Installed again and uninstalled again: the later date has its own work.
  if (nowMs < Date.parse(row.eraseAt)) return;
  const standing = await lastWord(services, row);
  if (standing === null && nowMs < Date.parse(row.eraseAt) + patienceMs) {
    const runAt = new Date(nowMs + hourMs).toISOString();
    await system.commit([system.enqueue(row.companyId, 'installation.erase', { installationId }, { runAt })]);
    return;
  }
  if (standing?.kind === 'authorised' && standing.running) {
    return settle(services, { row, event: 'granted', standing, grant: null, installerId: null });
  }
  await system.commit([
    system.marketplace.update(row.id, row.revision, { changedAt: nowOf(services) }),
    system.setTenantState(row.companyId, 'suspended', 'erasing', nowOf(services)),
    system.enqueue(row.companyId, 'tenant.erase', { tenantId: row.companyId }),
  ]);
}

async function lastWord(
  services: Services,
  row: MarketplaceInstallation,
): Promise<MarketplaceStanding | null> {
  try {
    const settings = await grantOf(services, row);
    const tools = providerTools(services, platformOf(services, row.platform));
    return await marketplaceOf(services, row.platform).standing({ corpId: row.corpId, settings }, tools);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    services.log.warn('installation.erase_waits', { installation: row.id, code: error.code });
    return null;
  }
}
