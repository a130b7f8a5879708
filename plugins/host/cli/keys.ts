import { join } from 'node:path';
import type { Database } from '#adapters/database/database.ts';
import { openLibsql } from '#adapters/database/libsql.ts';
import { createTenantKeyStore } from '#adapters/database/tenant-key-store.ts';
import { fileSystemStore } from '#adapters/object-store/file-system.ts';
import { rewrapScopes, scopesBelow } from '#adapters/object-store/scope-rotation.ts';
import type { SealedStoreParts } from '#adapters/object-store/sealed-store.ts';
import { resealValues, retireOldVersions, rotateMasterKeyFile } from '#adapters/shared/key-rotation.ts';
import { type MasterKeyFile, masterKeyFile } from '#adapters/shared/master-key-file.ts';
import { tenantKeyCacheMs, tenantKeyRing } from '#adapters/shared/tenant-keys.ts';
import { sealedVersion, tenantSecrets } from '#adapters/shared/tenant-secrets.ts';
import type { Secrets, TenantKeyStore } from '#core/ports/secrets.ts';
import { replaceSealed, type Sealed, sealedValues } from '../sealed-places.ts';
import {
  bothLanguages,
  type Command,
  type ExitCode,
  readArguments,
  type Terminal,
  UsageError,
} from './command.ts';
import { requireDatabase } from './installation.ts';

/** Everything a rotation touches, opened without the rest of the product. */
interface KeyParts extends SealedStoreParts {
  readonly database: Database;
  readonly keyStore: TenantKeyStore;
  readonly masters: MasterKeyFile;
  readonly secrets: Secrets;
}

async function openKeys(terminal: Terminal): Promise<KeyParts> {
  const config = terminal.settings();
  requireDatabase(config);
  const database = await openLibsql(config.database);
  const keyStore = createTenantKeyStore(database);
  const masters = masterKeyFile(config.dataDir);
  const time = () => Date.now();
  const ring = tenantKeyRing(keyStore, masters, time);
  const store = fileSystemStore(join(config.dataDir, 'objects'));
  return { database, keyStore, masters, ring, secrets: tenantSecrets(ring), store, time };
}

/** Every company that has a key. */
async function tenantsWithKeys({ keyStore }: KeyParts): Promise<readonly string[]> {
  const ids = new Set<string>();
  for await (const { tenantId } of keyStore.list()) ids.add(tenantId);
  return [...ids];
}

/** Brings texts, search hashes, files and recordings of a company under its newest key. Can be repeated at any time. */
async function reseal(
  parts: KeyParts,
  tenantId: string,
): Promise<{ readonly texts: number; readonly files: number }> {
  const { database, secrets } = parts;
  const write = async (value: Sealed, renewed: string) => {
    const { search } = value.place;
    const hash = search
      ? await secrets.searchHash(
          tenantId,
          search.purpose,
          search.normalise(await secrets.open(tenantId, value.purpose, renewed)),
        )
      : null;
    return replaceSealed(database, tenantId, value, renewed, hash);
  };
  let texts = 0;
  for await (const _ of resealValues(tenantId, sealedValues(database, tenantId), secrets, write)) texts += 1;
  let files = 0;
  for await (const _ of rewrapScopes(parts, tenantId)) files += 1;
  return { texts, files };
}

/** Texts and files that only an older key opens. */
async function stillUsed(parts: KeyParts, tenantId: string, below: number): Promise<number> {
  let count = await scopesBelow(parts, tenantId, below);
  for await (const { sealed } of sealedValues(parts.database, tenantId)) {
    if ((sealedVersion(sealed) ?? below) < below) count += 1;
  }
  return count;
}

async function finish(parts: KeyParts, tenantId: string): Promise<Record<string, unknown>> {
  const resealed = await reseal(parts, tenantId);
  const retired = await retireOldVersions(tenantId, parts.ring, parts.time, (below) =>
    stillUsed(parts, tenantId, below),
  );
  const [newest, ...old] = await parts.ring.all(tenantId);
  return { tenant: tenantId, version: newest?.version ?? null, ...resealed, retired, waiting: old.length };
}

async function rotate(parts: KeyParts, terminal: Terminal): Promise<ExitCode> {
  const rewrapped = await rotateMasterKeyFile(parts.masters, parts.keyStore);
  const [master] = await parts.masters.read();
  await terminal.print({ master: master?.id ?? null, rewrapped });
  let waiting = false;
  for (const tenantId of await tenantsWithKeys(parts)) {
    await parts.ring.addVersion(tenantId);
    const line = await finish(parts, tenantId);
    waiting ||= line.waiting !== 0;
    await terminal.print(line);
  }
  if (waiting) tellWaiting(terminal);
  return 0;
}

function tellWaiting(terminal: Terminal): void {
  const minutes = Math.ceil((2 * tenantKeyCacheMs) / 60_000);
  terminal.tell(
    bothLanguages({
      zh: `新密钥已启用。运行中的服务可能还会用旧密钥约 ${minutes} 分钟;之后请运行 keys finish,重新加密剩余内容并销毁旧密钥`,
      en: `The new keys are in use. A running service may still use the old ones for about ${minutes} minutes; then run keys finish, which re-seals the rest and destroys the old keys`,
    }),
  );
}

async function finishAll(parts: KeyParts, terminal: Terminal): Promise<ExitCode> {
  let waiting = false;
  for (const tenantId of await tenantsWithKeys(parts)) {
    const line = await finish(parts, tenantId);
    waiting ||= line.waiting !== 0;
    await terminal.print(line);
  }
  if (!waiting) return 0;
  tellWaiting(terminal);
  return 1;
}

/** `jinji keys rotate|finish`: new keys for the installation and its companies. */
export const command: Command = {
  usage: ['keys rotate', 'keys finish'],
  help: {
    zh: [
      'rotate：更换主密钥(DATA_DIR/master.key)和每个公司的密钥，并用新密钥重新加密电话、邮箱、简历内容、链接，以及简历文件和录音的密钥。',
      '中途停止时再次运行即可继续。请先备份数据目录和 master.key。',
      'finish：约两分钟后运行，重新加密剩余内容并销毁旧密钥；全部完成时退出码为 0。',
      '输出：{"master", "rewrapped"}，以及每个公司一行 {"tenant", "version", "texts", "files", "retired", "waiting"}。',
    ].join('\n'),
    en: [
      'rotate: a new master key (DATA_DIR/master.key) and a new key for every company; phones, mails, résumé texts and links are sealed again, the keys of files and recordings are wrapped again.',
      'Stopped half way, it goes on when it is called again. Back up the data folder and master.key first.',
      'finish: about two minutes later, seals what is left and destroys the old keys; exit code 0 when all is done.',
      'Data: {"master", "rewrapped"}, and for each company {"tenant", "version", "texts", "files", "retired", "waiting"}.',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { positionals } = readArguments(args, {});
    const action = positionals.join(' ');
    if (action !== 'rotate' && action !== 'finish') {
      throw new UsageError({ zh: '用法：keys rotate | keys finish', en: 'usage: keys rotate | keys finish' });
    }
    const parts = await openKeys(terminal);
    try {
      return action === 'rotate' ? await rotate(parts, terminal) : await finishAll(parts, terminal);
    } finally {
      parts.database.close();
    }
  },
};
