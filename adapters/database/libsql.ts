import { type Client, createClient } from '@libsql/client';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import type { Database, Orm } from './database.ts';
import { groupCommit } from './group-commit.ts';

/** Where the libSQL database is: `file:<path>` embedded, or `libsql://…` with a token for a server. */
export interface LibsqlOptions {
  readonly url: string;
  readonly authToken?: string | undefined;
}

const busyTimeoutMs = 5000;

/**
 * Opens a libSQL database. For a file it sets what the defaults leave unsafe (design D3): write-ahead log,
 * `synchronous=FULL` so that an acknowledged write survives a power cut, and a busy wait of 5 s.
 */
export async function openLibsql(options: LibsqlOptions): Promise<Database> {
  const embedded = options.url.startsWith('file:');
  const client = createClient({
    url: options.url,
    ...(options.authToken ? { authToken: options.authToken } : {}),
    // The client keeps a pool, and a PRAGMA reaches only the connection that ran it: one connection, so that all obey.
    ...(embedded ? { concurrency: 1, timeout: busyTimeoutMs } : {}),
  });
  if (embedded) await setPragmas(client);
  const db = drizzle(client);
  const orm = db as unknown as Orm;
  const transaction: Database['batch'] = async (statements) => {
    await db.batch(statements as unknown as Parameters<typeof db.batch>[0]);
  };
  const batch = embedded ? groupCommit(transaction) : transaction;
  return {
    orm,
    async batch(statements) {
      if (statements.length > 0) await batch(statements);
    },
    async run(statement: SQL) {
      const result = await db.run(statement);
      return result.rowsAffected;
    },
    close: () => client.close(),
  };
}

async function setPragmas(client: Client): Promise<void> {
  await client.execute('PRAGMA journal_mode = WAL');
  await client.execute('PRAGMA synchronous = FULL');
  await client.execute(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  await client.execute('PRAGMA foreign_keys = ON');
}
