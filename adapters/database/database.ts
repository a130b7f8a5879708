import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { AppError } from '#core/errors/app-error.ts';
import type { Change } from '#core/ports/unit-of-work.ts';
import { textStatement } from './statement-text.ts';

/** The query builder that libSQL and D1 share; only the kind of a run's result differs. */
export type Orm = BaseSQLiteDatabase<'async', unknown, Record<string, never>>;

/** An opened database: the query builder and the one atomic batch of both engines. */
export interface Database {
  readonly orm: Orm;
  /** Runs all statements in one transaction; throws the engine's error when one fails, with nothing written. */
  batch(statements: readonly BatchItem<'sqlite'>[]): Promise<void>;
  /** Runs one statement and returns how many rows it changed. */
  run(statement: ReturnType<typeof sql>): Promise<number>;
  close(): void;
}

/** What repositories really return as a `Change`: statements and the background work that they add. */
export interface StatementChange extends Change {
  readonly statements: readonly BatchItem<'sqlite'>[];
  readonly enqueued?: string;
}

/** A change that may touch any number of rows. */
export const change = (...statements: BatchItem<'sqlite'>[]): StatementChange => ({
  statements,
});

/**
 * A change that must touch exactly one row, or the whole batch is undone (design D4): any other `changes()` of the
 * statement puts a 0 into a table whose CHECK only admits 1. Where all is well nothing is written there.
 */
export const guarded = (_orm: Orm, statement: BatchItem<'sqlite'>): StatementChange => ({
  statements: [statement, oneRowChanged],
});

const oneRowChanged = textStatement({
  sql: 'insert into guard (ok) select 0 where changes() is not 1',
  params: [],
});

/** A condition on its own: the whole batch is undone unless the SQL expression gives 1. */
export const onlyIf = (orm: Orm, condition: SQL): StatementChange => ({
  statements: [
    orm.run(sql`insert into guard (ok) select 0 where (${condition}) is not 1`) as BatchItem<'sqlite'>,
  ],
});

/**
 * Makes changes in one batch.
 * @throws AppError `CONFLICT` when a guard failed or a unique key exists.
 */
export async function commit(database: Database, changes: readonly Change[]): Promise<void> {
  const parts = changes as readonly StatementChange[];
  const statements = parts.flatMap((part) => part.statements);
  if (statements.length === 0) return;
  try {
    await database.batch(statements);
  } catch (cause) {
    throw conflictOf(cause) ?? cause;
  }
}

function conflictOf(cause: unknown): AppError | null {
  const text = messages(cause);
  if (/CHECK constraint failed:\s*guard/i.test(text)) return new AppError('CONFLICT', { cause });
  if (/UNIQUE constraint failed/i.test(text)) return new AppError('CONFLICT', { cause });
  return null;
}

/** Drizzle and the drivers wrap the engine's error; the text that matters may be some causes down. */
function messages(error: unknown): string {
  const texts: string[] = [];
  for (let e = error; e instanceof Error && texts.length < 6; e = e.cause) texts.push(e.message);
  return texts.join('\n');
}
