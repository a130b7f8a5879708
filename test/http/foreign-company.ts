import { createCompany } from '#core/company/company.ts';
import { type Column, quote, type SqlEngine, type Table, tablesOf } from '#test/support/sql-engine.ts';
import type { HttpGround } from './http-ground.ts';

/** Another company with a row in every table that a company can have. */
export interface ForeignCompany {
  readonly tenantId: string;
  /** Id of its row, by table. */
  readonly ids: ReadonlyMap<string, string>;
  /** Everything it holds, to compare before and after. */
  holdings(): Promise<string>;
}

/** Part of every text in its rows: an answer that shows it has leaked. */
export const foreignMark = 'another-company';

function cellOf(column: Column, table: Table, tables: readonly Table[], tenantId: string): string {
  if (column.name === 'tenant_id') return `'${tenantId}'`;
  const parent = tables.find(({ name }) => name === column.refersTo?.table);
  const target = parent?.columns.find(({ name }) => name === column.refersTo?.column);
  if (parent && target && parent !== table) return cellOf(target, parent, tables, tenantId);
  if (/int|real/.test(column.type)) return '1';
  return `'${foreignMark}-${table.name}-${column.name}-${tenantId.slice(-12)}'`;
}

async function ownedTables(engine: SqlEngine): Promise<Table[]> {
  const tables = await tablesOf(engine);
  return tables.filter(({ columns }) => columns.some(({ name }) => name === 'tenant_id'));
}

/** Makes it, with rows that no route wrote: what another company can reach must not depend on how they came to be. */
export async function aForeignCompany({ services, engine }: HttpGround): Promise<ForeignCompany> {
  const company = { name: foreignMark, ownerName: foreignMark, sample: false, locale: 'zh-CN' } as const;
  const { tenantId } = await createCompany(services, company);
  const tables = await tablesOf(engine);
  const owned = await ownedTables(engine);
  const ids = new Map<string, string>();
  const statements = owned.map((table) => {
    const columns = table.columns.map(({ name }) => quote(name)).join(', ');
    const values = table.columns.map((column) => cellOf(column, table, tables, tenantId));
    const key = table.columns.findLast(({ keyPlace, type }) => keyPlace > 0 && !/int/.test(type));
    if (key) ids.set(table.name, cellOf(key, table, tables, tenantId).slice(1, -1));
    return `INSERT OR IGNORE INTO ${quote(table.name)} (${columns}) VALUES (${values.join(', ')})`;
  });
  const rowsOf = ({ name, columns }: Table) =>
    `(SELECT group_concat(${columns.map((column) => `quote(${quote(column.name)})`).join(" || ',' || ")}, ';') FROM ${quote(name)} WHERE tenant_id = '${tenantId}') AS ${quote(name)}`;
  // Not active: the server's own sweeps would seal its audit and keep its retention in the middle of a comparison.
  await engine.batch([...statements, `UPDATE tenants SET state = 'erasing' WHERE id = '${tenantId}'`]);

  return {
    tenantId,
    ids,
    // One question for all tables: it is asked after every request, and each question to D1 takes milliseconds.
    async holdings() {
      const [found] = await engine.rows(`SELECT ${owned.map(rowsOf).join(', ')}`);
      return JSON.stringify(found);
    },
  };
}
