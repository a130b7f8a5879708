import { type Client, createClient } from '@libsql/client';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import type { Database, Orm } from './database.ts';

/** Where the libSQL database is: `file:<path>` embedded, or `libsql://…` with a token for a server. */
export interface LibsqlOptions {
  readonly url: string;
  readonly authToken?: string | undefined;
}

/**
 * Opens a libSQL database. For a file it sets what the defaults leave unsafe (design D3): write-ahead log,
 * `synchronous=FULL` so that an acknowledged write survives a power cut, and a busy wait of 5 s.
 */
export async function openLibsql(options: LibsqlOptions): Promise<Database> {
  const client = createClient({
    url: options.url,
    ...(options.authToken ? { authToken: options.authToken } : {}),
  });
  if (options.url.startsWith('file:')) await setPragmas(client);
  const db = drizzle(client);
  const orm = db as unknown as Orm;
  return {
    orm,
    async batch(statements) {
      if (statements.length === 0) return;
      await db.batch(statements as unknown as Parameters<typeof db.batch>[0]);
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
  await client.execute('PRAGMA busy_timeout = 5000');
  await client.execute('PRAGMA foreign_keys = ON');
}
