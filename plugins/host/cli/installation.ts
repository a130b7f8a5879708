import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Doorbell } from '#core/ports/background-jobs.ts';
import type { Tenant } from '#core/ports/repositories/system-store.ts';
import type { Config } from '../config.ts';
import { jsonLog } from '../log.ts';
import { type Installation, openInstallation } from '../open-installation.ts';
import { type Terminal, UsageError } from './command.ts';

/** A command that runs once rings nobody: the server looks into the table by itself. */
const silentDoorbell: Doorbell = { ring: async () => undefined };

/** @throws UsageError where no server has ever run: a command must not make an empty installation by mistake */
export function requireDatabase({ database }: Pick<Config, 'database'>): void {
  if (!database.url.startsWith('file:')) return;
  const path = database.url.startsWith('file://')
    ? fileURLToPath(database.url)
    : database.url.slice('file:'.length);
  if (existsSync(path)) return;
  throw new UsageError({
    zh: `这里没有数据库(${path});请把 DATA_DIR 设为服务的数据目录,或先启动一次服务`,
    en: `there is no database here (${path}); set DATA_DIR to the data folder of the service, or start the service once`,
  });
}

/** Opens the installation of the settings for one piece of work and closes it afterwards. Missing migrations are applied. */
export async function withInstallation<T>(
  terminal: Pick<Terminal, 'settings' | 'tell'>,
  work: (installation: Installation, config: Config) => Promise<T>,
  options: { readonly mayCreate?: boolean } = {},
): Promise<T> {
  const config = terminal.settings();
  if (!options.mayCreate) requireDatabase(config);
  const log = jsonLog(config.logLevel, (line) => terminal.tell(line));
  const installation = await openInstallation(config, silentDoorbell, log);
  try {
    return await work(installation, config);
  } finally {
    await installation.close();
  }
}

/**
 * The companies that a command is for: the named one, or all that are open.
 * @throws UsageError when there is none of that id
 */
export async function chosenTenants(
  { services }: Pick<Installation, 'services'>,
  id: string | undefined,
): Promise<readonly Tenant[]> {
  const all = (await services.system.tenants()).filter(
    ({ state }) => state === 'active' || state === 'suspended',
  );
  const chosen = id === undefined ? all : all.filter((tenant) => tenant.id === id);
  if (id !== undefined && chosen.length === 0) {
    throw new UsageError({ zh: `没有这个公司:${id}`, en: `there is no such company: ${id}` });
  }
  return chosen;
}
