import { expect, test } from 'vitest';
import { type Column, dropAll, quote, type SqlEngine, type Table, tablesOf } from '../support/sql-engine.ts';

interface Step {
  readonly name: string;
  readonly queries: readonly string[];
}

const rowsPerTable = 3;

function sampleValue(column: Column, tables: readonly Table[], row: number): string | number {
  const parent = tables.find((table) => table.name === column.refersTo?.table);
  const target = parent?.columns.find((candidate) => candidate.name === column.refersTo?.column);
  if (target !== undefined && target !== column) return sampleValue(target, tables, row);
  if (column.type.includes('int')) return row;
  if (column.type.includes('real')) return row + 0.5;
  return `'${column.name} ${row}'`;
}

/** Three rows in every table, all columns filled, foreign keys pointing at rows that exist. */
async function fill(engine: SqlEngine): Promise<void> {
  const tables = await tablesOf(engine);
  const statements = tables
    .filter((table) => !table.hasCheck) // a guard accepts no row but its own
    .flatMap((table) =>
      Array.from({ length: rowsPerTable }, (_, index) => {
        const columns = table.columns.map((column) => quote(column.name)).join(', ');
        const values = table.columns.map((column) => sampleValue(column, tables, index + 1)).join(', ');
        return `INSERT INTO ${quote(table.name)} (${columns}) VALUES (${values})`;
      }),
    );
  await engine.batch(statements);
}

/** Each row by table and primary key; rows of a table without a key by all that they hold. */
async function census(engine: SqlEngine): Promise<string[]> {
  const rows: string[] = [];
  for (const table of await tablesOf(engine)) {
    const key = table.columns.filter((column) => column.keyPlace > 0);
    const columns = (key.length > 0 ? key : table.columns).map((column) => quote(column.name)).join(', ');
    for (const row of await engine.rows(`SELECT ${columns} FROM ${quote(table.name)}`)) {
      rows.push(`${table.name} ${JSON.stringify(Object.values(row))}`);
    }
  }
  return rows.sort();
}

/** The rows that a step makes vanish from a filled database. */
async function lostBy(engine: SqlEngine, before: readonly Step[], step: Step): Promise<string[]> {
  await dropAll(engine);
  for (const earlier of before) await engine.batch(earlier.queries);
  await fill(engine);
  const held = await census(engine);
  await engine.batch(step.queries);
  const left = new Set(await census(engine));
  return held.filter((row) => !left.has(row));
}

/** Each released migration on a database that already holds rows in every table: none may vanish. */
export function migrationsKeepRows(open: () => Promise<SqlEngine>, steps: readonly Step[]): void {
  test.each(steps.slice(1).map((step, index) => ({ step, before: steps.slice(0, index + 1) })))(
    '$step.name loses no row of a filled database',
    async ({ step, before }) => {
      expect(await lostBy(await open(), before, step)).toEqual([]);
    },
  );

  test('the newest schema takes rows in every table, and every foreign key finds its row', async () => {
    const engine = await open();
    await dropAll(engine);
    for (const step of steps) await engine.batch(step.queries);

    await fill(engine);

    const filled = (await tablesOf(engine)).filter((table) => !table.hasCheck);
    expect(filled.length).toBeGreaterThan(0);
    expect(await census(engine)).toHaveLength(filled.length * rowsPerTable);
    expect(await engine.rows('PRAGMA foreign_key_check')).toEqual([]);
  });

  test('a migration that rebuilds a table with cascading children is told of', async () => {
    const start: Step = {
      name: 'start',
      queries: [
        'CREATE TABLE parent (id TEXT PRIMARY KEY, note TEXT)',
        'CREATE TABLE child (id TEXT PRIMARY KEY, parent_id TEXT REFERENCES parent (id) ON DELETE CASCADE)',
      ],
    };
    const rebuild: Step = {
      name: 'rebuild',
      queries: [
        'CREATE TABLE new_parent (id TEXT PRIMARY KEY, note TEXT NOT NULL)',
        'INSERT INTO new_parent SELECT id, note FROM parent',
        'DROP TABLE parent',
        'ALTER TABLE new_parent RENAME TO parent',
      ],
    };

    expect(await lostBy(await open(), [start], rebuild)).toEqual([
      'child ["id 1"]',
      'child ["id 2"]',
      'child ["id 3"]',
    ]);
  });
}
