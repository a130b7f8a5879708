import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { StatementText } from './statement-text.ts';

interface InsertText {
  readonly sql: string;
  /** Field of the record and its column, in the order of the values. */
  readonly columns: readonly (readonly [field: string, column: SQLiteColumn])[];
}

const texts = new WeakMap<SQLiteTable, InsertText>();

function textFor(table: SQLiteTable): InsertText {
  const known = texts.get(table);
  if (known) return known;
  const columns = Object.entries(getTableColumns(table)) as [string, SQLiteColumn][];
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  const made = { sql: `insert into "${getTableName(table)}" (${names}) values (${places})`, columns };
  texts.set(table, made);
  return made;
}

/**
 * The insert of one row as text and parameters, with every column named; what is not given is null. The text of a
 * table is made once: the query builder would write it anew for every row, which takes longer than the insert.
 */
export function rowInsert(table: SQLiteTable, row: Readonly<Record<string, unknown>>): StatementText {
  const { sql, columns } = textFor(table);
  return {
    sql,
    params: columns.map(([field, column]) => {
      const value = row[field];
      return value === undefined || value === null ? null : column.mapToDriverValue(value);
    }),
  };
}
