import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { AppError } from '#core/errors/app-error.ts';
import type { Database } from './database.ts';

/** One numbered SQL file of `migrations/schema`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Wrangler's own name for its table, so that one set of files serves `wrangler d1 migrations apply` too. */
const table = 'd1_migrations';

/**
 * Applies what is missing, each file in one atomic batch with its mark, and returns the names applied.
 * @throws AppError `NOT_READY` when the database knows a migration that this version does not (a newer Jinji wrote it).
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const { orm } = database;
  await orm.run(
    sql.raw(
      `CREATE TABLE IF NOT EXISTS ${table} (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
    ),
  );
  const done = new Set(await applied(database));
  const known = new Set(migrations.map((migration) => migration.name));
  const foreign = [...done].find((name) => !known.has(name));
  if (foreign) throw new AppError('NOT_READY', { details: { migration: foreign } });
  const names: string[] = [];
  for (const migration of migrations) {
    if (done.has(migration.name)) continue;
    const statements = migration.sql
      .split('--> statement-breakpoint')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => orm.run(sql.raw(text)) as BatchItem<'sqlite'>);
    statements.push(
      orm.run(sql`insert into ${sql.raw(table)} (name) values (${migration.name})`) as BatchItem<'sqlite'>,
    );
    try {
      await database.batch(statements);
    } catch (cause) {
      // Of two processes that start at once one comes second and finds it done.
      if ((await applied(database)).includes(migration.name)) continue;
      throw cause;
    }
    names.push(migration.name);
  }
  return names;
}

/** Names of the migrations that a database has, oldest first; empty for a fresh one. */
export async function applied(database: Database): Promise<readonly string[]> {
  const rows = await database.orm.all<{ name: string }>(sql.raw(`SELECT name FROM ${table} ORDER BY id`));
  return rows.map((row) => row.name);
}
