import { fileURLToPath } from 'node:url';
import type { InValue } from '@libsql/client';
import type { SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle as proxied } from 'drizzle-orm/sqlite-proxy';
import type { Database, Orm } from './database.ts';
import { openEmbeddedFile } from './embedded-file.ts';
import { groupCommit } from './group-commit.ts';
import { statementText } from './statement-text.ts';

/** Where the libSQL database is: `file:<path>` embedded, or `libsql://…` with a token for a server. */
export interface LibsqlOptions {
  readonly url: string;
  readonly authToken?: string | undefined;
}

/** Opens a libSQL database: a file of this machine (`file:<path>`), or a server by its address. */
export async function openLibsql(options: LibsqlOptions): Promise<Database> {
  return options.url.startsWith('file:') ? openFile(pathOf(options.url)) : openServer(options);
}

/** `file:///absolute`, `file:/absolute` and `file:relative` all name a path. */
const pathOf = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : decodeURIComponent(url.slice('file:'.length));

function openFile(path: string): Database {
  const file = openEmbeddedFile(path);
  const builder = proxied(async (sql, params, method) => {
    if (method === 'run') {
      file.run({ sql, params });
      return { rows: [] };
    }
    const rows = file.rows({ sql, params }, 'arrays');
    return { rows: method === 'get' ? (rows[0] as unknown[]) : rows };
  });
  const textOf = (statement: SQL) => statementText(builder.run(statement) as BatchItem<'sqlite'>);
  // The builder reads by position; whoever writes SQL reads by name, as on the other two drivers.
  const orm = Object.assign(builder, {
    all: async (statement: SQL) => file.rows(textOf(statement), 'objects'),
  }) as unknown as Orm;
  const batch = groupCommit<BatchItem<'sqlite'>>(async (statements) =>
    file.transaction(statements.map(statementText)),
  );
  return {
    orm,
    async batch(statements) {
      if (statements.length > 0) await batch(statements);
    },
    async run(statement) {
      return file.run(textOf(statement));
    },
    close: () => file.close(),
  };
}

async function openServer({ url, authToken }: LibsqlOptions): Promise<Database> {
  // Loaded where a server is used: most installations keep a file and start sooner without it.
  const [{ createClient }, { drizzle }] = await Promise.all([
    import('@libsql/client'),
    import('drizzle-orm/libsql'),
  ]);
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  const db = drizzle(client);
  return {
    orm: db as unknown as Orm,
    async batch(statements) {
      if (statements.length === 0) return;
      const texts = statements.map(statementText);
      await client.batch(
        texts.map(({ sql, params }) => ({ sql, args: params as InValue[] })),
        'write',
      );
    },
    async run(statement: SQL) {
      const result = await db.run(statement);
      return result.rowsAffected;
    },
    close: () => client.close(),
  };
}
