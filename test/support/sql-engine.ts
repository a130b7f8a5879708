/** What a test needs of libSQL and of D1 alike. */
export interface SqlEngine {
  /** All statements in order, or none of them. */
  batch(statements: readonly string[]): Promise<void>;
  rows(query: string): Promise<Record<string, unknown>[]>;
}

/** The first column of all rows. */
export async function firstColumn(engine: SqlEngine, query: string): Promise<unknown[]> {
  return (await engine.rows(query)).map((row) => Object.values(row)[0]);
}

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  /** 0 outside the primary key, else its place in it. */
  readonly keyPlace: number;
  /** The table and column that a foreign key points at. */
  readonly refersTo?: { readonly table: string; readonly column: string };
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly hasCheck: boolean;
}

/** The tables that migrations made, those that others refer to first. */
export async function tablesOf(engine: SqlEngine): Promise<Table[]> {
  const found = await engine.rows(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations' ORDER BY name",
  );
  const tables: Table[] = [];
  for (const { name, sql } of found) {
    tables.push({
      name: String(name),
      columns: await columnsOf(engine, String(name)),
      hasCheck: /\bCHECK\b/i.test(String(sql)),
    });
  }
  return parentsFirst(tables);
}

async function columnsOf(engine: SqlEngine, table: string): Promise<Column[]> {
  const columns = await engine.rows(`PRAGMA table_info(${quote(table)})`);
  const keys = await engine.rows(`PRAGMA foreign_key_list(${quote(table)})`);
  return columns.map((column) => {
    const key = keys.find((candidate) => candidate.from === column.name);
    return {
      name: String(column.name),
      type: String(column.type).toLowerCase(),
      notNull: column.notnull === 1,
      keyPlace: Number(column.pk),
      ...(key && { refersTo: { table: String(key.table), column: String(key.to ?? key.from) } }),
    };
  });
}

function parentsFirst(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  const place = (table: Table, path: readonly string[]): void => {
    if (ordered.includes(table) || path.includes(table.name)) return;
    for (const { refersTo } of table.columns) {
      const parent = tables.find((candidate) => candidate.name === refersTo?.table);
      if (parent) place(parent, [...path, table.name]);
    }
    ordered.push(table);
  };
  for (const table of tables) place(table, []);
  return ordered;
}

/** Removes every table, so that a test begins with nothing. */
export async function dropAll(engine: SqlEngine): Promise<void> {
  const names = (await tablesOf(engine)).map(({ name }) => name).reverse();
  if (names.length > 0) await engine.batch(names.map((name) => `DROP TABLE ${quote(name)}`));
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
