import { AppError } from '../errors/app-error.ts';
import type { Platform, PlatformConnection, PlatformTokens } from '../ports/platform.ts';
import type { InstallationRow } from '../ports/repositories/platforms.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import type { Services } from '../ports/services.ts';
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
  if (row.state !== 'active') {
    throw new AppError('PLATFORM_DISCONNECTED', {
      details: { platform: row.platform, platformCode: row.state },
    });
  }
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
  const installation = { id: row.id, tenantId: store.tenantId, platform: row.platform, settings };
  return {
    row,
    platform,
    settings,
    connection: platform.connect(installation, { tokens, clock: services.clock }),
  };
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
