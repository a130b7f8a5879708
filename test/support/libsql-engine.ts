import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import type { SqlEngine } from './sql-engine.ts';

/** A libSQL file by its `file:` address, beside whoever else has it open. */
export function openLibsqlAt(url: string): SqlEngine & { close(): void } {
  const client = createClient({ url, concurrency: 1, timeout: 10_000 });
  return {
    batch: async (statements) => {
      await client.batch([...statements], 'write');
    },
    rows: async (query) => (await client.execute(query)).rows.map((row) => ({ ...row })),
    close: () => client.close(),
  };
}

/** A fresh libSQL file, with a way to remove it. */
export async function openLibsqlFile(): Promise<SqlEngine & { remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'jinji-sql-'));
  const { close, ...engine } = openLibsqlAt(`file:${join(folder, 'test.db')}`);
  return {
    ...engine,
    remove: async () => {
      close();
      await rm(folder, { recursive: true });
    },
  };
}
