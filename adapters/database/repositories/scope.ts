import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Ids } from '#core/ports/ids.ts';
import { change, type Database, guarded, type Orm, type StatementChange } from '../database.ts';
import { rowInsert } from '../row-insert.ts';
import { textStatement } from '../statement-text.ts';

/** What every repository is opened with. */
export interface Scope {
  readonly database: Database;
  readonly tenantId: string;
  readonly ids: Ids;
  readonly now: () => string;
}

type OwnedTable = SQLiteTable & { tenantId: SQLiteColumn; id: SQLiteColumn };

/** The condition "this tenant's row of that id", plus further ones. */
export const own = (scope: Scope, table: OwnedTable, id: string, ...more: (SQL | undefined)[]): SQL =>
  and(eq(table.tenantId, scope.tenantId), eq(table.id, id), ...more) as SQL;

/** The condition "any row of this tenant", plus further ones. */
export const ofTenant = (
  scope: Scope,
  table: { tenantId: SQLiteColumn },
  ...more: (SQL | undefined)[]
): SQL => and(eq(table.tenantId, scope.tenantId), ...more) as SQL;

/**
 * Order of ids among rows that another index finds. Without the plus SQLite, which keeps no statistics, prefers the key
 * that is in this order already and walks through every row of the company.
 */
export const foundThenById = (id: SQLiteColumn): SQL => sql`+${id}`;

/** An insert of one row into this tenant. */
export const insert = <T extends SQLiteTable>(
  scope: Scope,
  table: T,
  row: Omit<T['$inferInsert'], 'tenantId'>,
): StatementChange => change(textStatement(rowInsert(table, { ...row, tenantId: scope.tenantId })));

/** An update that must meet exactly one row. */
export const update = <T extends SQLiteTable>(
  orm: Orm,
  table: T,
  set: Partial<T['$inferInsert']>,
  where: SQL,
): StatementChange =>
  guarded(
    orm,
    orm
      .update(table)
      .set(set as never)
      .where(where) as BatchItem<'sqlite'>,
  );

/** A plain deletion. */
export const remove = (orm: Orm, table: SQLiteTable, where: SQL): StatementChange =>
  change(orm.delete(table).where(where) as BatchItem<'sqlite'>);

/** Drops the tenant column: callers know their tenant, and records travel to pages. */
export function bare<R extends { tenantId: string }>(row: R): Omit<R, 'tenantId'> {
  const { tenantId: _, ...rest } = row;
  return rest;
}
