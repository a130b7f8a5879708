import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#adapters/database/database.ts';
import { openLibsql } from '#adapters/database/libsql.ts';
import { migrate } from '#adapters/database/migrations.ts';
import { readMigrations } from './migrations.ts';

/** A fresh migrated libSQL file, opened once for each of `connections`, as that many processes would. */
export async function migratedLibsql(connections = 1): Promise<readonly Database[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jinji-database-'));
  const url = `file:${join(folder, 'test.db')}`;
  const first = await openLibsql({ url });
  const migrations = await readMigrations();
  await migrate(
    first,
    migrations.map(({ name, queries }) => ({ name, sql: queries.join('--> statement-breakpoint') })),
  );
  const more = Array.from({ length: connections - 1 }, () => openLibsql({ url }));
  return [first, ...(await Promise.all(more))];
}
