import type { D1Database } from '@cloudflare/workers-types';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Database, Orm } from './database.ts';
import { statementText } from './statement-text.ts';

/** Opens a D1 binding. D1 has no open transactions; `batch` is its one atomic unit. */
export function openD1(binding: D1Database): Database {
  const db = drizzle(binding);
  return {
    orm: db as unknown as Orm,
    async batch(statements) {
      if (statements.length === 0) return;
      await binding.batch(
        statements.map((statement) => {
          const { sql, params } = statementText(statement);
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
