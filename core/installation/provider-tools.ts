import { AppError } from '../errors/app-error.ts';
import { tokenPurpose, tokenSource } from '../platform/token-source.ts';
import type { Platform } from '../ports/platform.ts';
import type { PlatformMarketplace, ProviderTicket, ProviderTools } from '../ports/platform-marketplace.ts';
import { systemTenant } from '../ports/secrets.ts';
import type { Services } from '../ports/services.ts';

/** A ticket that was asked for comes by a push; until then callers wait this long. */
const ticketSeconds = 60;
const ticketName = 'ticket';

const ownerOf = (platformId: string): string => `provider:${platformId}`;
const rowsOf = (services: Services) => services.stores.open(systemTenant).platform.tokens;

/** The platform's marketplace. @throws AppError `NOT_FOUND` where the operator is no provider there */
export function marketplaceOf(services: Services, platformId: string): PlatformMarketplace {
  const platform = services.platforms.find(({ manifest }) => manifest.id === platformId);
  if (!platform?.marketplace) throw new AppError('NOT_FOUND', { details: { platform: platformId } });
  return platform.marketplace;
}

/** Tokens and ticket of the provider, kept and renewed like those of a company. */
export function providerTools(services: Services, platform: Platform): ProviderTools {
  const { id } = platform.manifest;
  const tokens = tokenSource({
    tenantId: systemTenant,
    installationId: ownerOf(id),
    rows: rowsOf(services),
    secrets: services.secrets,
    clock: services.clock,
    random: services.random,
    pause: services.pause,
  });
  const askForTicket = async (): Promise<never> => {
    await platform.marketplace?.requestTicket?.();
    throw new AppError('PLATFORM_BUSY', {
      details: { platform: id, platformCode: 'no_ticket', seconds: ticketSeconds },
    });
  };
  return {
    tokens,
    clock: services.clock,
    ticket: async () => (await tokens.get(ticketName, askForTicket)).value,
  };
}

/** Seals a pushed ticket and keeps it, unless a newer one is there. */
export async function keepTicket(
  services: Services,
  platformId: string,
  { value, expiresAt }: ProviderTicket,
): Promise<void> {
  const id = `${ownerOf(platformId)}:${ticketName}`;
  const sealed = await services.secrets.seal(systemTenant, tokenPurpose(id), value);
  // Pushed again long before its end: it is never renewed by us.
  await rowsOf(services).put(id, { sealed, renewAt: expiresAt, expiresAt });
}

/** When the kept ticket ends, ISO 8601; null when there is none, or it has ended. */
export async function ticketUntil(services: Services, platformId: string): Promise<string | null> {
  const row = await rowsOf(services).get(`${ownerOf(platformId)}:${ticketName}`);
  return row && row.expiresAt > services.clock.now().getTime() ? new Date(row.expiresAt).toISOString() : null;
}
