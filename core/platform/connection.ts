import { AppError } from '../errors/app-error.ts';
import { assertMayCall } from '../installation/installation-state.ts';
import { providerTools } from '../installation/provider-tools.ts';
import type { Platform, PlatformConnection, PlatformTokens } from '../ports/platform.ts';
import type { InstallationRow } from '../ports/repositories/platforms.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { addressesOf } from './addresses.ts';
import { callsOfMonth } from './calls-of-month.ts';
import { tokenSource } from './token-source.ts';

/** A company's platform, opened. */
export interface OpenedPlatform {
  readonly row: InstallationRow;
  readonly platform: Platform;
  readonly settings: Readonly<Record<string, string>>;
  readonly connection: PlatformConnection;
}

/** The platform of that name. @throws AppError `NOT_FOUND` */
export function platformOf(services: Services, id: string): Platform {
  const platform = services.platforms.find(({ manifest }) => manifest.id === id);
  if (!platform) throw new AppError('NOT_FOUND', { details: { platform: id } });
  return platform;
}

/** What the settings of an installation are sealed as. */
export const settingsPurpose = (installationId: string): string => `platform.settings:${installationId}`;

/**
 * Opens the company's connection.
 * @throws AppError `NOT_FOUND` when it has none, `PLATFORM_DISCONNECTED` when it is suspended
 */
export async function openPlatform(services: Services, store: TenantStore): Promise<OpenedPlatform> {
  const row = await store.platform.installation();
  if (!row) throw new AppError('NOT_FOUND');
  assertMayCall(row.platform, row.state);
  return openedPlatform(services, store, row);
}

/** Opens a connection in whatever state it is: for those who find out how it stands. */
export async function openedPlatform(
  services: Services,
  store: TenantStore,
  row: InstallationRow,
): Promise<OpenedPlatform> {
  const platform = platformOf(services, row.platform);
  const sealed = await services.secrets.open(store.tenantId, settingsPurpose(row.id), row.settingsSealed);
  const settings = JSON.parse(sealed) as Readonly<Record<string, string>>;
  const tokens = tokenSource({
    tenantId: store.tenantId,
    installationId: row.id,
    rows: store.platform.tokens,
    secrets: services.secrets,
    clock: services.clock,
    random: services.random,
    pause: services.pause,
  });
  const { id, kind } = row;
  const reach = async () => ({
    way: (await store.platform.deliveries.get(id))?.way ?? 'callback',
    callbackUrl: addressesOf(services.publicUrl, row.platform, id).callbackUrl,
  });
  const installation = { id, tenantId: store.tenantId, platform: row.platform, settings, kind };
  const provider = kind === 'marketplace' ? { provider: providerTools(services, platform) } : {};
  const counted =
    platform.quota && kind === 'own'
      ? { spend: () => store.platform.countCall(callsOfMonth(row.platform, nowOf(services))) }
      : {};
  const tools = { tokens, clock: services.clock, reach, ...provider, ...counted };
  const connection = platform.connect(installation, tools);
  return { row, platform, settings, connection };
}

/** Tokens for a trial of settings that nobody has saved: kept nowhere but here. */
export function passingTokens(): PlatformTokens {
  const held = new Map<string, { value: string; revision: number }>();
  return {
    async get(name, issue) {
      const known = held.get(name);
      if (known) return known;
      const token = { value: (await issue()).value, revision: held.size + 1 };
      held.set(name, token);
      return token;
    },
    async refuse(name) {
      held.delete(name);
    },
  };
}
