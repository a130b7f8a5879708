import { type AdminRoleRule, adminRoleRule } from '../installation/admin-roles.ts';
import type { Platform, PlatformManifest } from '../ports/platform.ts';
import type { PlatformQuota } from '../ports/platform-quota.ts';
import type { InstallationRow } from '../ports/repositories/platforms.ts';
import type { TenantStore } from '../ports/repositories/tenant-store.ts';
import type { Services, TenantContext } from '../ports/services.ts';
import { addressesOf } from './addresses.ts';
import { openedPlatform, settingsPurpose } from './connection.ts';

/** A platform as the settings page shows it. */
export interface PlatformStatus {
  readonly manifest: PlatformManifest;
  /** What connecting takes of the month's calls, told before it; null where the platform counts none of them. */
  readonly quota: FirstReading | null;
  /** Null where this platform is not connected. */
  readonly connected: {
    readonly installation: InstallationRow;
    /** Settings that are no secrets, as saved. */
    readonly settings: Readonly<Record<string, string>>;
    /** Address for the platform's events, to paste into its console. */
    readonly callbackUrl: string;
    /** Address of the app's home page in the platform's console: signs in and opens Jinji. */
    readonly homeUrl: string;
    /** Where signing in by redirect leads back to; some consoles want it word for word. */
    readonly redirectUrl: string;
    /** Null where the platform does not tell who administrates. */
    readonly adminRoles: AdminRoleRule | null;
  } | null;
}

/** What a reading of a company takes that nobody has read yet, by an example. */
export interface FirstReading {
  readonly edition: PlatformQuota['edition'];
  readonly callsPerMonth: number;
  readonly example: { readonly departments: number; readonly people: number; readonly calls: number };
}

const example = { departments: 50, people: 500 } as const;

const firstReading = ({ quota }: Platform): FirstReading | null =>
  quota && quota.readingCalls(example) > 0
    ? {
        edition: quota.edition,
        callsPerMonth: quota.callsPerMonth,
        example: { ...example, calls: quota.readingCalls(example) },
      }
    : null;

/** Whether the platform tells this app who administrates; asks nothing of the platform. */
async function tellsAdmins(services: Services, store: TenantStore, row: InstallationRow): Promise<boolean> {
  if (row.kind === 'marketplace') return true;
  return (await openedPlatform(services, store, row)).connection.admins !== null;
}

/** Every platform that this installation of Jinji knows, and which one the company has connected. */
export async function platformStatuses({
  services,
  store,
  tenantId,
}: TenantContext): Promise<readonly PlatformStatus[]> {
  const row = await store.platform.installation();
  const statuses: PlatformStatus[] = [];
  for (const platform of services.platforms) {
    const { manifest } = platform;
    const quota = firstReading(platform);
    if (row?.platform !== manifest.id) {
      statuses.push({ manifest, quota, connected: null });
      continue;
    }
    const opened = await services.secrets.open(tenantId, settingsPurpose(row.id), row.settingsSealed);
    const saved = JSON.parse(opened) as Readonly<Record<string, string>>;
    const shown = manifest.settings
      .filter(({ secret }) => !secret)
      .map(({ name }) => [name, saved[name] ?? '']);
    const { callbackUrl, homeUrl, signedInUrl } = addressesOf(services.publicUrl, manifest.id, row.id);
    statuses.push({
      manifest,
      quota,
      connected: {
        installation: row,
        settings: Object.fromEntries(shown),
        callbackUrl,
        homeUrl,
        redirectUrl: signedInUrl,
        adminRoles: (await tellsAdmins(services, store, row)) ? await adminRoleRule(store) : null,
      },
    });
  }
  return statuses;
}
