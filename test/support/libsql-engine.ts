import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import type { SqlEngine } from './sql-engine.ts';

/** A fresh libSQL file, with a way to remove it. */
export async function openLibsqlFile(): Promise<SqlEngine & { remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'jinji-sql-'));
  const client = createClient({ url: `file:${join(folder, 'test.db')}`, concurrency: 1 });
  return {
    batch: async (statements) => {
      await client.batch([...statements], 'write');
    },
    rows: async (query) => (await client.execute(query)).rows.map((row) => ({ ...row })),
    remove: async () => {
      client.close();
      await rm(folder, { recursive: true });
    },
  };
}
