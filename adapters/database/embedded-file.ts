import { closeSync, openSync } from 'node:fs';
import Sqlite from 'libsql';
import type { StatementText } from './statement-text.ts';

/** Rows as arrays of columns, or as objects by column name. */
type RowForm = 'arrays' | 'objects';

/** An open database file: every call is made and finished at once, on the one connection. */
export interface EmbeddedFile {
  rows(query: StatementText, form: RowForm): unknown[];
  /** Runs one statement and returns how many rows it changed. */
  run(query: StatementText): number;
  /** Runs all in one transaction; throws the engine's error when one fails, with nothing written. */
  transaction(queries: readonly StatementText[]): void;
  close(): void;
}

/** Statements kept ready: more than the product's fixed queries; lists in conditions make further ones. */
const keptStatements = 400;

const busyTimeoutMs = 5000;

interface Ready {
  readonly statement: Sqlite.Statement<unknown[]>;
  /** Null for a statement that gives no rows. */
  readonly columns: readonly string[] | null;
}

function bound(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('only finite numbers can be stored');
  if (value === undefined) throw new TypeError('undefined cannot be stored');
  return value;
}

/**
 * Makes a new database file for its owner alone, wherever it lies; the engine gives its log beside it the same rights. One
 * that is there keeps what the operator gave it.
 */
function ownersFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/**
 * Opens a file with what its defaults leave unsafe (design D3): write-ahead log, `synchronous=FULL` so that an
 * acknowledged write survives a power cut, a busy wait of 5 s, and foreign keys.
 *
 * It stands in the place of `@libsql/client`, which is made for servers and compiles every statement anew on each
 * execution, a quarter of what storing an answer costs; the engine under both is the same `libsql`.
 */
export function openEmbeddedFile(path: string): EmbeddedFile {
  ownersFile(path);
  const connection = new Sqlite(path, { timeout: busyTimeoutMs });
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    `busy_timeout = ${busyTimeoutMs}`,
    'foreign_keys = ON',
  ]) {
    connection.exec(`PRAGMA ${pragma}`);
  }
  const kept = new Map<string, Ready>();

  function ready(sql: string): Ready {
    const known = kept.get(sql);
    if (known) {
      // Moved to the end: the first is the one that has not been asked for the longest.
      kept.delete(sql);
      kept.set(sql, known);
      return known;
    }
    const statement = connection.prepare(sql);
    const columns = statement.reader ? statement.columns().map(({ name }) => name) : null;
    if (columns) statement.raw(true);
    const made = { statement, columns };
    kept.set(sql, made);
    const [oldest] = kept.keys();
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
    return made;
  }

  function rows({ sql, params }: StatementText, form: RowForm): unknown[] {
    const { statement, columns } = ready(sql);
    const values = params.map(bound);
    if (!columns) {
      statement.run(values);
      return [];
    }
    const found = statement.all(values) as unknown[][];
    return form === 'arrays'
      ? found
      : found.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  }

  function run({ sql, params }: StatementText): number {
    const { statement, columns } = ready(sql);
    const values = params.map(bound);
    return columns ? statement.all(values).length : statement.run(values).changes;
  }

  return {
    rows,
    run,
    transaction(queries) {
      run({ sql: 'BEGIN IMMEDIATE', params: [] });
      try {
        for (const query of queries) run(query);
        run({ sql: 'COMMIT', params: [] });
      } catch (error) {
        if (connection.inTransaction) run({ sql: 'ROLLBACK', params: [] });
        throw error;
      }
    },
    close() {
      kept.clear();
      connection.close();
    },
  };
}
