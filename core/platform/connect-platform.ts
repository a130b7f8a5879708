import { AppError } from '../errors/app-error.ts';
import { followedRoles } from '../installation/admin-roles.ts';
import { nextRecheck } from '../installation/next-recheck.ts';
import { keepChecks, storedChecks } from '../installation/recheck.ts';
import { nextDaily, startReading } from '../organisation/start-reading.ts';
import type { PermissionCheck, Platform, PlatformSetting } from '../ports/platform.ts';
import type { InstallationRow } from '../ports/repositories/platforms.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { openPlatform, passingTokens, platformOf, settingsPurpose } from './connection.ts';

type Settings = Readonly<Record<string, string>>;

/** A connection that was tried, and how each permission fared. */
export interface Connected {
  readonly installation: InstallationRow;
  readonly checks: readonly PermissionCheck[];
}

/**
 * Connects a company's self-built app, or changes its settings: checks the form, tries every permission on the live platform, then
 * seals the settings and starts to read the directory. Secret fields left empty, and fields left out, keep what was saved.
 * Another company id means another company: what came from the former one is deleted with the change.
 * @throws AppError `VALIDATION` for a field, `PLATFORM_SETTINGS` when the platform refuses the keys, `STATE_CONFLICT` when another
 *   platform is connected, or this one came by its marketplace
 */
export async function connectPlatform(
  context: TenantContext,
  platformId: string,
  typed: Settings,
): Promise<Connected> {
  const { services, store, tenantId } = context;
  const platform = platformOf(services, platformId);
  const before = await store.platform.installation();
  if (before && before.platform !== platformId) {
    throw new AppError('STATE_CONFLICT', { details: { state: before.platform } });
  }
  if (before?.kind === 'marketplace') throw fromMarketplace();
  const kept = before ? withoutCleared(platform, await openSettings(context, before), typed) : {};
  const settings = checkedSettings(platform, { ...kept, ...withoutEmpty(typed) }, context.lang);
  const id = before?.id ?? services.ids.next('ins');
  const trial = platform.connect(
    { id, tenantId, platform: platformId, settings },
    { tokens: passingTokens(), clock: services.clock },
  );
  const checks = await trial.check();
  const now = nowOf(services);
  const installation: InstallationRow = {
    id,
    platform: platformId,
    corpId: settings[platform.manifest.corpSetting] ?? '',
    kind: 'own',
    state: 'active',
    checks: storedChecks(checks, now),
    facts: null,
    settingsSealed: await services.secrets.seal(tenantId, settingsPurpose(id), JSON.stringify(settings)),
    connectedBy: before?.connectedBy ?? context.actor.id ?? '',
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
  await services.system.commit([
    ...saving(context, before, installation),
    ...startReading(services, store),
    nextDaily(services, tenantId, now),
    nextRecheck(services, tenantId, now),
    audit(context, before ? 'platform.changed' : 'platform.connected', id, { platform: platformId }),
  ]);
  return { installation, checks };
}

function saving(
  { store }: TenantContext,
  before: InstallationRow | null,
  installation: InstallationRow,
): readonly Change[] {
  if (!before) return [store.platform.addInstallation(installation)];
  if (before.corpId !== installation.corpId) {
    return [...store.platform.removeInstallation(), store.platform.addInstallation(installation)];
  }
  const { id, state, corpId, settingsSealed, checks, updatedAt } = installation;
  return [
    store.platform.updateInstallation(id, { state, corpId, settingsSealed, checks, updatedAt }),
    store.platform.forgetTokens(),
  ];
}

/** Tries every permission of the saved connection again, and keeps how each fared. @throws AppError `NOT_FOUND`, and what the platform refuses */
export async function checkPlatform({ services, store }: TenantContext): Promise<readonly PermissionCheck[]> {
  return keepChecks(services, store, await openPlatform(services, store));
}

/**
 * Ends the connection and deletes everything that came from the platform: keys, tokens, mirror, overlay, events, accounts. Whoever
 * signed in by the platform is signed out, except the person who does this.
 * @throws AppError `NOT_FOUND`, `STATE_CONFLICT` for an app of the marketplace: that is uninstalled on the platform
 */
export async function disconnectPlatform(context: TenantContext): Promise<void> {
  const { services, store, tenantId, actor } = context;
  const row = await store.platform.installation();
  if (!row) throw new AppError('NOT_FOUND');
  if (row.kind === 'marketplace') throw fromMarketplace();
  const now = nowOf(services);
  const accounts = await store.platform.accounts();
  const people = new Map((await store.people.list()).map((person) => [person.id, person]));
  await services.system.commit([
    ...store.platform.removeInstallation(),
    ...accounts.flatMap(({ personId, grantedRoles }) => {
      const person = people.get(personId);
      // Roles that followed from the platform go with it; whoever disconnects it stays an owner.
      if (!person || grantedRoles.length === 0 || personId === actor.id) return [];
      return [store.people.update(personId, { roles: followedRoles(person, grantedRoles, 'none').roles })];
    }),
    ...accounts
      .filter(({ personId }) => personId !== actor.id)
      .map(({ personId }) => services.system.revokeSessionsOf(tenantId, personId, now)),
    audit(context, 'platform.disconnected', row.id, { platform: row.platform }),
  ]);
}

const fromMarketplace = () => new AppError('STATE_CONFLICT', { details: { state: 'marketplace' } });

async function openSettings({ services, tenantId }: TenantContext, row: InstallationRow): Promise<Settings> {
  return JSON.parse(
    await services.secrets.open(tenantId, settingsPurpose(row.id), row.settingsSealed),
  ) as Settings;
}

const withoutEmpty = (settings: Settings): Settings =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
  );

/** What was saved, less what was shown in the form and was emptied there; secrets are never shown, so an empty one says nothing. */
function withoutCleared({ manifest }: Platform, saved: Settings, typed: Settings): Settings {
  const cleared = manifest.settings.filter(({ name, secret }) => !secret && typed[name]?.trim() === '');
  return Object.fromEntries(
    Object.entries(saved).filter(([key]) => !cleared.some(({ name }) => name === key)),
  );
}

function checkedSettings({ manifest }: Platform, settings: Settings, lang: 'zh' | 'en'): Settings {
  const known = new Set(manifest.settings.map(({ name }) => name));
  const unknown = Object.keys(settings).find((name) => !known.has(name));
  if (unknown !== undefined)
    throw invalid(unknown, lang === 'zh' ? '没有这一项设置' : 'there is no such setting');
  for (const setting of manifest.settings) {
    const problem = problemOf(setting, settings[setting.name] ?? '', lang);
    if (problem !== null) throw invalid(setting.label[lang], problem);
  }
  return settings;
}

function problemOf(setting: PlatformSetting, value: string, lang: 'zh' | 'en'): string | null {
  if (value === '') {
    if (!setting.required) return null;
    return lang === 'zh' ? `请填写，见 ${setting.hint.zh}` : `is needed, see ${setting.hint.en}`;
  }
  if (new RegExp(setting.pattern).test(value)) return null;
  return lang === 'zh' ? `格式不对，请从 ${setting.hint.zh} 复制` : `copy it from ${setting.hint.en}`;
}

const invalid = (field: string, problem: string) =>
  new AppError('VALIDATION', { details: { field, problem } });

function audit(context: TenantContext, action: string, id: string, data: Record<string, unknown>): Change {
  return context.store.audit.add({
    actor: context.actor,
    action,
    subjectKind: 'platform',
    subjectId: id,
    at: nowOf(context.services),
    data,
  });
}
