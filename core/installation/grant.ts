import { settingsPurpose } from '../platform/connection.ts';
import type { MarketplaceInstallation } from '../ports/repositories/marketplace.ts';
import type { Services } from '../ports/services.ts';

/** The stored settings of a company's grant; empty when the company's row is gone. */
export async function grantOf(
  services: Services,
  { companyId, id }: MarketplaceInstallation,
): Promise<Readonly<Record<string, string>>> {
  const stored = await services.stores.open(companyId).platform.installation();
  if (stored?.id !== id) return {};
  return JSON.parse(
    await services.secrets.open(companyId, settingsPurpose(id), stored.settingsSealed),
  ) as Readonly<Record<string, string>>;
}
