import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibsql } from '#adapters/database/libsql.ts';
import { type Migration, migrate } from '#adapters/database/migrations.ts';
import { isolatedDocumentReader } from '#adapters/documents/isolated-reader.ts';
import { feishuLongConnection } from '#adapters/feishu/long-connection.ts';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { fileSystemStore } from '#adapters/object-store/file-system.ts';
import { guardedFetch } from '#adapters/shared/guarded-fetch.ts';
import { masterKeyFile } from '#adapters/shared/master-key-file.ts';
import type { Doorbell } from '#core/ports/background-jobs.ts';
import type { Log } from '#core/ports/log.ts';
import type { Config } from './config.ts';
import { officeFetch } from './office-fetch.ts';
import { openSocket } from './open-socket.ts';
import { configuredScorer } from './scorer.ts';
import { projectRoot, readTemplateLibrary } from './template-files.ts';
import { configuredTranscriber } from './transcriber.ts';
import { type Wired, wire } from './wire.ts';
import { loadEmbedder } from './word-vectors.ts';

/** A Node installation opened: wired services and how to let go of them. */
export interface Installation extends Wired {
  readonly applied: readonly string[];
  /** Removes what uploads that were cut off over a day ago have left on the disk. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** Reads the numbered SQL files of this version. */
export async function readMigrations(
  folder = join(projectRoot, 'migrations/schema'),
): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(folder, name), 'utf8') })));
}

/** Opens database, keys, files and content of an installation, and applies missing migrations. */
export async function openInstallation(config: Config, doorbell: Doorbell, log: Log): Promise<Installation> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const [migrations, templates] = await Promise.all([readMigrations(), readTemplateLibrary()]);
  const database = await openLibsql(config.database);
  const applied = await migrate(database, migrations);
  const documents = isolatedDocumentReader();
  const objects = fileSystemStore(join(config.dataDir, 'objects'));
  const wired = wire({
    database,
    migrations: migrations.map((migration) => migration.name),
    objects,
    masterKeys: masterKeyFile(config.dataDir),
    doorbell,
    documents,
    transcriber: configuredTranscriber(config, guardedFetch),
    scorer: configuredScorer(config, loadEmbedder, guardedFetch),
    templates,
    log,
    publicUrl: config.publicUrl,
    office: config.office,
    fetch: officeFetch(config.office.proxy),
    streams: { openSocket: openSocket(config.office.proxy), feishuLongConnection },
    feishuSender: sdkSender,
  });
  return {
    ...wired,
    applied,
    async tidy() {
      await objects.removeStaleUploads(new Date(Date.now() - 86_400_000));
    },
    async close() {
      database.close();
    },
  };
}
