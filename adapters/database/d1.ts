import type { D1Database } from '@cloudflare/workers-types';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Database, Orm } from './database.ts';

interface Query {
  readonly sql: string;
  readonly params: readonly unknown[];
}
/** A built query, or a plain `sql` statement. */
type Statement = { toSQL(): Query } | { getQuery(): Query };

/** Opens a D1 binding. D1 has no open transactions; `batch` is its one atomic unit. */
export function openD1(binding: D1Database): Database {
  const db = drizzle(binding);
  return {
    orm: db as unknown as Orm,
    async batch(statements) {
      if (statements.length === 0) return;
      // Not by drizzle's own batch: it cannot bind the parameters of plain `sql` statements.
      const texts = statements as unknown as readonly Statement[];
      await binding.batch(
        texts.map((statement) => {
          const { sql, params } = 'toSQL' in statement ? statement.toSQL() : statement.getQuery();
          return binding.prepare(sql).bind(...params);
        }),
      );
    },
    async run(statement: SQL) {
      const result = await db.run(statement);
      return result.meta.changes;
    },
    close: () => undefined,
  };
}
